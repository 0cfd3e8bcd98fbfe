#pragma once
// Trustees who make a key together, each free to send what it should not.

#include "shared/proof/ceremony_part.hpp"
#include "tests/support/seeded_random.hpp"

namespace isoloir::test {

using proof::Seat;
using proof::Stage;
using proof::Verdict;

struct ACeremony {
    SeededRandom random;
    std::vector<crypto::Signer> signers;
    std::string text;  // ceremony.json
    proof::Ceremony ceremony;
    std::vector<proof::Part> parts;
    std::vector<proof::Received> folder;

    ACeremony(std::size_t threshold, std::size_t trustees, std::uint8_t seed = 1) : random(seed)
    {
        const std::vector<std::string> names{"Anne", "Bart", "Chloé", "Driss", "Elke"};
        std::vector<proof::Trustee> list;
        for (std::size_t i = 0; i < trustees; ++i) {
            signers.push_back(crypto::Signer::generate(random));
            list.push_back({names[i], signers.back().public_key()});
        }
        text = proof::convene(threshold, list, random).value();
        ceremony = proof::read_ceremony(text).value();
        for (std::size_t i = 0; i < trustees; ++i) parts.push_back(proof::Part::draw(threshold, random));
    }

    std::size_t size() const { return signers.size(); }
    Seat seat(std::uint64_t trustee) const { return {ceremony, trustee, signers[trustee - 1]}; }
    const proof::Part& part(std::uint64_t trustee) const { return parts[trustee - 1]; }
    Verdict verdict() const { return proof::judge(ceremony, folder); }

    static std::string file(const char* round, std::uint64_t trustee) { return std::string(round) + "-" + std::to_string(trustee) + ".jws"; }
    void put(const std::string& file, const std::string& jws) { folder.push_back({file, jws}); }
    /// What lies there under this name becomes another message, rightly signed.
    void replace(const char* round, std::uint64_t trustee, const proof::Message& message)
    {
        replace(file(round, trustee), proof::sign_message(seat(trustee), message));
    }
    void replace(const std::string& file, const std::string& jws)
    {
        for (auto& one : folder)
            if (one.file == file) one.jws = jws;
    }
    template <class Kind>
    Kind sent(const char* round, std::uint64_t trustee) const
    {
        for (const auto& one : folder)
            if (one.file == file(round, trustee)) return std::get<Kind>(proof::open_message(ceremony, one.jws).value().message);
        throw std::runtime_error("not sent");
    }

    void commit(std::uint64_t trustee) { put(file("commit", trustee), part(trustee).commit(seat(trustee))); }
    void reveal(std::uint64_t trustee) { put(file("reveal", trustee), part(trustee).reveal(seat(trustee), verdict(), random)); }
    void answer(std::uint64_t trustee) { put(file("confirm", trustee), part(trustee).answer(seat(trustee), verdict())); }

    ACeremony& committed()
    {
        for (std::uint64_t i = 1; i <= size(); ++i) commit(i);
        return *this;
    }
    ACeremony& revealed()
    {
        committed();
        for (std::uint64_t i = 1; i <= size(); ++i) reveal(i);
        return *this;
    }
    ACeremony& finished()
    {
        revealed();
        for (std::uint64_t i = 1; i <= size(); ++i) answer(i);
        return *this;
    }
    crypto::Scalar share(std::uint64_t trustee) const { return crypto::Scalar::parse(part(trustee).share(seat(trustee), verdict()).value().span()).value(); }
};

}  // namespace isoloir::test
