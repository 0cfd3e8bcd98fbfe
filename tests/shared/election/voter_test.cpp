#include "shared/election/voter.hpp"

#include "shared/base/encoding.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace isoloir;
using election::IdentifierKind;
using election::VoterIdentifier;

crypto::SecretBytes key(std::uint8_t fill)
{
    const ByteArray<32> bytes = [&] {
        ByteArray<32> b;
        b.fill(fill);
        return b;
    }();
    return crypto::SecretBytes(bytes);
}

}  // namespace

TEST_CASE("a voter's tag is the keyed BLAKE2b-256 that the protocol names")
{
    // Python: hashlib.blake2b(b"isoloir/voter" + b"voter-code" + b"ABC123", digest_size=32, key=bytes([7]*32))
    CHECK(to_hex(election::voter_tag(key(7), {IdentifierKind::voter_code, "ABC123"})) == "9ed02eee5943700b47bc9d6ad65654c0c6dcb9cf16ca7009d5c033467d9e9153");
}

TEST_CASE("tags differ by kind, identifier and election key")
{
    const auto tag = election::voter_tag(key(1), {IdentifierKind::voter_code, "90021400130"});
    CHECK(tag == election::voter_tag(key(1), {IdentifierKind::voter_code, "90021400130"}));
    CHECK(tag != election::voter_tag(key(1), {IdentifierKind::national_number, "90021400130"}));
    CHECK(tag != election::voter_tag(key(1), {IdentifierKind::voter_code, "90021400131"}));
    CHECK(tag != election::voter_tag(key(2), {IdentifierKind::voter_code, "90021400130"}));
}

TEST_CASE("a commitment to a voter opens with its own tag and opening alone")
{
    // Python: hashlib.blake2b(b"isoloir/commit" + bytes([1]*32) + bytes([2]*32), digest_size=32)
    election::VoterTag tag;
    tag.fill(1);
    election::Opening opening;
    opening.fill(2);
    const auto commitment = election::commit_voter(tag, opening);
    CHECK(to_hex(commitment) == "17a5cbbd27eae735897bf129398d5705d5fb5a74a22ea9a8fa05a91c3ccacd4f");
    CHECK(election::commit_voter(opening, tag) != commitment);
}
