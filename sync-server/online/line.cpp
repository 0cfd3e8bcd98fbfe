#include "sync-server/online/line.hpp"

#include <algorithm>

#include "shared/base/encoding.hpp"
#include "shared/base/text.hpp"

namespace isoloir::online {

Result<std::vector<std::string_view>> items_of(std::string_view list, const std::string& item)
{
    std::vector<std::string_view> items;
    if (trimmed(list).empty()) return items;
    for (std::size_t begin = 0; begin != std::string_view::npos;) {
        const std::size_t comma = list.find(',', begin);
        items.push_back(trimmed(list.substr(begin, comma - begin)));
        if (items.back().empty()) return fail(Errc::malformed, item + " beside a comma is missing");
        begin = comma == std::string_view::npos ? comma : comma + 1;
    }
    return items;
}

Result<election::VoterTag> read_tag(std::string_view text)
{
    constexpr std::size_t digits = 2 * std::tuple_size_v<election::VoterTag>;
    if (text.size() == digits) {
        if (const auto bytes = from_hex(text)) {
            election::VoterTag tag{};
            std::copy(bytes->begin(), bytes->end(), tag.begin());
            return tag;
        }
    } else if (auto tag = array_from_base64url<std::tuple_size_v<election::VoterTag>>(text)) {
        return *tag;
    }
    return fail(Errc::malformed, "a voter tag has 64 hexadecimal digits, or 43 characters of base64url");
}

}  // namespace isoloir::online
