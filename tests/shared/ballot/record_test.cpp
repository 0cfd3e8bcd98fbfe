#include "shared/ballot/record.hpp"

#include <nlohmann/json.hpp>

#include "shared/base/encoding.hpp"
#include "shared/wire/jws.hpp"
#include "tests/shared/ballot/a_ballot.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fails_as.hpp"

using namespace isoloir;
using ballot::BallotBody;
using ballot::EventBody;
using ballot::EventKind;
using ballot::open_record;
using ballot::RecordContent;
using ballot::sign_record;
using ballot::SpoiltBody;
using ballot::UnreadableBody;
using Json = nlohmann::ordered_json;

namespace {

struct ARecord {
    test::ABallot sealed{300, {1, 299}};
    crypto::Signer terminal{crypto::Signer::generate(sealed.random)};
    RecordContent content{sealed.context.election,   terminal.id(), 7,
                          sealed.random.bytes<32>(), 491'000,       BallotBody{sealed.context.voter, sealed.sealing.ballot}};
    std::string jws{sign_record(content, terminal).jws};

    Json payload() const
    {
        const auto envelope = wire::split_envelope(jws, wire::Kind::record, ballot::kMaxRecordBytes).value();
        return Json::parse(text_of(from_base64url(envelope.payload_part).value()));
    }
    /// What a terminal with a faulty program would sign.
    Result<RecordContent> signed_anew(const Json& json) const
    {
        return open_record(wire::sign_envelope(wire::Kind::record, json.dump(), terminal), terminal.public_key());
    }
    bool unreadable(const Json& json) const
    {
        const auto read = signed_anew(json);
        return read && std::holds_alternative<UnreadableBody>(read->body) && read->sequence == content.sequence && read->previous == content.previous;
    }
};

/// The 64 bytes of an item with one half replaced.
std::string with_half(const std::string& item, int half, const ByteArray<32>& bytes)
{
    auto both = array_from_base64url<64>(item).value();
    std::copy(bytes.begin(), bytes.end(), both.begin() + 32 * half);
    return to_base64url(both);
}

}  // namespace

TEST_CASE("a ballot's record reads back as it was signed")
{
    const ARecord record;
    const auto read = open_record(record.jws, record.terminal.public_key());
    REQUIRE(read);
    CHECK(read->election == record.content.election);
    CHECK(read->terminal == record.terminal.id());
    CHECK(read->sequence == 7);
    CHECK(read->previous == record.content.previous);
    CHECK(read->hour == 491'000);
    const auto* body = std::get_if<BallotBody>(&read->body);
    REQUIRE(body != nullptr);
    CHECK(body->voter == record.sealed.context.voter);
    CHECK(body->ballot.ciphertexts == record.sealed.sealing.ballot.ciphertexts);
    CHECK(record.sealed.check(body->ballot));
    CHECK(ballot::record_signer(record.jws).value() == record.terminal.id());
}

TEST_CASE("ballots prove themselves together as they were read, and each in its own place alone")
{
    ARecord record;
    auto& sealed = record.sealed;
    const ballot::Context context{record.content.election, sealed.context.voter, record.terminal.id(), 7};
    const auto selection = election::Selection::make(sealed.definition, sealed.projects).value();
    record.content.body = BallotBody{context.voter, ballot::seal(sealed.definition, selection, sealed.key, context, sealed.random).ballot};
    const auto read_at = [&](std::uint64_t sequence) {
        record.content.sequence = sequence;
        return open_record(sign_record(record.content, record.terminal).jws, record.terminal.public_key()).value();
    };
    const auto moved = read_at(8);
    const auto good = read_at(7);
    const auto hold = [&](const std::vector<RecordContent>& contents) {
        std::vector<ballot::Claim> claims;
        for (const RecordContent& content : contents) claims.push_back(ballot::claim_of(content).value());
        return ballot::hold_together(claims, 2, sealed.key, sealed.random);
    };
    CHECK(ballot::claim_of(good)->points != nullptr);
    CHECK(hold({good, good}));
    CHECK_FALSE(hold({good, moved}));
    // What was sealed here and not read has no points yet.
    CHECK(ballot::claim_of(record.content)->points == nullptr);
    CHECK(hold({record.content, good}));
    CHECK_FALSE(ballot::claim_of({{}, {}, 0, {}, 0, EventBody{}}));
}

TEST_CASE("an event's record reads back as it was signed")
{
    ARecord record;
    for (const EventKind kind : {EventKind::opened, EventKind::closed, EventKind::started}) {
        record.content.body = EventBody{kind, 42};
        const auto read = open_record(sign_record(record.content, record.terminal).jws, record.terminal.public_key()).value();
        CHECK(std::get<EventBody>(read.body).kind == kind);
        CHECK(std::get<EventBody>(read.body).ballots == 42);
    }
}

TEST_CASE("a spoilt ballot's record reads back as it was signed, with what opens it and without a voter")
{
    ARecord record;
    const auto& sealed = record.sealed;
    const auto revealed = ballot::reveal(sealed.sealing.ballot.ciphertexts, sealed.sealing.randomness, sealed.key);
    record.content.body = SpoiltBody{sealed.sealing.ballot.ciphertexts, revealed};
    record.jws = sign_record(record.content, record.terminal).jws;
    const auto read = open_record(record.jws, record.terminal.public_key()).value();
    const auto* body = std::get_if<SpoiltBody>(&read.body);
    REQUIRE(body != nullptr);
    CHECK(body->ciphertexts == sealed.sealing.ballot.ciphertexts);
    CHECK(body->revealed.choice == revealed.choice);
    CHECK(body->revealed.randomness == revealed.randomness);
    CHECK(ballot::check_opening(body->ciphertexts, body->revealed, sealed.definition, sealed.key));

    // What is missing, too much or no scalar keeps its place in the chain and is no spoilt ballot.
    for (const char* member : {"ciphertext", "choice", "randomness"}) {
        auto json = record.payload();
        json.erase(member);
        CHECK(record.unreadable(json));
        json = record.payload();
        json[member][0] = to_base64url(Bytes(30));
        CHECK(record.unreadable(json));
    }
    for (const char* member : {"voter", "proof"}) {
        auto json = record.payload();
        json[member] = to_base64url(Bytes(32));
        CHECK(record.unreadable(json));
    }
    auto json = record.payload();
    json["randomness"][0] = to_base64url(Bytes(32, 0xff));
    CHECK(record.unreadable(json));
}

TEST_CASE("the widest ballot fits in a record")
{
    const test::ABallot sealed(election::kMaxProjects, {0, 3711});
    test::SeededRandom random(3);
    const auto terminal = crypto::Signer::generate(random);
    const auto record = sign_record({{}, terminal.id(), ballot::kMaxSequence, {}, 0, BallotBody{{}, sealed.sealing.ballot}}, terminal);
    CHECK(record.jws.size() < ballot::kMaxRecordBytes);
    CHECK(std::holds_alternative<BallotBody>(open_record(record.jws, terminal.public_key()).value().body));
}

TEST_CASE("a record is named by the SHA-256 of its bytes as they stand")
{
    const ARecord record;
    const auto signed_record = sign_record(record.content, record.terminal);
    CHECK(signed_record.hash == crypto::sha256(bytes_of(signed_record.jws)));
}

TEST_CASE("a record with any byte altered, dropped or added is refused")
{
    const ARecord record;
    const auto& key = record.terminal.public_key();
    REQUIRE(open_record(record.jws, key));
    for (std::size_t i = 0; i < record.jws.size(); ++i) {
        for (const unsigned bits : {0x01U, 0x02U, 0x20U, 0x80U}) {
            std::string altered = record.jws;
            altered[i] = static_cast<char>(static_cast<unsigned char>(altered[i]) ^ bits);
            REQUIRE_FALSE(open_record(altered, key));
        }
        REQUIRE_FALSE(open_record(record.jws.substr(0, i), key));
        std::string longer = record.jws;
        longer.insert(i, 1, 'A');
        REQUIRE_FALSE(open_record(longer, key));
    }
    for (const char* end : {"A", ".", "=", "\n", " "}) CHECK_FALSE(open_record(record.jws + end, key));
}

TEST_CASE("a record has one form: no byte of its signature can be spelt in another way")
{
    const ARecord record;
    for (std::size_t i = record.jws.rfind('.') + 1; i < record.jws.size(); ++i)
        for (int byte = 0; byte < 256; ++byte) {
            std::string altered = record.jws;
            altered[i] = static_cast<char>(byte);
            REQUIRE((altered == record.jws || !wire::split_envelope(altered, wire::Kind::record, ballot::kMaxRecordBytes) ||
                     !open_record(altered, record.terminal.public_key())));
        }
}

TEST_CASE("a record is believed under its own terminal's key alone")
{
    ARecord record;
    const auto other = crypto::Signer::generate(record.sealed.random);
    CHECK(test::fails_as(open_record(record.jws, other.public_key()), Errc::forged));
    // signed by one terminal, in the name of another
    CHECK(test::fails_as(open_record(sign_record(record.content, other).jws, other.public_key()), Errc::forged));
    CHECK(test::fails_as(open_record(sign_record(record.content, other).jws, record.terminal.public_key()), Errc::forged));
}

TEST_CASE("an oversize record is refused before anything is read")
{
    const ARecord record;
    auto json = record.payload();
    json["kind"] = std::string(ballot::kMaxRecordBytes, 'x');
    CHECK(test::fails_as(record.signed_anew(json), Errc::refused));
}

TEST_CASE("a record whose place in the chain does not read is no record")
{
    const ARecord record;
    const auto refused = [&](const char* member, const Json& value) {
        auto json = record.payload();
        json[member] = value;
        return !record.signed_anew(json);
    };
    CHECK(refused("seq", -1));
    CHECK(refused("seq", ballot::kMaxSequence + 1));
    CHECK(refused("seq", 7.0));
    CHECK(refused("seq", "7"));
    CHECK(refused("seq", nullptr));
    CHECK(refused("hour", -1));
    CHECK(refused("hour", 1e30));
    CHECK(refused("prev", to_base64url(Bytes(31))));
    CHECK(refused("prev", to_base64url(Bytes(33))));
    CHECK(refused("election", ""));
    CHECK(refused("terminal", to_base64url(Bytes(16))));
    for (const char* member : {"election", "terminal", "seq", "prev", "hour"}) {
        auto json = record.payload();
        json.erase(member);
        CHECK_FALSE(record.signed_anew(json));
    }
    for (const char* text : {"", "null", "[]", "7", "\"record\"", "{}"})
        CHECK_FALSE(open_record(wire::sign_envelope(wire::Kind::record, text, record.terminal), record.terminal.public_key()));
}

TEST_CASE("a member twice makes the whole record unreadable, and it is refused")
{
    const ARecord record;
    std::string text = record.payload().dump();
    text.insert(1, R"("seq":8,)");
    CHECK_FALSE(open_record(wire::sign_envelope(wire::Kind::record, text, record.terminal), record.terminal.public_key()));
}

TEST_CASE("a body that does not read keeps its place in the chain, and is no ballot")
{
    const ARecord record;
    const auto with = [&](const char* member, const Json& value) {
        auto json = record.payload();
        json[member] = value;
        return json;
    };
    CHECK(record.unreadable(with("extra", 1)));
    CHECK(record.unreadable(with("kind", "spoilt")));
    CHECK(record.unreadable(with("kind", "event")));
    CHECK(record.unreadable(with("voter", to_base64url(Bytes(16)))));
    CHECK(record.unreadable(with("ciphertext", "x")));
    CHECK(record.unreadable(with("ciphertext", Json::array({1}))));
    CHECK(record.unreadable(with("ciphertext", Json::array({to_base64url(Bytes(63))}))));
    for (const char* member : {"kind", "voter", "ciphertext", "proof"}) {
        auto json = record.payload();
        json.erase(member);
        CHECK(record.unreadable(json));
    }
    Json many = record.payload();
    for (int i = 0; i < 15; ++i) many["ciphertext"].push_back(many["ciphertext"][0]);
    CHECK(record.unreadable(many));  // 17 blocks
}

TEST_CASE("the identity, bit 255 and s + l in a signed record read as no ballot")
{
    const ARecord record;
    for (std::size_t block = 0; block < 2; ++block) {
        for (const auto& [member, half] : {std::pair("ciphertext", 0), {"ciphertext", 1}, {"proof", 0}}) {
            auto json = record.payload();
            std::string item = json[member][block];
            json[member][block] = with_half(item, half, ByteArray<32>{});
            CHECK(record.unreadable(json));

            ByteArray<32> second_form;
            std::copy_n(array_from_base64url<64>(item).value().begin() + 32 * half, 32, second_form.begin());
            second_form[31] |= 0x80;
            json[member][block] = with_half(item, half, second_form);
            CHECK(record.unreadable(json));
        }
        // s + l, with l of RFC 9496 section 4
        constexpr ByteArray<32> order{0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
                                      0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0x10};
        auto json = record.payload();
        const std::string item = json["proof"][block];
        ByteArray<32> sum = record.sealed.sealing.ballot.proofs[block].s.bytes();
        unsigned carry = 0;
        for (std::size_t i = 0; i < 32; ++i) {
            carry += static_cast<unsigned>(sum[i]) + order[i];
            sum[i] = static_cast<std::uint8_t>(carry);
            carry >>= 8;
        }
        json["proof"][block] = with_half(item, 1, sum);
        CHECK(record.unreadable(json));
    }
}

TEST_CASE("an event that is not known, or counts nonsense, reads as no event")
{
    ARecord record;
    record.content.body = EventBody{EventKind::opened, 0};
    record.jws = sign_record(record.content, record.terminal).jws;
    for (const auto& [member, value] :
         {std::pair<const char*, Json>("event", "exploded"), {"event", 1}, {"ballots", -1}, {"ballots", ballot::kMaxSequence + 1}}) {
        auto json = record.payload();
        json[member] = value;
        CHECK(record.unreadable(json));
    }
}
