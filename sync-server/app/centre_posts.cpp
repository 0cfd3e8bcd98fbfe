// The centre takes online votes that a platform posts under a token of its own.

#include <algorithm>

#include "shared/base/encoding.hpp"
#include "shared/base/text.hpp"
#include "sync-server/app/centre.hpp"
#include "sync-server/online/post.hpp"
#include "sync-server/online/vote.hpp"
#include "sync-server/operations/log.hpp"

namespace isoloir::app {
namespace {

using store::Reason;

constexpr std::string_view kTokenMark = "isoloir_";  // so that a token that leaked is found by searching for it
constexpr std::size_t kMaxName = 100;
constexpr std::size_t kLeastName = 8;  // characters of a token's hash that are enough

crypto::Digest hash_of(std::string_view token)
{
    // A plain hash is enough: nobody guesses 32 random bytes.
    return crypto::blake2b({bytes_of("isoloir/api-token"), bytes_of(token)});
}

}  // namespace

Result<MadeApiToken> Centre::make_api_token(const std::string& name, Hour last)
{
    ISO_CHECK(need_election());
    if (name.empty() || name.size() > kMaxName) return fail(Errc::refused, "whom the token is for has 1 to " + std::to_string(kMaxName) + " bytes");
    if (!is_plain_line(name)) return fail(Errc::refused, "whom the token is for is told on one plain line, without control characters");
    if (last < clock_.hour()) return fail(Errc::refused, "it would be over before it began");
    auto bits = random_.bytes<32>();
    std::string token = std::string(kTokenMark) + to_base64url(bits);
    crypto::wipe(bits);
    const store::ApiToken kept{hash_of(token), name, last, false};
    const std::scoped_lock lock(mutex_);
    ISO_CHECK(folder_.store->transact([&] { return folder_.store->put_token(kept); }));
    operations::info("API token made", {{"token", to_hex(kept.hash).substr(0, kLeastName)}, {"for", name}});
    return MadeApiToken{kept, token};
}

Result<std::vector<store::ApiToken>> Centre::api_tokens() const
{
    const std::scoped_lock lock(mutex_);
    return folder_.store->tokens();
}

Result<std::size_t> Centre::withdraw_api_tokens(const std::string& name)
{
    const std::scoped_lock lock(mutex_);
    store::Store& store = *folder_.store;
    std::size_t withdrawn = 0;
    const auto withdraw = [&]() -> Status {
        ISO_TRY(auto tokens, store.tokens());
        std::erase_if(tokens, [&](const auto& token) { return token.name != name && (name.size() < kLeastName || !to_hex(token.hash).starts_with(name)); });
        if (tokens.empty())
            return fail(Errc::not_found, "no token is for somebody of this name, or is called so; `isoloir-server api-token list` shows them", name);
        withdrawn = 0;
        for (auto& token : tokens) {
            if (token.withdrawn) continue;
            token.withdrawn = true;
            ++withdrawn;
            ISO_CHECK(store.put_token(token));
        }
        return {};
    };
    ISO_CHECK(store.transact(withdraw));
    operations::warning("API tokens withdrawn", {{"tokens", withdrawn}});
    return withdrawn;
}

Result<std::string> Centre::admit_platform(std::string_view token) const
{
    const std::scoped_lock lock(mutex_);
    ISO_TRY(const auto known, folder_.store->token(hash_of(token)));
    if (!known) return fail(Errc::forged, "a token that this server gave out is expected (Authorization: Bearer)");
    if (known->withdrawn) return fail(Errc::forged, "this token was withdrawn");
    if (known->last < clock_.hour()) return fail(Errc::forged, "this token is over; ask the central admin for a new one");
    return known->name;
}

Result<std::string> Centre::post_votes(std::string_view token, std::string_view body)
{
    const auto platform = admit_platform(token);
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
