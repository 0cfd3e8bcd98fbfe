#include "bench/bare.hpp"

#include <stdexcept>
#include <thread>

#include "shared/ballot/encoding.hpp"
#include "shared/ballot/proofs.hpp"
#include "shared/base/parallel.hpp"

namespace isoloir::bench {

Bare::Bare(const ACrowd& crowd, const election::Package& package) : package_(package)
{
    std::uint64_t leaf = 0;
    for (const auto& terminal : crowd.terminals) {
        const auto& key = terminal.device().public_key();
        const auto checked = intake::check_records(terminal.lines(), key, package);
        for (std::size_t i = 0; i < checked.size(); ++i) {
            if (i % kBatch == 0) {
                batches_.emplace_back();
                rows_.emplace_back();
            }
            const auto& content = *checked[i].content;
            rows_.back().leaves.push_back({leaf, checked[i].record, terminal.id(), content.sequence, checked[i].hash, checked[i].reason, checked[i].marks});
            if (const auto* body = std::get_if<ballot::BallotBody>(&content.body)) {
                const auto envelope = wire::split_envelope(checked[i].record, wire::Kind::record, ballot::kMaxRecordBytes).value();
                const auto& sealed = body->ballot;
                batches_.back().push_back({key,
                                           std::string(envelope.signing_input),
                                           envelope.signature,
                                           sealed.ciphertexts[0].c1.bytes(),
                                           sealed.ciphertexts[0].c2.bytes(),
                                           sealed.proofs[0].t.bytes(),
                                           sealed.proofs[0].s.bytes(),
                                           {content.election, body->voter, content.terminal, content.sequence}});
                rows_.back().openings.push_back({leaf, *checked[i].voter});
                rows_.back().voters.push_back({checked[i].voter->tag, leaf, terminal.id(), content.hour});
            }
            ++leaf;
        }
    }
}

void Bare::check_batch(const std::vector<Ballot>& ballots) const
{
    std::vector<ballot::SealedBallot> sealed;
    std::vector<ballot::ProofPoints> points;
    std::vector<ballot::Claim> claims;
    sealed.reserve(ballots.size());
    points.reserve(ballots.size());
    for (const Ballot& one : ballots) {
        if (!crypto::verify(one.key, bytes_of(one.signed_text), one.signature)) throw std::runtime_error("a signature does not hold");
        const auto c1 = crypto::ReadElement::read(one.c1).value();
        const auto t = crypto::ReadElement::read(one.t).value();
        points.push_back({{c1.point}, {t.point}});
        sealed.push_back({{{c1.element, crypto::Element::parse(one.c2).value()}}, {{t.element, crypto::Scalar::parse(one.s).value()}}});
        claims.push_back({&sealed.back(), one.context, &points.back()});
    }
    crypto::SystemRandom random;
    for (const bool holds : ballot::check_together(claims, ballot::block_count(package_.definition), package_.keys.election, random))
        if (!holds) throw std::runtime_error("a proof does not hold");
}

void Bare::check() const
{
    for_each_task(batches_.size(), [&](std::size_t i) { check_batch(batches_[i]); });
}

void Bare::insert() const
{
    test::TemporaryFolder folder;
    crypto::SystemRandom random;
    const auto made = store::create_folder({folder / "bare"}, random).value();
    for (const Rows& rows : rows_) {
        const auto written = made.store->transact([&]() -> Status {
            ISO_CHECK(made.store->append(rows.leaves));
            ISO_CHECK(made.store->put_openings(rows.openings));
            return made.store->claim_voters(rows.voters);
        });
        if (!written) throw std::runtime_error(written.error().text());
    }
}

void Bare::check_and_insert() const
{
    const std::jthread inserting([this] { insert(); });
    check();
}

}  // namespace isoloir::bench
