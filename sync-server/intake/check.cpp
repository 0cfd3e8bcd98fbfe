#include "sync-server/intake/check.hpp"

#include "shared/ballot/encoding.hpp"
#include "sync-server/intake/parallel.hpp"

namespace isoloir::intake {
namespace {

store::Mark mark_of(std::span<const ballot::Ciphertext> ciphertexts)
{
    const auto digest = ballot::digest_of(ciphertexts);
    store::Mark mark;
    std::copy_n(digest.begin(), mark.size(), mark.begin());
    return mark;
}

/// Of the whole first, which begins with the ballot's tracker; then of each block, where there are several.
std::vector<store::Mark> marks_of(const std::vector<ballot::Ciphertext>& ciphertexts)
{
    std::vector<store::Mark> marks{mark_of(ciphertexts)};
    for (const auto& ciphertext : ciphertexts)
        if (ciphertexts.size() > 1) marks.push_back(mark_of({&ciphertext, 1}));
    return marks;
}

Reason judge_ballot(const ballot::RecordContent& content, const ballot::BallotBody& body, const std::optional<wire::BatchLine::Voter>& voter,
                    const election::Package& package)
{
    if (!voter || election::commit_voter(voter->tag, voter->opening) != body.voter) return Reason::commitment;
    const ballot::Context context{content.election, body.voter, content.terminal, content.sequence};
    if (!ballot::check_proofs(body.ballot, ballot::block_count(package.definition), package.keys.election, context)) return Reason::proof;
    return Reason::accepted;
}

Reason judge_spoilt(const ballot::SpoiltBody& body, const election::Package& package)
{
    return ballot::check_opening(body.ciphertexts, body.revealed, package.definition, package.keys.election) ? Reason::spoilt : Reason::opening;
}

}  // namespace

Checked check_record(const wire::BatchLine& line, const crypto::PublicKey& terminal, const election::Package& package)
{
    Checked checked;
    checked.record = line.record;
    auto content = ballot::open_record(line.record, terminal);
    if (!content) {
        checked.reason = content.error().code == Errc::forged ? Reason::signature : Reason::shape;
        return checked;
    }
    checked.hash = crypto::sha256(bytes_of(line.record));
    checked.content = *std::move(content);
    const auto& body = checked.content->body;
    // Only a ballot has a voter: who was sent along with anything else is nobody's business.
    if (std::holds_alternative<ballot::BallotBody>(body)) checked.voter = line.voter;
    if (checked.content->election != package.id) {
        checked.reason = Reason::foreign_election;
    } else if (const auto* ballot = std::get_if<ballot::BallotBody>(&body)) {
        checked.reason = judge_ballot(*checked.content, *ballot, line.voter, package);
        checked.marks = marks_of(ballot->ballot.ciphertexts);
    } else if (const auto* spoilt = std::get_if<ballot::SpoiltBody>(&body)) {
        checked.reason = judge_spoilt(*spoilt, package);
        checked.marks = marks_of(spoilt->ciphertexts);
    } else {
        checked.reason = std::holds_alternative<ballot::EventBody>(body) ? Reason::event : Reason::unreadable;
    }
    return checked;
}

std::vector<Checked> check_records(std::span<const wire::BatchLine> lines, const crypto::PublicKey& terminal, const election::Package& package)
{
    std::vector<Checked> checked(lines.size());
    for_each_index(lines.size(), [&](std::size_t i) { checked[i] = check_record(lines[i], terminal, package); });
    return checked;
}

}  // namespace isoloir::intake
