// The files that people take away from a count.

#include <array>

#include "shared/base/share.hpp"
#include "sync-server/app/centre.hpp"
#include "sync-server/counting/apart.hpp"
#include "sync-server/publish/give_back.hpp"
#include "sync-server/publish/minutes.hpp"
#include "sync-server/publish/result_csv.hpp"
#include "sync-server/publish/result_pb.hpp"
#include "sync-server/publish/words.hpp"

namespace isoloir::app {
namespace {

/// A file that is made in the count, of its ballots, and kept.
struct Kept {
    std::string_view path;
    std::string_view name;  // in the store
    const char* type;
    bool of_halls{false};  // and of nothing else
};
constexpr std::array kKept{Kept{"/result.pb", "ballots", "text/plain; charset=utf-8"},
                           Kept{"/result-decidim.csv", "ballots-decidim", "text/csv; charset=utf-8", true},
                           Kept{"/result-consul.txt", "ballots-consul", "text/plain; charset=utf-8", true}};

}  // namespace

Status Centre::keep_ballots(const counting::SignedResult& result, std::span<const counting::OpenedRound> rounds)
{
    const auto& definition = election_->definition;
    if (!publish::publishes_ballots(definition, result.outcome)) return {};
    ISO_CHECK(folder_.store->put_document("ballots", publish::result_pb(definition, result.outcome, rounds)));
    if (!result.channels || !publish::goes_back(definition)) return {};
    ISO_CHECK(folder_.store->put_document("ballots-decidim", publish::write_decidim(definition, result.channels->in_halls)));
    return folder_.store->put_document("ballots-consul", publish::write_consul(definition, rounds));
}

Result<std::string> Centre::minutes(std::string_view language) const
{
    const std::scoped_lock drawing(drawing_mutex_);
    if (const auto drawn = minutes_.find(language); drawn != minutes_.end()) return drawn->second;
    const publish::Standing shown = standing();
    std::string signed_result;
    {
        const std::scoped_lock lock(mutex_);
        signed_result = result_jws_;
    }
    ISO_TRY(auto pdf, publish::minutes_pdf({shown, signed_result, clock_.now(), share_folder() / "fonts"}, language));
    return minutes_.emplace(language, std::move(pdf)).first->second;
}

Result<http::Document> Centre::file(std::string_view path) const
{
    for (const Kept& kept : kKept) {
        if (path != kept.path) continue;
        const std::scoped_lock lock(mutex_);
        ISO_TRY(auto ballots, folder_.store->document(kept.name));
        if (!ballots && kept.of_halls && result_ && !result_->channels)
            return fail(Errc::not_found, "halls and online were counted together: apart, fewer than " +
                                             std::to_string(counting::fewest_alone(election_->definition.batch_minimum)) +
                                             " ballots could stand alone, so no file holds those of the halls");
        if (!ballots)
            return fail(Errc::not_found,
                        "no such ballots are published: nothing is counted yet, there are too few of them, or this platform could not read them");
        return http::Document{kept.type, *std::move(ballots)};
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
