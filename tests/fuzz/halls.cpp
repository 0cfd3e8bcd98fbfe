// Halls as somebody sent them: what reads is written and read again as it is.

#include <cstdlib>

#include "shared/base/bytes.hpp"
#include "sync-server/publish/hall.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto halls = isoloir::publish::read_halls(isoloir::text_of({data, size}));
    if (halls && isoloir::publish::read_halls(isoloir::publish::write_halls(*halls)).value() != *halls) std::abort();
    return 0;
}
