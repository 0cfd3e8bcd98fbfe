#include "shared/log/checkpoint.hpp"

#include <limits>

#include "shared/base/encoding.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fails_as.hpp"
#include "tests/support/seeded_random.hpp"

using namespace isoloir;
using log::Checkpoint;
using log::open_checkpoint;
using log::sign_checkpoint;

namespace {

struct ALog {
    test::SeededRandom random{1};
    crypto::Signer key{crypto::Signer::generate(random)};
    crypto::Signer other{crypto::Signer::generate(random)};
    crypto::Digest election{random.bytes<32>()};
    Checkpoint checkpoint{12, random.bytes<32>()};
    std::string note{sign_checkpoint(checkpoint, election, key)};

    Result<Checkpoint> open(std::string_view text) const { return open_checkpoint(text, election, key.public_key()); }
    /// Our signature below a body of our choice.
    std::string signed_body(const std::string& body) const
    {
        const std::string origin = "isoloir/" + to_hex(election);
        auto line = from_hex("00000000").value();
        const auto digest = crypto::sha256({bytes_of(origin), bytes_of("\n\x01"), key.public_key()});
        std::copy_n(digest.begin(), 4, line.begin());
        const auto signature = key.sign(bytes_of(body));
        line.insert(line.end(), signature.begin(), signature.end());
        return body + "\n\u2014 " + origin + " " + to_base64(line) + "\n";
    }
};

}  // namespace

TEST_CASE("a checkpoint is a signed note of C2SP, and opens")
{
    const ALog a;
    const std::string origin = "isoloir/" + to_hex(a.election);
    const std::string body = origin + "\n12\n" + to_base64(a.checkpoint.root) + "\n";
    CHECK(a.note == a.signed_body(body));
    CHECK(a.open(a.note).value() == a.checkpoint);
    for (const std::uint64_t size : {std::uint64_t{0}, std::numeric_limits<std::uint64_t>::max()}) {
        const Checkpoint extreme{size, a.checkpoint.root};
        CHECK(a.open(sign_checkpoint(extreme, a.election, a.key)).value() == extreme);
    }
}

TEST_CASE("a checkpoint of another key or election is refused")
{
    const ALog a;
    CHECK(test::fails_as(a.open(sign_checkpoint(a.checkpoint, a.election, a.other)), Errc::forged));
    auto election = a.election;
    election[0] ^= 1;
    CHECK(test::fails_as(a.open(sign_checkpoint(a.checkpoint, election, a.key)), Errc::refused));
}

TEST_CASE("a checkpoint altered or cut at any byte is refused")
{
    const ALog a;
    for (std::size_t i = 0; i < a.note.size(); ++i) {
        for (const int bits : {1, 2, 0x20}) {
            std::string altered = a.note;
            altered[i] = static_cast<char>(altered[i] ^ bits);
            REQUIRE_FALSE(a.open(altered));
        }
        REQUIRE_FALSE(a.open(std::string_view(a.note).substr(0, i)));
    }
}

TEST_CASE("witnesses' signatures beside ours do not disturb, and do not replace it")
{
    const ALog a;
    const std::string witness = "\u2014 witness.example.org/one " + to_base64(Bytes(76, 7)) + "\n";
    const auto split = a.note.find("\n\n") + 2;
    const std::string body = a.note.substr(0, split);
    const std::string ours = a.note.substr(split);
    CHECK(a.open(body + witness + ours).value() == a.checkpoint);
    CHECK(a.open(body + ours + witness).value() == a.checkpoint);
    CHECK(test::fails_as(a.open(body + witness), Errc::forged));
    CHECK(test::fails_as(a.open(body), Errc::forged));
}

TEST_CASE("size and root have one form, even when we signed another")
{
    const ALog a;
    const std::string origin = "isoloir/" + to_hex(a.election) + "\n";
    const std::string root = to_base64(a.checkpoint.root);
    CHECK(a.open(a.signed_body(origin + "12\n" + root + "\n")));
    for (const std::string& rest : {"012\n" + root + "\n", "+12\n" + root + "\n", "-1\n" + root + "\n", " 12\n" + root + "\n", "12 \n" + root + "\n",
                                    "\n" + root + "\n", "18446744073709551616\n" + root + "\n", "12\n" + root + "=\n", "12\n" + root.substr(0, 40) + "\n",
                                    std::string("12\n\n"), std::string("12\n"), std::string("12"), "12\r\n" + root + "\n", "12\n" + root + "\nextension\n"}) {
        CAPTURE(rest);
        CHECK_FALSE(a.open(a.signed_body(origin + rest)));
    }
    CHECK_FALSE(a.open(a.note + std::string(5000, '\n')));
}

TEST_CASE("a log that began anew has a name of its own, in one form")
{
    const ALog a;
    Checkpoint later = a.checkpoint;
    later.epoch = 1'790'000'000;
    const std::string note = sign_checkpoint(later, a.election, a.key);
    CHECK(note.find("isoloir/" + to_hex(a.election) + "/1790000000\n") == 0);
    CHECK(a.open(note).value() == later);
    const std::string rest = "\n12\n" + to_base64(a.checkpoint.root) + "\n";
    for (const char* name : {"/", "/0", "/01", "/-5", "/1790000000/", "/179000000x", "x", "/99999999999999999999"}) {
        CAPTURE(name);
        CHECK_FALSE(a.open(a.signed_body("isoloir/" + to_hex(a.election) + name + rest)));
    }
    // One name's signature says nothing of another.
    CHECK_FALSE(a.open(a.signed_body("isoloir/" + to_hex(a.election) + "/1790000000" + rest)));
}
