#include "sync-server/online/sheets.hpp"

#include <algorithm>

#include "shared/base/text.hpp"
#include "sync-server/online/text.hpp"

namespace isoloir::online {
namespace {

Result<election::VoterTag> tag_of(std::string_view line)
{
    return read_tag(trimmed(line.substr(0, line.find(','))));
}

}  // namespace

bool are_sheets(std::string_view text)
{
    const auto first = Lines(text).next();
    return first && tag_of(*first);
}

std::vector<OnlineLine> read_sheets(std::string_view text)
{
    std::vector<OnlineLine> read;
    Lines lines(text);
    while (const auto line = lines.next()) {
        OnlineLine& vote = read.emplace_back();
        vote.number = lines.number();
        const auto tag = tag_of(*line);
        if (tag) vote.voter = *tag;
        else vote.wrong = tag.error().message;
        const auto comma = line->find(',');
        // A lone comma, as joining the tag with no ids may leave it, is a blank ballot too.
        if (comma != std::string_view::npos) vote.projects = line->substr(comma + 1);
    }
    return read;
}

}  // namespace isoloir::online
