// The files that people take away from a count.

#include "shared/base/share.hpp"
#include "sync-server/app/centre.hpp"
#include "sync-server/publish/minutes.hpp"
#include "sync-server/publish/result_csv.hpp"
#include "sync-server/publish/result_pb.hpp"
#include "sync-server/publish/words.hpp"

namespace isoloir::app {

Status Centre::keep_ballots(const count::Outcome& outcome, const counting::Plaintexts& plaintexts)
{
    if (!publish::publishes_ballots(election_->definition, outcome)) return {};
    return folder_.store->put_document("ballots", publish::result_pb(election_->definition, outcome, plaintexts));
}

Result<std::string> Centre::minutes(std::string_view language) const
{
    const publish::Standing shown = standing();
    const std::scoped_lock lock(mutex_);
    if (const auto drawn = minutes_.find(language); drawn != minutes_.end()) return drawn->second;
    ISO_TRY(auto pdf, publish::minutes_pdf({shown, result_jws_, clock_.now(), share_folder() / "fonts"}, language));
    return minutes_.emplace(language, std::move(pdf)).first->second;
}

Result<http::Document> Centre::file(std::string_view path) const
{
    if (path == "/result.pb") {
        const std::scoped_lock lock(mutex_);
        ISO_TRY(auto ballots, folder_.store->document("ballots"));
        if (!ballots) return fail(Errc::not_found, "no ballots are published: nothing is counted yet, or there are too few of them");
        return http::Document{"text/plain; charset=utf-8", *std::move(ballots)};
    }
    for (const std::string language : publish::kLanguages) {
        if (path == "/result-" + language + ".csv") {
            ISO_TRY(auto table, publish::result_csv(standing(), language));
            return http::Document{"text/csv; charset=utf-8", std::move(table)};
        }
        if (path == "/minutes-" + language + ".pdf") {
            ISO_TRY(auto pdf, minutes(language));
            return http::Document{"application/pdf", std::move(pdf)};
        }
    }
    return fail(Errc::not_found, "there is no such page");
}

}  // namespace isoloir::app
