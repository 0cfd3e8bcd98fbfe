// How a vote becomes a record: sealed first, shown by its tracker, and only then cast or, to check the terminal, spoilt
// (PROTOCOL.md 4.4). Cast and spoil end in the same append as every record.

#include <algorithm>

#include "terminal/journal/journal.hpp"

namespace isoloir::journal {
namespace {

wire::BatchLine::Voter voter_of(const crypto::SecretBytes& tag_and_opening)
{
    wire::BatchLine::Voter voter;
    std::copy_n(tag_and_opening.data(), voter.tag.size(), voter.tag.begin());
    std::copy_n(tag_and_opening.data() + voter.tag.size(), voter.opening.size(), voter.opening.begin());
    return voter;
}

}  // namespace

Result<SealedVote> Journal::seal(const election::VoterIdentifier& voter, const election::Selection& selection, Hour hour)
{
    if (poll_ != Poll::open) return fail(Errc::refused, "the poll is not open at this terminal");
    ISO_TRY(const bool voted, has_voted(voter));
    if (voted) return fail(Errc::conflict, "this voter has voted at this terminal already");

    const election::VoterTag tag = election::voter_tag(tag_key_, voter);
    const auto opening = random_->bytes<32>();
    crypto::SecretBytes tag_and_opening(tag.size() + opening.size());
    std::copy(tag.begin(), tag.end(), tag_and_opening.data());
    std::copy(opening.begin(), opening.end(), tag_and_opening.data() + tag.size());

    auto content = next_record(hour);
    const auto commitment = election::commit_voter(tag, opening);
    const ballot::Context context{content.election, commitment, content.terminal, content.sequence};
    auto sealing = ballot::seal(package_->definition, selection, *sealing_key_, context, *random_);
    std::string tracker = ballot::tracker(sealing.ballot.ciphertexts);
    content.body = ballot::BallotBody{commitment, std::move(sealing.ballot)};
    return SealedVote(std::move(content), crypto::SecretScalars::of(sealing.randomness), std::move(tag_and_opening), std::move(tracker));
}

Result<std::string> Journal::cast(SealedVote vote)
{
    vote.randomness_ = crypto::SecretScalars(0);  // casting never needs it, and from here on nobody can open this ballot
    if (poll_ != Poll::open) return fail(Errc::refused, "the poll is not open at this terminal");
    const auto voter = voter_of(vote.voter_);
    ISO_TRY(const bool voted, holds_tag(voter.tag));
    if (voted) return fail(Errc::conflict, "this voter has voted at this terminal already");
    // The proof names the record's number: the ballot holds at this place of the chain and nowhere else.
    if (ballot::ChainHead{vote.content_.sequence, vote.content_.previous} != head_)
        return fail(Errc::unavailable, "the chain has gone on since this vote was sealed; seal it anew");

    const auto record = ballot::sign_record(vote.content_, device_);
    ISO_CHECK(append(record, voter));
    head_ = {head_.next + 1, record.hash};
    last_hour_ = vote.content_.hour;
    ++ballots_;
    return vote.tracker_;
}

Result<ballot::Challenge> Journal::spoil(SealedVote vote)
{
    if (poll_ != Poll::open) return fail(Errc::refused, "the poll is not open at this terminal");
    const auto& ciphertexts = std::get<ballot::BallotBody>(vote.content_.body).ballot.ciphertexts;
    ballot::Challenge challenge;
    std::copy_n(package_->id.begin(), challenge.election.size(), challenge.election.begin());
    challenge.tracker = ballot::tracker_bytes(ciphertexts);
    challenge.revealed = ballot::reveal(ciphertexts, vote.randomness_.all(), package_->keys.election);

    // Unlike a proof, an opening holds at any place of the chain.
    auto content = next_record(vote.content_.hour);
    content.body = ballot::SpoiltBody{ciphertexts, challenge.revealed};
    const auto record = ballot::sign_record(content, device_);
    ISO_CHECK(append(record, std::nullopt));
    head_ = {head_.next + 1, record.hash};
    last_hour_ = content.hour;
    ++spoilt_;
    return challenge;
}

}  // namespace isoloir::journal
