#include "sync-server/publish/take_away.hpp"

#include "sync-server/publish/html.hpp"
#include "sync-server/publish/result_pb.hpp"

namespace isoloir::publish {

std::string take_away(const Standing& standing, const Words& words)
{
    const auto* outcome = public_outcome(standing);
    if (outcome == nullptr) return {};
    const std::string language = words.language;
    std::string files = file_item("minutes-" + language + ".pdf", words.minutes_file) + file_item("result-" + language + ".csv", words.table_file);
    if (publishes_ballots(standing.package.definition, *outcome)) files += file_item("result.pb", words.ballots_file);
    return "<section>" + element("h2", words.take_away) + "<ul class=\"files\">" + files + "</ul></section>";
}

}  // namespace isoloir::publish
