#include "sync-server/publish/take_away.hpp"

#include "sync-server/counting/apart.hpp"
#include "sync-server/publish/give_back.hpp"
#include "sync-server/publish/html.hpp"
#include "sync-server/publish/result_pb.hpp"

namespace isoloir::publish {

std::string take_away(const Standing& standing, const Words& words)
{
    const auto* outcome = public_outcome(standing);
    if (outcome == nullptr) return {};
    const std::string language = words.language;
    std::string files = file_item("minutes-" + language + ".pdf", words.minutes_file) + file_item("result-" + language + ".csv", words.table_file);
    const auto& definition = standing.package.definition;
    if (publishes_ballots(definition, *outcome)) {
        files += file_item("result.pb", words.ballots_file);
        if (standing.channels && goes_back(definition))
            files += file_item("result-decidim.csv", words.decidim_file) + file_item("result-consul.txt", words.consul_file);
    }
    std::string note;
    if (!standing.channels) {
        const std::string least = number_in(words, counting::fewest_alone(definition.batch_minimum));
        note = element("p class=\"note after\"", filled(words.counted_together, "{least}", least));
    }
    return "<section>" + element("h2", words.take_away) + "<ul class=\"files\">" + files + "</ul>" + note + "</section>";
}

}  // namespace isoloir::publish
