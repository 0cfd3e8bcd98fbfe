#include "shared/crypto/group.hpp"

#include <rapidcheck.h>

#include "tests/support/catch.hpp"
#include "tests/support/fails_as.hpp"
#include "tests/support/seeded_random.hpp"
#include "tests/support/vectors.hpp"

using namespace isoloir;
using crypto::base_times;
using crypto::Element;
using crypto::Scalar;
using test::hex;
using test::hex_array;

namespace {

// RFC 9496 appendix A.1: 1·B to 15·B
const char* const kMultiples[] = {
    "e2f2ae0a6abc4e71a884a961c500515f58e30b6aa582dd8db6a65945e08d2d76", "6a493210f7499cd17fecb510ae0cea23a110e8d5b901f8acadd3095c73a3b919",
    "94741f5d5d52755ece4f23f044ee27d5d1ea1e2bd196b462166b16152a9d0259", "da80862773358b466ffadfe0b3293ab3d9fd53c5ea6c955358f568322daf6a57",
    "e882b131016b52c1d3337080187cf768423efccbb517bb495ab812c4160ff44e", "f64746d3c92b13050ed8d80236a7f0007c3b3f962f5ba793d19a601ebb1df403",
    "44f53520926ec81fbd5a387845beb7df85a96a24ece18738bdcfa6a7822a176d", "903293d8f2287ebe10e2374dc1a53e0bc887e592699f02d077d5263cdd55601c",
    "02622ace8f7303a31cafc63f8fc48fdc16e1c8c8d234b2f0d6685282a9076031", "20706fd788b2720a1ed2a5dad4952b01f413bcf0e7564de8cdc816689e2db95f",
    "bce83f8ba5dd2fa572864c24ba1810f9522bc6004afe95877ac73241cafdab42", "e4549ee16b9aa03099ca208c67adafcafa4c3f3e4e5303de6026e3ca8ff84460",
    "aa52e000df2e16f55fb1032fc33bc42742dad6bd5a8fc0be0167436c5948501f", "46376b80f409b29dc2b5f6f0c52591990896e5716f41477cd30085ab7f10301e",
    "e0c418f7c8d9c4cdd7395b93ea124f3ad99021bb681dfc3302a9d99a2e53e64e"};

// RFC 9496 appendix A.2: encodings that must be refused
const char* const kBadEncodings[] = {
    // not canonical field elements
    "00ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "f3ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    // negative field elements
    "0100000000000000000000000000000000000000000000000000000000000000", "01ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "ed57ffd8c914fb201471d1c3d245ce3c746fcbe63a3679d51b6a516ebebe0e20", "c34c4e1826e5d403b78e246e88aa051c36ccf0aafebffe137d148a2bf9104562",
    "c940e5a4404157cfb1628b108db051a8d439e1a421394ec4ebccb9ec92a8ac78", "47cfc5497c53dc8e61c91d17fd626ffb1c49e2bca94eed052281b510b1117a24",
    "f1c6165d33367351b0da8f6e4511010c68174a03b6581212c71c0e1d026c3c72", "87260f7a2f12495118360f02c26a470f450dadf34a413d21042b43b9d93e1309",
    // x^2 is no square
    "26948d35ca62e643e26a83177332e6b6afeb9d08e4268b650f1f5bbd8d81d371", "4eac077a713c57b4f4397629a4145982c661f48044dd3f96427d40b147d9742f",
    "de6a7b00deadc788eb6b6c8d20c0ae96c2f2019078fa604fee5b87d6e989ad7b", "bcab477be20861e01e4a0e295284146a510150d9817763caf1a6f4b422d67042",
    "2a292df7e32cababbd9de088d1d1abec9fc0440f637ed2fba145094dc14bea08", "f4a9e534fc0d216c44b218fa0c42d99635a0127ee2e53c712f70609649fdff22",
    "8268436f8c4126196cf64b3c7ddbda90746a378625f9813dd9b8457077256731", "2810e5cbc2cc4d4eece54f61c6f69758e289aa7ab440b3cbeaa21995c2f4232b",
    // negative x·y
    "3eb858e78f5a7254d8c9731174a94f76755fd3941c0ac93735c07ba14579630e", "a45fdc55c76448c049a1ab33f17023edfb2be3581e9c7aade8a6125215e04220",
    "d483fe813c6ba647ebbfd3ec41adca1c6130c2beeee9d9bf065c8d151c5f396e", "8a2e1d30050198c65a54483123960ccc38aef6848e1ec8f5f780e8523769ba32",
    "32888462f8b486c68ad7dd9610be5192bbeaf3b443951ac1a8118419d9fa097b", "227142501b9d4355ccba290404bde41575b037693cef1f438c47f8fbf35d1165",
    "5c37cc491da847cfeb9281d407efc41e15144c876e0170b499a96a22ed31e01e", "445425117cb8c90edcbc7c1cc0e74f747f2c1efa5630a967c64f287792a48a4b",
    // s = -1 gives y = 0
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"};

// RFC 9496 section 4: the group order l, little-endian
const char* const kOrder = "edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010";
const char* const kOrderLessOne = "ecd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010";

/// s + l as 32 bytes, for an s below 2^255 - l.
ByteArray<32> plus_order(const Scalar& s)
{
    ByteArray<32> sum = s.bytes();
    const auto order = hex_array<32>(kOrder);
    unsigned carry = 0;
    for (std::size_t i = 0; i < 32; ++i) {
        carry += static_cast<unsigned>(sum[i]) + order[i];
        sum[i] = static_cast<std::uint8_t>(carry);
        carry >>= 8;
    }
    REQUIRE(carry == 0);
    return sum;
}

rc::Gen<Scalar> any_scalar()
{
    return rc::gen::map(rc::gen::container<std::vector<std::uint8_t>>(64, rc::gen::arbitrary<std::uint8_t>()), [](const Bytes& bytes) {
        ByteArray<64> wide;
        std::copy(bytes.begin(), bytes.end(), wide.begin());
        return Scalar::reduce(wide);
    });
}

}  // namespace

TEST_CASE("the multiples of the base point are those of RFC 9496")
{
    Element sum;
    for (std::uint64_t i = 1; i <= std::size(kMultiples); ++i) {
        CAPTURE(i);
        const Element multiple = base_times(Scalar::of(i));
        sum = sum + base_times(Scalar::of(1));
        CHECK(to_hex(multiple.bytes()) == kMultiples[i - 1]);
        CHECK(sum == multiple);
        CHECK(Element::parse(hex(kMultiples[i - 1])).value() == multiple);
    }
}

TEST_CASE("every bad encoding of RFC 9496 is refused")
{
    for (const char* encoding : kBadEncodings) {
        CAPTURE(encoding);
        const auto element = Element::parse(hex(encoding));
        REQUIRE_FALSE(element);
        CHECK(test::fails_as(element, Errc::malformed));
    }
    CHECK_FALSE(Element::parse(Bytes(31)));
    CHECK_FALSE(Element::parse(Bytes(33)));
    CHECK_FALSE(Element::parse({}));
}

TEST_CASE("uniform bytes become the elements of RFC 9496")
{
    // RFC 9496 appendix A.3
    const std::pair<const char*, const char*> table[] = {
        {"5d1be09e3d0c82fc538112490e35701979d99e06ca3e2b5b54bffe8b4dc772c14d98b696a1bbfb5ca32c436cc61c16563790306c79eaca7705668b47dffe5bb6",
         "3066f82a1a747d45120d1740f14358531a8f04bbffe6a819f86dfe50f44a0a46"},
        {"f116b34b8f17ceb56e8732a60d913dd10cce47a6d53bee9204be8b44f6678b270102a56902e2488c46120e9276cfe54638286b9e4b3cdb470b542d46c2068d38",
         "f26e5b6f7d362d2d2a94c5d0e7602cb4773c95a2e5c31a64f133189fa76ed61b"},
        {"8422e1bbdaab52938b81fd602effb6f89110e1e57208ad12d9ad767e2e25510c27140775f9337088b982d83d7fcf0b2fa1edffe51952cbe7365e95c86eaf325c",
         "006ccd2a9e6867e6a2c5cea83d3302cc9de128dd2a9a57dd8ee7b9d7ffe02826"},
        {"ac22415129b61427bf464e17baee8db65940c233b98afce8d17c57beeb7876c2150d15af1cb1fb824bbd14955f2b57d08d388aab431a391cfc33d5bafb5dbbaf",
         "f8f0c87cf237953c5890aec3998169005dae3eca1fbb04548c635953c817f92a"}};
    for (const auto& [uniform, element] : table) CHECK(to_hex(Element::from_hash(hex_array<64>(uniform)).bytes()) == element);
}

TEST_CASE("one element has one encoding: with bit 255 set it is refused")
{
    for (const char* encoding : kMultiples) {
        auto bytes = hex_array<32>(encoding);
        bytes[31] |= 0x80;
        CHECK_FALSE(Element::parse(bytes));
    }
}

TEST_CASE("the identity is not taken from outside")
{
    CHECK_FALSE(Element::parse(ByteArray<32>{}));
    CHECK(Element{}.is_identity());
}

TEST_CASE("one scalar has one encoding: s + l is refused")
{
    for (const std::uint64_t number : {0U, 1U, 2U, 1'000'000'007U}) {
        const Scalar scalar = Scalar::of(number);
        CHECK(Scalar::parse(scalar.bytes()).value() == scalar);
        CHECK_FALSE(Scalar::parse(plus_order(scalar)));
    }
    CHECK(Scalar::parse(hex(kOrderLessOne)));
    CHECK_FALSE(Scalar::parse(hex(kOrder)));
    CHECK_FALSE(Scalar::parse(Bytes(32, 0xff)));
    CHECK_FALSE(Scalar::parse(Bytes(31)));
    CHECK_FALSE(Scalar::parse(Bytes(33)));
    auto top_bit = Scalar::of(5).bytes();
    top_bit[31] |= 0x80;
    CHECK_FALSE(Scalar::parse(top_bit));
}

TEST_CASE("a product that is the identity is a result and not an error")
{
    test::SeededRandom random(1);
    const Element element = base_times(Scalar::random(random));
    CHECK((Scalar{} * element).is_identity());
    CHECK(base_times(Scalar{}).is_identity());
    CHECK((Scalar::of(7) * Element{}).is_identity());
    CHECK((element - element).is_identity());
    const Scalar minus_one = Scalar::parse(hex(kOrderLessOne)).value();
    CHECK((element + minus_one * element).is_identity());
    CHECK(element + Element{} == element);
}

TEST_CASE("an element that is read and multiplied in one is the product of the element, and what is none is refused")
{
    test::SeededRandom random(2);
    for (int i = 0; i < 200; ++i) {
        const Scalar factor = Scalar::random(random);
        auto bytes = random.bytes<32>();
        bytes[0] &= 0xfe;  // one in eight of these is valid
        const auto element = Element::parse(bytes);
        const auto product = crypto::times(factor, bytes);
        REQUIRE(product.has_value() == element.has_value());
        if (element) CHECK(*product == factor * *element);
    }
    for (const char* encoding : kBadEncodings) CHECK(test::fails_as(crypto::times(Scalar::of(2), hex(encoding)), Errc::malformed));
    for (const char* encoding : kMultiples) {
        auto bytes = hex_array<32>(encoding);
        bytes[31] |= 0x80;
        CHECK_FALSE(crypto::times(Scalar::of(2), bytes));
    }
    CHECK_FALSE(crypto::times(Scalar::of(2), ByteArray<32>{}));
    CHECK_FALSE(crypto::times(Scalar::of(2), Bytes(31)));
    CHECK_FALSE(crypto::times(Scalar{}, hex(kMultiples[0])));
}

TEST_CASE("scalars and elements obey the laws that the proofs rest on")
{
    CHECK(rc::check([] {
        const Scalar a = *any_scalar();
        const Scalar b = *any_scalar();
        const Scalar c = *any_scalar();
        RC_ASSERT(a + b == b + a);
        RC_ASSERT(a * (b + c) == a * b + a * c);
        RC_ASSERT((a - a).is_zero());
        RC_ASSERT(a - b + b == a);
        RC_ASSERT(Scalar::parse(a.bytes()).value() == a);
        const Element x = base_times(c);
        RC_ASSERT((a + b) * x == a * x + b * x);
        RC_ASSERT((a * b) * x == a * (b * x));
        RC_ASSERT(base_times(a) == a * base_times(Scalar::of(1)));
        RC_ASSERT(a * x - b * x == (a - b) * x);
    }));
}

TEST_CASE("a scalar of a number is that number, and 64 bytes are reduced by l")
{
    CHECK(Scalar::of(0x0102030405060708).bytes()[0] == 8);
    CHECK(Scalar::of(UINT64_MAX) + Scalar::of(1) == Scalar::of(1ULL << 32) * Scalar::of(1ULL << 32));
    ByteArray<64> wide{};
    const auto order = hex_array<32>(kOrder);
    std::copy(order.begin(), order.end(), wide.begin());
    CHECK(Scalar::reduce(wide).is_zero());
    wide[0] = static_cast<std::uint8_t>(wide[0] + 5);
    CHECK(Scalar::reduce(wide) == Scalar::of(5));
}
