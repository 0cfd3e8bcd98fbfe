#include "sync-server/intake/check.hpp"

#include "shared/ballot/encoding.hpp"
#include "shared/ballot/proofs.hpp"
#include "shared/base/parallel.hpp"
#include "shared/log/merkle.hpp"

namespace isoloir::intake {
namespace {

/// Proofs that are checked together cost less each, and other batches keep the other cores busy.
constexpr std::size_t kWorthAThread = 200;

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

Reason judge_spoilt(const ballot::SpoiltBody& body, const election::Package& package)
{
    return ballot::check_opening(body.ciphertexts, body.revealed, package.definition, package.keys.election) ? Reason::spoilt : Reason::opening;
}

/// Whether the voter who came along with a ballot is the one that it names.
bool commits_to(const ballot::BallotBody& body, const std::optional<wire::BatchLine::Voter>& voter)
{
    return voter && election::commit_voter(voter->tag, voter->opening) == body.voter;
}

/// All but a ballot's proof.
Checked check_but_proof(const wire::BatchLine& line, const crypto::PublicKey& terminal, const election::Package& package)
{
    Checked checked;
    checked.record = line.record;
    auto content = ballot::open_record(line.record, terminal);
    if (!content) {
        checked.reason = content.error().code == Errc::forged ? Reason::signature : Reason::shape;
        return checked;
    }
    checked.hash = crypto::sha256(bytes_of(line.record));
    checked.leaf_hash = log::leaf_hash(bytes_of(line.record));
    checked.content = *std::move(content);
    const auto& body = checked.content->body;
    // Only a ballot has a voter: who was sent along with anything else is nobody's business.
    if (std::holds_alternative<ballot::BallotBody>(body)) checked.voter = line.voter;
    if (checked.content->election != package.id) {
        checked.reason = Reason::foreign_election;
    } else if (const auto* ballot = std::get_if<ballot::BallotBody>(&body)) {
        checked.reason = commits_to(*ballot, line.voter) ? Reason::accepted : Reason::commitment;
        checked.marks = marks_of(ballot->ballot.ciphertexts);
    } else if (const auto* spoilt = std::get_if<ballot::SpoiltBody>(&body)) {
        checked.reason = judge_spoilt(*spoilt, package);
        checked.marks = marks_of(spoilt->ciphertexts);
    } else {
        checked.reason = std::holds_alternative<ballot::EventBody>(body) ? Reason::event : Reason::unreadable;
    }
    return checked;
}

/// The proofs of those with which all else is well, together.
void check_proofs(std::span<Checked> checked, const election::Package& package)
{
    std::vector<ballot::Claim> claims;
    std::vector<Checked*> claimants;
    for (Checked& record : checked) {
        if (record.reason != Reason::accepted) continue;
        claims.push_back(ballot::claim_of(*record.content).value());
        claimants.push_back(&record);
    }
    crypto::SystemRandom random;
    const auto hold = ballot::check_together(claims, ballot::block_count(package.definition), package.keys.election, random);
    for (std::size_t i = 0; i < claims.size(); ++i)
        if (!hold[i]) claimants[i]->reason = Reason::proof;
}

}  // namespace

Checked check_record(const wire::BatchLine& line, const crypto::PublicKey& terminal, const election::Package& package)
{
    return std::move(check_records({&line, 1}, terminal, package).front());
}

std::vector<Checked> check_records(std::span<const wire::BatchLine> lines, const crypto::PublicKey& terminal, const election::Package& package)
{
    std::vector<Checked> checked(lines.size());
    const auto check_share = [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) checked[i] = check_but_proof(lines[i], terminal, package);
        check_proofs(std::span(checked).subspan(first, last - first), package);
    };
    for_each_share(lines.size(), check_share, kWorthAThread);
    return checked;
}

}  // namespace isoloir::intake
