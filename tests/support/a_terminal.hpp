#pragma once
// A simulated terminal: a device key and its chain of signed records, honest or as an attacker would make them.

#include <string>
#include <vector>

#include "shared/ballot/record.hpp"
#include "shared/election/package.hpp"
#include "shared/wire/bundle.hpp"
#include "shared/wire/jws.hpp"
#include "shared/wire/roster.hpp"
#include "shared/wire/sync.hpp"

namespace isoloir::test {

class ATerminal {
public:
    explicit ATerminal(crypto::Random& random) : random_(&random), device_(crypto::Signer::generate(random)) {}

    /// A second device with the same key and the same past: a cloned disk.
    ATerminal clone() const
    {
        ATerminal copy(*random_);
        copy.device_ = *crypto::Signer::from_seed(device_.seed().span());
        copy.head_ = head_;
        copy.hour_ = hour_;
        copy.lines_ = lines_;
        return copy;
    }

    const crypto::Signer& device() const { return device_; }
    crypto::KeyId id() const { return device_.id(); }
    ballot::ChainHead head() const { return head_; }
    std::string enrolment(const std::string& name = "Salle 1") const { return wire::sign_enrolment({device_.public_key(), name}, device_); }

    /// The hour that its records bear from now on.
    ATerminal& at(Hour hour)
    {
        hour_ = hour;
        return *this;
    }
    ATerminal& event(const election::Package& package, ballot::EventKind kind)
    {
        auto content = next(package);
        content.body = ballot::EventBody{kind, 0};
        return append(content, std::nullopt);
    }
    ATerminal& opened(const election::Package& package) { return event(package, ballot::EventKind::opened); }
    ATerminal& closed(const election::Package& package) { return event(package, ballot::EventKind::closed); }

    /// A vote by whoever has this tag.
    ATerminal& vote(const election::Package& package, const election::VoterTag& tag, const std::vector<std::size_t>& projects)
    {
        return vote(package, tag, projects, *random_);
    }
    /// With a random source of its own, to seal twice with one randomness.
    ATerminal& vote(const election::Package& package, const election::VoterTag& tag, const std::vector<std::size_t>& projects, crypto::Random& sealing)
    {
        auto content = next(package);
        const auto opening = random_->bytes<32>();
        const auto commitment = election::commit_voter(tag, opening);
        const auto selection = election::Selection::make(package.definition, projects);
        auto sealed = ballot::seal(package.definition, *selection, package.keys.election, {package.id, commitment, id(), head_.next}, sealing);
        content.body = ballot::BallotBody{commitment, std::move(sealed.ballot)};
        return append(content, wire::BatchLine::Voter{tag, opening});
    }

    /// A vote that its voter checks the terminal with: it is laid open and never cast.
    ATerminal& spoilt(const election::Package& package, const std::vector<std::size_t>& projects) { return spoilt(package, projects, *random_); }
    ATerminal& spoilt(const election::Package& package, const std::vector<std::size_t>& projects, crypto::Random& sealing)
    {
        auto content = next(package);
        const auto selection = election::Selection::make(package.definition, projects);
        const auto sealed = ballot::seal(package.definition, *selection, package.keys.election, {}, sealing);
        const auto& ciphertexts = sealed.ballot.ciphertexts;
        content.body = ballot::SpoiltBody{ciphertexts, ballot::reveal(ciphertexts, sealed.randomness, package.keys.election)};
        return append(content, std::nullopt);
    }
    /// As a terminal does that seals one choice and shows another.
    ATerminal& spoilt_falsely(const election::Package& package)
    {
        auto content = next(package);
        ATerminal honest = clone();
        honest.spoilt(package, {0});
        auto body = std::get<ballot::SpoiltBody>(ballot::open_record(honest.lines_.back().record, device_.public_key())->body);
        body.revealed.choice[0][0] ^= 2;
        content.body = std::move(body);
        return append(content, std::nullopt);
    }

    /// The content of the next record, for records that an honest terminal would not sign.
    ballot::RecordContent next(const election::Package& package) const { return {package.id, id(), head_.next, head_.last, hour_, {}}; }
    ATerminal& append(const ballot::RecordContent& content, const std::optional<wire::BatchLine::Voter>& voter)
    {
        const auto record = ballot::sign_record(content, device_);
        lines_.push_back({record.jws, voter});
        head_ = {head_.next + 1, record.hash};
        return *this;
    }
    /// A signed payload of any text, chained as if it were a record.
    ATerminal& append_text(const std::string& payload, const std::optional<wire::BatchLine::Voter>& voter)
    {
        const std::string jws = wire::sign_envelope(wire::Kind::record, payload, device_);
        lines_.push_back({jws, voter});
        head_ = {head_.next + 1, wire::envelope_hash(jws)};
        return *this;
    }

    const std::vector<wire::BatchLine>& lines() const { return lines_; }
    std::vector<wire::BatchLine> lines_from(std::size_t first) const { return {lines_.begin() + static_cast<std::ptrdiff_t>(first), lines_.end()}; }
    std::string batch(std::size_t first = 0) const { return wire::write_batch(lines_from(first)); }
    std::string bundle(const election::Package& package) const { return wire::write_bundle({package.id, device_.public_key(), 0, lines_}, device_); }

private:
    crypto::Random* random_;
    crypto::Signer device_;
    ballot::ChainHead head_;
    Hour hour_{500'000};
    std::vector<wire::BatchLine> lines_;
};

/// The tag of voter number n.
inline election::VoterTag a_voter(std::uint64_t n)
{
    const std::string name = "voter " + std::to_string(n);
    return crypto::sha256(bytes_of(name));
}

}  // namespace isoloir::test
