// The centre closes, counts and publishes.

#include "shared/base/file.hpp"
#include "sync-server/app/centre.hpp"
#include "sync-server/online/openapi.hpp"
#include "sync-server/operations/log.hpp"
#include "sync-server/publish/live_script.hpp"
#include "sync-server/publish/result_json.hpp"
#include "sync-server/publish/scripted_pages.hpp"
#include "sync-server/publish/style.hpp"
#include "sync-server/publish/words.hpp"

namespace isoloir::app {

Result<bool> Centre::close()
{
    ISO_CHECK(need_election());
    {
        const std::scoped_lock lock(mutex_);
        if (phase_ != publish::Phase::open) return false;
    }
    ISO_CHECK(poll_online(ballot::EventKind::closed));
    const std::scoped_lock lock(mutex_);
    bool was_open = false;
    const auto write = [&]() -> Status {
        ISO_TRY(const auto phase, folder_.store->phase());
        was_open = phase == publish::Phase::open;
        return was_open ? folder_.store->put_phase(publish::Phase::closed) : Status{};
    };
    ISO_CHECK(folder_.store->transact(write));
    ISO_CHECK(ledger_->follow());
    ISO_TRY(phase_, folder_.store->phase());
    if (!was_open) return false;
    operations::info("the election is closed", {{"records", ledger_->size()}});
    return true;
}

Result<std::vector<counting::AcceptedRecord>> Centre::accepted_from(std::uint64_t leaf_index)
{
    std::vector<counting::AcceptedRecord> accepted;
    const auto collect = [&](store::Leaf&& leaf) -> Status {
        if (leaf.reason != store::Reason::accepted) return {};
        const auto key = key_of(leaf.terminal);
        if (!key) return fail(Errc::corrupt, "a record in the log is of no terminal in the roster");
        accepted.push_back({std::move(leaf.record), *key, leaf.index});
        return {};
    };
    ISO_CHECK(folder_.store->each_leaf(leaf_index, collect));
    return accepted;
}

Result<std::vector<counting::Round>> Centre::rounds_of_count()
{
    ISO_TRY(auto accepted, accepted_from(0));
    ISO_TRY(const auto live_ends, folder_.store->round_ends());
    const auto& definition = election_->definition;
    // A restored backup may lack rounds that were shown: what its channels could be held against is not known.
    if (definition.ranking == election::Ranking::live && ledger_->epoch() > 0) return counting::together(std::move(accepted));
    return counting::divide(std::move(accepted), live_ends, keys_.online.public_key(), definition.batch_minimum);
}

Result<bool> Centre::count(const counting::Stages& bar, const std::filesystem::path& bundle)
{
    ISO_CHECK(need_election());
    counting::SignedResult result;
    std::vector<counting::Round> rounds;
    {
        const std::scoped_lock lock(mutex_);
        if (phase_ == publish::Phase::open) return fail(Errc::refused, "the election is still open; run `isoloir-server close` first");
        if (phase_ == publish::Phase::counted) return false;
        ISO_CHECK(ledger_->check());
        ISO_TRY(rounds, rounds_of_count());
        ISO_CHECK(may_count(rounds, bundle));
        result.checkpoint = ledger_->checkpoint();
        result.report = intake::make_report(ledger_->tallies(), [&](const crypto::KeyId& terminal) { return channel_of(terminal); });
    }
    // Nothing enters a closed log: the long work needs no lock.
    Proved proved;
    if (bundle.empty()) {
        ISO_TRY(proved.rounds, counting::open_rounds(*election_, keys_.election, rounds, random_, bar));
        result.outcome = counting::tally(election_->definition, proved.rounds);
    } else {
        ISO_TRY(proved, open_bundle(bundle, rounds, result, bar));
    }
    result.channels = counting::sum_up_apart(election_->definition, proved.rounds);

    const std::string jws = counting::sign_result(result, *election_, keys_.authority);
    if (result.files) ISO_CHECK(write_file(bundle / "result.jws", jws));
    const std::scoped_lock lock(mutex_);
    const auto keep = [&]() -> Status {
        ISO_TRY(const auto phase, folder_.store->phase());
        if (phase == publish::Phase::counted) return fail(Errc::conflict, "another server counted at the same moment; its result stands");
        ISO_CHECK(folder_.store->put_phase(publish::Phase::counted));
        ISO_CHECK(keep_ballots(result, proved.rounds));
        ISO_CHECK(bundle_.keep(bundle, proved.files, [this] { ++beats_; }));
        return folder_.store->put_document("result", jws);
    };
    ISO_CHECK(folder_.store->transact(keep));
    result_ = std::move(result);
    result_jws_ = jws;
    proved_ = !proved.files.empty();
    phase_ = publish::Phase::counted;
    ISO_CHECK(ledger_->follow());
    operations::info("counted", {{"ballots", result_->outcome.ballots}, {"invalid", result_->outcome.invalid}});
    return true;
}

publish::Standing Centre::standing() const
{
    const std::scoped_lock lock(mutex_);
    publish::Standing standing{*election_,
                               phase_,
                               {},
                               ledger_->checkpoint(),
                               ledger_->size(),
                               std::nullopt,
                               std::nullopt,
                               hours(),
                               ledger_->turn(),
                               known_halls(),
                               kept_views_ + fresh_views_,
                               today()};
    standing.report = intake::make_report(ledger_->tallies(), [&](const crypto::KeyId& terminal) { return channel_of(terminal); });
    if (rounds_.until > 0) standing.so_far = count::rank(election_->definition, rounds_.sums);
    if (result_) {
        // What was signed is what is shown, whatever knocked at the door since.
        standing.report = result_->report;
        standing.checkpoint = result_->checkpoint;
        standing.outcome = result_->outcome;
        standing.channels = result_->channels;
        standing.proved = proved_;
    }
    return standing;
}

bool Centre::admits(const crypto::PublicKey& device) const
{
    const std::shared_lock lock(roster_mutex_);
    const auto entry = entries_.find(crypto::key_id(device));
    return entry != entries_.end() && !entry->second.revoked && entry->second.key == device;
}

std::string Centre::package() const
{
    return election_->jws;
}

std::string Centre::roster() const
{
    const std::shared_lock lock(roster_mutex_);
    return roster_jws_;
}

Result<std::string> Centre::picture(const crypto::Digest& hash) const
{
    const std::scoped_lock lock(mutex_);
    ISO_TRY(auto picture, folder_.store->picture(hash));
    if (!picture) return fail(Errc::not_found, "there is no such picture");
    return *std::move(picture);
}

Result<http::Document> Centre::document(std::string_view path) const
{
    if (path == "/style.css") return http::Document{"text/css; charset=utf-8", publish::kStyle};
    if (!has_election()) return fail(Errc::not_found, "no vote is published here yet");
    if (path == "/checkpoint") return http::Document{"text/plain; charset=utf-8", standing().checkpoint};
    if (path == "/result.json") return http::Document{"application/json", publish::result_json(standing())};
    if (path == "/live") return http::Document{"application/json", publish::live_json(standing())};
    if (path == "/result.jws") {
        const std::scoped_lock lock(mutex_);
        if (result_jws_.empty()) return fail(Errc::not_found, "nothing is counted yet");
        return http::Document{"application/jose", result_jws_};
    }
    if (path == "/bundle.json") {
        ISO_TRY(auto listing, bundle_.listing());
        return http::Document{"application/json", std::move(listing)};
    }
    if (path == "/api/v1/openapi.json") return http::Document{"application/json", online::kOpenApi};
    if (path == "/package.jws") return http::Document{"application/jose", election_->jws};
    constexpr const char* kHtml = "text/html; charset=utf-8";
    constexpr const char* kScript = "text/javascript; charset=utf-8";
    constexpr const char* kCss = "text/css; charset=utf-8";
    const std::pair<std::string, const publish::ScriptedPage&> scripted[] = {{"/check", publish::check_page()}, {"/verify", publish::verify_page()}};
    for (const auto& [place, own] : scripted) {
        if (path == place) return http::Document{kHtml, std::string(own.page)};
        if (path == place + ".js") return http::Document{kScript, std::string(own.script)};
        if (path == place + ".css") return http::Document{kCss, std::string(own.style)};
    }
    if (path == "/live.js") return http::Document{kScript, std::string(publish::live_script())};
    if (path == "/") return http::Document{kHtml, page(election_->definition.languages.front())};
    for (const std::string language : publish::kLanguages) {
        if (path == "/" + language) return http::Document{kHtml, page(language)};
        if (path == "/parts/standing-" + language) return http::Document{kHtml, part(language)};
    }
    if (path.starts_with("/tile/") || path.starts_with("/inclusion/")) return log_file(path);
    return file(path);
}

}  // namespace isoloir::app
