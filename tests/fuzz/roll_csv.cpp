// A roll as somebody exported it: every line that is read lies in the text, in its order.

#include <cstdlib>

#include "shared/base/bytes.hpp"
#include "sync-server/roll/csv.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text = isoloir::text_of({data, size});
    const auto lines = isoloir::roll::read_csv(text);
    if (!lines) return 0;
    std::size_t before = 0;
    for (const auto& line : *lines) {
        if (line.number <= before || line.identifier.size() > text.size()) std::abort();
        before = line.number;
    }
    return 0;
}
