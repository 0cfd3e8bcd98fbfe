#include "shared/wire/bundle.hpp"

#include "shared/base/encoding.hpp"
#include "shared/wire/jws.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fails_as.hpp"
#include "tests/support/seeded_random.hpp"

using namespace isoloir;
using namespace isoloir::wire;

namespace {

struct ABundle {
    test::SeededRandom random{1};
    crypto::Signer terminal{crypto::Signer::generate(random)};
    Bundle bundle{random.bytes<32>(), terminal.public_key(), 4, {{"aa.bb.cc", BatchLine::Voter{random.bytes<32>(), random.bytes<32>()}}, {"dd.ee.ff", {}}}};
    std::string text{write_bundle(bundle, terminal)};
};

}  // namespace

TEST_CASE("a bundle file reads back, also an empty one")
{
    ABundle a;
    const auto read = read_bundle(a.text).value();
    CHECK(read.election == a.bundle.election);
    CHECK(read.terminal == a.bundle.terminal);
    CHECK(read.first == 4);
    REQUIRE(read.lines.size() == 2);
    CHECK(read.lines[0].record == "aa.bb.cc");
    CHECK(read.lines[0].voter->opening == a.bundle.lines[0].voter->opening);
    CHECK_FALSE(read.lines[1].voter);
    a.bundle.lines.clear();
    CHECK(read_bundle(write_bundle(a.bundle, a.terminal)).value().lines.empty());
}

TEST_CASE("a bundle file altered, cut or lengthened at any byte is refused")
{
    const ABundle a;
    for (std::size_t i = 0; i < a.text.size(); ++i) {
        for (const int bits : {1, 2, 0x20}) {
            std::string altered = a.text;
            altered[i] = static_cast<char>(altered[i] ^ bits);
            REQUIRE_FALSE(read_bundle(altered));
        }
        REQUIRE_FALSE(read_bundle(std::string_view(a.text).substr(0, i)));
    }
    CHECK_FALSE(read_bundle(a.text + "\n"));
    CHECK_FALSE(read_bundle(a.text + "{\"record\":\"aa.bb.cc\"}\n"));
    CHECK_FALSE(read_bundle("\r" + a.text));
}

TEST_CASE("the lines of one bundle do not pass behind the header of another")
{
    ABundle a;
    const std::string header = a.text.substr(0, a.text.find('\n') + 1);
    a.bundle.lines.pop_back();
    const std::string shorter = write_bundle(a.bundle, a.terminal);
    CHECK(test::fails_as(read_bundle(header + shorter.substr(shorter.find('\n') + 1)), Errc::forged));
}

TEST_CASE("a bundle in another device's name is refused")
{
    ABundle a;
    const auto other = crypto::Signer::generate(a.random);
    // The header names a.terminal, and other signs.
    const auto payload = from_base64url(split_envelope(a.text.substr(0, a.text.find('\n')), Kind::bundle, 4096).value().payload_part).value();
    const std::string forged = sign_envelope(Kind::bundle, text_of(payload), other) + a.text.substr(a.text.find('\n'));
    CHECK(test::fails_as(read_bundle(forged), Errc::forged));
}
