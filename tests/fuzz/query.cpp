// A query as somebody sent it: no value is longer than what was sent.

#include <cstdlib>

#include "shared/base/bytes.hpp"
#include "sync-server/http/query.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto value = isoloir::http::form_value(isoloir::text_of({data, size}), "tracker");
    if (value && value->size() > size) std::abort();
    return 0;
}
