// A text in any encoding: what comes out is UTF-8 with plain line ends, and reads as itself.

#include <cstdlib>

#include "shared/base/bytes.hpp"
#include "shared/base/text.hpp"
#include "sync-server/online/text.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto text = isoloir::online::read_text(isoloir::text_of({data, size}));
    if (!text) return 0;
    if (!isoloir::is_utf8(*text) || text->find('\r') != std::string::npos || text->find('\0') != std::string::npos) std::abort();
    // A second byte order mark would be taken for the first.
    if (text->starts_with("\xEF\xBB\xBF")) return 0;
    const auto again = isoloir::online::read_text(*text);
    if (!again || *again != *text) std::abort();
    return 0;
}
