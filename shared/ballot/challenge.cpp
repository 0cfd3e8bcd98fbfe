#include "shared/ballot/challenge.hpp"

#include <algorithm>

#include "shared/base/encoding.hpp"

namespace isoloir::ballot {
namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kHeadBytes = 1 + 16 + 10;
constexpr std::size_t kBlockBytes = kPayloadBytes + 32;
constexpr std::size_t kMaxBlocks = 16;

bool is_choice(const std::vector<Payload>& choice, const election::Definition& definition)
{
    return decode(definition, elements_of(choice)).has_value();
}

/// With r = 0 the ciphertext would lie open; no record may hold an identity.
bool has_identity(const std::vector<Ciphertext>& ciphertexts)
{
    return std::any_of(ciphertexts.begin(), ciphertexts.end(),
                       [](const auto& ciphertext) { return ciphertext.c1.is_identity() || ciphertext.c2.is_identity(); });
}

}  // namespace

Revealed reveal(const std::vector<Ciphertext>& ciphertexts, std::span<const crypto::Scalar> randomness, const crypto::Element& election_key)
{
    Revealed revealed;
    for (std::size_t i = 0; i < ciphertexts.size(); ++i) {
        revealed.choice.push_back(payload_of(ciphertexts[i].c2 - randomness[i] * election_key).value());
        revealed.randomness.push_back(randomness[i]);
    }
    return revealed;
}

std::vector<crypto::Element> elements_of(const std::vector<Payload>& choice)
{
    std::vector<crypto::Element> elements;
    for (const Payload& payload : choice) elements.push_back(element_of(payload));
    return elements;
}

std::vector<Ciphertext> seal_again(const Revealed& revealed, const crypto::Element& election_key)
{
    std::vector<Ciphertext> ciphertexts;
    for (std::size_t i = 0; i < revealed.choice.size(); ++i) {
        const crypto::Scalar& r = revealed.randomness[i];
        ciphertexts.push_back({crypto::base_times(r), element_of(revealed.choice[i]) + r * election_key});
    }
    return ciphertexts;
}

Status check_opening(const std::vector<Ciphertext>& ciphertexts, const Revealed& revealed, const election::Definition& definition,
                     const crypto::Element& election_key)
{
    if (revealed.choice.size() != revealed.randomness.size()) return fail(Errc::forged, "the opening has the wrong number of blocks");
    if (!is_choice(revealed.choice, definition)) return fail(Errc::forged, "the opening shows no choice of this election");
    if (seal_again(revealed, election_key) != ciphertexts) return fail(Errc::forged, "the opening gives another ciphertext");
    return {};
}

std::string write_challenge(const Challenge& challenge)
{
    Bytes bytes{kVersion};
    const auto add = [&](ByteSpan part) { bytes.insert(bytes.end(), part.begin(), part.end()); };
    add(challenge.election);
    add(challenge.tracker);
    for (std::size_t i = 0; i < challenge.revealed.choice.size(); ++i) {
        add(challenge.revealed.choice[i]);
        add(challenge.revealed.randomness[i].bytes());
    }
    return to_base64url(bytes);
}

std::string challenge_link(const Challenge& challenge, const std::string& host)
{
    return (host.empty() ? "" : "https://" + host + "/check#") + write_challenge(challenge);
}

Result<Challenge> parse_challenge(std::string_view text)
{
    if (text.size() > kMaxChallengeText) return fail(Errc::malformed, "longer than any challenge");
    ISO_TRY(const Bytes bytes, from_base64url(text));
    if (!bytes.empty() && bytes[0] != kVersion) return fail(Errc::refused, "not a challenge of version 1");
    const std::size_t blocks = bytes.size() < kHeadBytes ? 0 : (bytes.size() - kHeadBytes) / kBlockBytes;
    if (blocks == 0 || blocks > kMaxBlocks || bytes.size() != kHeadBytes + blocks * kBlockBytes)
        return fail(Errc::malformed, "a challenge cut short, or longer than it should be");

    Challenge challenge;
    auto at = bytes.begin() + 1;
    const auto take = [&](auto& part) {
        std::copy_n(at, part.size(), part.begin());
        at += static_cast<std::ptrdiff_t>(part.size());
    };
    take(challenge.election);
    take(challenge.tracker);
    for (std::size_t i = 0; i < blocks; ++i) {
        take(challenge.revealed.choice.emplace_back());
        ByteArray<32> r;
        take(r);
        ISO_TRY(const auto scalar, crypto::Scalar::parse(r));
        challenge.revealed.randomness.push_back(scalar);
    }
    return challenge;
}

ChallengeCheck check_challenge(const Challenge& challenge, const election::Package& package)
{
    ChallengeCheck check;
    check.election = std::equal(challenge.election.begin(), challenge.election.end(), package.id.begin());
    check.encoding = is_choice(challenge.revealed.choice, package.definition);
    const auto ciphertexts = seal_again(challenge.revealed, package.keys.election);
    check.tracker = !has_identity(ciphertexts) && tracker_bytes(ciphertexts) == challenge.tracker;
    return check;
}

}  // namespace isoloir::ballot
