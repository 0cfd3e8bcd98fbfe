// The centre takes online votes that a platform posts under a token of its own.

#include <algorithm>

#include "sync-server/app/centre.hpp"
#include "sync-server/online/post.hpp"
#include "sync-server/online/vote.hpp"
#include "sync-server/operations/log.hpp"

namespace isoloir::app {
namespace {

using store::Reason;

}  // namespace

Result<std::string> Centre::post_votes(std::string_view token, std::string_view body)
{
    ISO_CHECK(need_election());
    const auto platform = api_tokens_.owner_of(token);
    if (!platform) {
        operations::warning("posted votes refused", {{"why", platform.error().message}});
        return tl::make_unexpected(platform.error());
    }
    ISO_TRY(const auto lines, online::read_post(body));
    // Keyed: a plain hash of a short post would tell whoever guesses its content who chose what.
    const crypto::Digest post = crypto::blake2b({bytes_of("isoloir/online-post"), bytes_of(body)}, keys_.tag.span());
    store::Store& store = *folder_.store;
    {
        const std::scoped_lock lock(mutex_);
        ISO_TRY(auto answered, store.post_answer(post));
        if (answered) return *std::move(answered);
        if (phase_ != publish::Phase::open) return fail(Errc::refused, "the election is closed; online votes are no longer taken");
    }
    ISO_CHECK(poll_online(ballot::EventKind::opened));

    const std::chrono::year_month_day today{std::chrono::floor<std::chrono::days>(clock_.now())};
    const online::VoteReader reader(election_->definition, keys_.tag, today);
    std::vector<online::Fate> fates(lines.size());
    std::vector<online::OnlineVote> votes;
    std::vector<std::size_t> places;  // of the votes among the fates
    intake::Beside beside;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto vote = reader.read(lines[i]);
        if (vote) {
            votes.push_back(*std::move(vote));
            places.push_back(i);
            continue;
        }
        fates[i] = {vote.error().code == Errc::refused ? Reason::online_choice : Reason::online_voter, vote.error().message};
        ++beside.refused[fates[i].reason];
    }

    std::optional<std::string> answer;
    const auto seal = [&](const store::Chain& chain) -> Result<std::vector<intake::Checked>> {
        // The same post may have come twice at once, here or to another server.
        ISO_TRY(answer, store.post_answer(post));
        if (answer) {
            beside.refused.clear();
            return std::vector<intake::Checked>{};
        }
        const auto sealed = online::seal_votes(votes, *election_, keys_.online, chain.head, clock_.hour(), random_);
        auto checked = intake::check_records(sealed, keys_.online.public_key(), *election_);
        for (std::size_t i = 0; i < checked.size(); ++i) {
            const auto& mark = checked[i].marks.front();
            std::copy_n(mark.begin(), fates[places[i]].tracker.size(), fates[places[i]].tracker.begin());
        }
        return checked;
    };
    beside.write = [&](const intake::Taken& taken) -> Status {
        if (answer) return {};
        if (taken.stopped) return fail(Errc::refused, std::string("the online channel takes nothing: ") + store::words_for(*taken.stopped));
        for (std::size_t i = 0; i < places.size(); ++i) fates[places[i]].reason = taken.fates[i];
        answer = online::write_answer(fates);
        return store.put_post_answer(post, *answer);
    };
    ISO_TRY(const auto taken, take_online(post, seal, beside));
    operations::info("posted votes taken", {{"platform", *platform}, {"votes", lines.size()}, {"readable", taken.fates.size()}});
    return *std::move(answer);
}

}  // namespace isoloir::app
