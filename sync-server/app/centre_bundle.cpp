// The centre counts so that anyone can check it: the bundle of PROTOCOL.md 12, made here or, where trustees hold the key, by them.

#include "shared/base/encoding.hpp"
#include "shared/base/file.hpp"
#include "sync-server/app/centre.hpp"
#include "sync-server/counting/bundle.hpp"
#include "sync-server/publish/result_pb.hpp"

namespace isoloir::app {
namespace {

std::uint64_t ballots_in(std::span<const counting::Round> rounds)
{
    std::uint64_t ballots = 0;
    for (const counting::Round& round : rounds) ballots += round.records.size();
    return ballots;
}

Error too_few(std::uint64_t ballots, const election::Definition& definition, const char* instead)
{
    return {Errc::refused,
            "only " + std::to_string(ballots) + " ballots count, and this election shows none one by one among fewer than " +
                std::to_string(definition.batch_minimum) + ": a bundle holds every choice, and so few choices are nearly names. " + instead,
            {}};
}

}  // namespace

Status Centre::write_urn(const std::filesystem::path& bundle, std::span<const counting::Round> rounds)
{
    std::error_code failed;
    std::filesystem::create_directories(bundle, failed);
    if (failed) return fail(Errc::io, failed.message(), bundle.string());
    if (!std::filesystem::is_empty(bundle, failed) || failed) return fail(Errc::conflict, "a bundle goes into an empty folder", bundle.string());

    counting::LogWriter log(bundle);
    std::vector<counting::Excluded> excluded;
    const auto write = [&](store::Leaf&& leaf) -> Status {
        if (leaf.reason != store::Reason::accepted && leaf.reason != store::Reason::event) excluded.push_back({leaf.index, leaf.reason});
        return log.add(leaf.record);
    };
    ISO_CHECK(folder_.store->each_leaf(0, write));
    ISO_CHECK(log.finish());
    ISO_CHECK(write_file(bundle / "package.jws", election_->jws));
    ISO_CHECK(write_file(bundle / "roster.jws", roster()));
    ISO_CHECK(write_file(bundle / "checkpoint", ledger_->checkpoint()));
    return write_file(bundle / "counted.json", counting::counted_json(rounds, excluded));
}

Result<bool> Centre::write_bundle(const std::filesystem::path& bundle, bool few)
{
    ISO_CHECK(need_election());
    const std::scoped_lock lock(mutex_);
    if (phase_ == publish::Phase::open) return fail(Errc::refused, "the election is still open; run `isoloir-server close` first");
    ISO_CHECK(ledger_->check());
    ISO_TRY(const auto rounds, rounds_of_count());
    const std::uint64_t ballots = ballots_in(rounds);
    const auto& definition = election_->definition;
    const bool shown = publish::publishes_ballots(definition, ballots);
    if (!shown && definition.counting == election::Counting::live)
        return tl::make_unexpected(too_few(ballots, definition, "Run `isoloir-server count`, which publishes totals alone"));
    if (!shown && !few)
        return tl::make_unexpected(too_few(ballots, definition,
                                           "With --unpublished the folder is written for the trustees' eyes alone, totals alone are published, and the folder "
                                           "is to be destroyed after the count"));
    ISO_CHECK(write_urn(bundle, rounds));
    return shown;
}

Status Centre::may_count(std::span<const counting::Round> rounds, const std::filesystem::path& bundle) const
{
    const auto& definition = election_->definition;
    const std::uint64_t ballots = ballots_in(rounds);
    const bool by_trustees = definition.counting == election::Counting::ceremony;
    if (by_trustees && bundle.empty() && ballots > 0)
        return fail(Errc::refused, "trustees hold the key: `isoloir-server bundle FOLDER` writes what they mix and open, `count --bundle FOLDER` counts it");
    if (!by_trustees && !bundle.empty() && !publish::publishes_ballots(definition, ballots))
        return tl::make_unexpected(too_few(ballots, definition, "Run `isoloir-server count` without --bundle, which publishes totals alone"));
    return {};
}

Result<Centre::Proved> Centre::open_bundle(const std::filesystem::path& folder, std::span<const counting::Round> rounds, counting::SignedResult& result,
                                           const counting::Stages& bar)
{
    if (election_->definition.counting == election::Counting::live) {
        {
            const std::scoped_lock lock(mutex_);
            ISO_CHECK(write_urn(folder, rounds));
        }
        ISO_CHECK(counting::mix_and_open(folder, *election_, keys_.election, keys_.authority, rounds, random_, bar));
    }
    verify::Bundle bundle(folder, {keys_.authority.public_key()}, random_,
                          [&](const std::string& stage, std::size_t steps) { return bar(stage.c_str(), steps); });
    ISO_CHECK(verify::outcome_of(bundle.check_urn(), bundle));
    if (bundle.package().id != election_->id) return fail(Errc::refused, "the bundle is of another election", folder.string());
    ISO_TRY(const std::string checkpoint, read_file(folder / "checkpoint", log::kMaxCheckpointBytes));
    if (checkpoint != result.checkpoint) return fail(Errc::refused, "the bundle is of another log than this centre's", folder.string());
    ISO_CHECK(verify::outcome_of(bundle.check_mixes(), bundle));
    ISO_CHECK(verify::outcome_of(bundle.check_openings(), bundle));

    auto opened = counting::read_opened(bundle);
    result.outcome = counting::tally(election_->definition, opened.rounds);
    Proved proved{std::move(opened.rounds), {}};
    if (!publish::publishes_ballots(election_->definition, result.outcome)) return proved;
    const std::string ballots = publish::result_pb(election_->definition, result.outcome, proved.rounds);
    ISO_TRY(const std::string counted, read_file(folder / "counted.json", std::size_t{1} << 30));
    ISO_CHECK(write_file(folder / "ballots.pb", ballots));
    ISO_CHECK(write_file(folder / "invalid.json", opened.invalid));
    result.files = counting::BundleHashes{crypto::sha256(bytes_of(counted)), crypto::sha256(bytes_of(ballots)), crypto::sha256(bytes_of(opened.invalid))};
    proved.files = bundle.files();
    proved.files.insert({"ballots.pb", "invalid.json", "result.jws"});
    return proved;
}

Result<bool> Centre::count_and_prove(const counting::Stages& bar)
{
    const std::filesystem::path folder = folder_.path / "count.partial";
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);  // of a count that was cut off
    auto counted = count(bar, folder);
    std::filesystem::remove_all(folder, ignored);
    return counted;
}

Result<http::Download> Centre::download(std::string_view path) const
{
    if (!has_election()) return fail(Errc::not_found, "no vote is published here yet");
    if (path == "/bundle.zip") return bundle_.archive("isoloir-" + to_hex(election_->id).substr(0, 8));
    constexpr std::string_view kBundle = "/bundle/";
    return bundle_.file(path.substr(std::min(kBundle.size(), path.size())));
}

}  // namespace isoloir::app
