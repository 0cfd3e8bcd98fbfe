#include "shared/wire/sync.hpp"

#include <nlohmann/json.hpp>

#include "shared/base/encoding.hpp"
#include "shared/wire/jws.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fails_as.hpp"
#include "tests/support/seeded_random.hpp"

using namespace isoloir;
using namespace isoloir::wire;

namespace {

std::vector<BatchLine> a_batch(std::size_t lines)
{
    test::SeededRandom random(1);
    const auto terminal = crypto::Signer::generate(random);
    std::vector<BatchLine> batch;
    for (std::size_t i = 0; i < lines; ++i) {
        batch.push_back({sign_envelope(Kind::record, "{\"seq\":" + std::to_string(i) + "}", terminal), std::nullopt});
        if (i % 2 == 0) batch.back().voter = BatchLine::Voter{random.bytes<32>(), random.bytes<32>()};
    }
    return batch;
}

void require_equal(const std::vector<BatchLine>& one, const std::vector<BatchLine>& two)
{
    REQUIRE(one.size() == two.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
        REQUIRE(one[i].record == two[i].record);
        REQUIRE(one[i].voter.has_value() == two[i].voter.has_value());
        if (!one[i].voter) continue;
        REQUIRE(one[i].voter->tag == two[i].voter->tag);
        REQUIRE(one[i].voter->opening == two[i].voter->opening);
    }
}

Receipt a_receipt(test::SeededRandom& random)
{
    return {random.bytes<32>(),
            random.bytes<16>(),
            12,
            random.bytes<32>(),
            "isoloir/x\n12\nAAAA\n\n— x\n",
            true,
            9,
            {RecordState::accepted, RecordState::refused, RecordState::accepted}};
}

}  // namespace

TEST_CASE("a batch reads back line by line, and an empty one too")
{
    for (const std::size_t size : {0U, 1U, 2U, 1000U}) {
        const auto batch = a_batch(size);
        require_equal(read_batch(write_batch(batch)).value(), batch);
    }
}

TEST_CASE("a line put in another way, as JSON allows, says the same")
{
    const auto batch = a_batch(2);
    std::string with_voter = write_batch({batch[0]});
    std::string without = write_batch({batch[1]});
    require_equal(read_batch(" " + with_voter + "\t" + without).value(), batch);
    for (std::string* line : {&with_voter, &without}) {
        line->insert(line->find(':'), " ");
        line->insert(line->find("eyJ"), "\\u0065");
        line->erase(line->find("eyJ"), 1);
    }
    require_equal(read_batch(with_voter + without).value(), batch);
    const auto json = nlohmann::json::parse(write_batch({batch[0]}));
    const auto member = [&](const char* name) { return "\"" + std::string(name) + "\":" + json.at(name).dump(); };
    require_equal(read_batch("{" + member("opening") + "," + member("record") + "," + member("tag") + "}\n").value(), {batch[0]});
}

TEST_CASE("a batch has at most 1000 lines and 4 MiB, a bundle any number")
{
    const std::string text = write_batch(a_batch(1001));
    CHECK(test::fails_as(read_batch(text), Errc::refused));
    CHECK(read_lines(text).value().size() == 1001);
    CHECK(test::fails_as(read_batch(std::string(kMaxBatchBytes + 1, '\n')), Errc::refused));
}

TEST_CASE("a batch cut anywhere but between two lines is refused, with the line")
{
    const std::string text = write_batch(a_batch(3));
    for (std::size_t i = 1; i < text.size(); ++i) {
        const auto read = read_batch(std::string_view(text).substr(0, i));
        CHECK(read.has_value() == (text[i - 1] == '\n'));
    }
    CHECK(read_batch(std::string_view(text).substr(0, text.size() - 1)).error().where.find("line 3") != std::string::npos);
}

TEST_CASE("a line with another shape is refused")
{
    const std::string tag = to_base64url(Bytes(32));
    for (const std::string& line :
         {std::string("\n"), std::string("{}\n"), std::string("[]\n"), std::string("x\n"), std::string("{\"record\":1}\n"),
          std::string("{\"record\":\"a\"}{}\n"), std::string("{\"record\":\"a\",\"record\":\"a\"}\n"), std::string("{\"record\":\"a\",\"extra\":1}\n"),
          "{\"record\":\"a\",\"tag\":\"" + tag + "\"}\n", "{\"record\":\"a\",\"opening\":\"" + tag + "\"}\n",
          "{\"record\":\"a\",\"tag\":\"" + tag + "\",\"opening\":\"AA\"}\n", "{\"record\":\"" + std::string(30'000, 'a') + "\"}\n"}) {
        CAPTURE(line);
        CHECK_FALSE(read_batch(line));
    }
    CHECK(read_batch("{\"record\":\"a\",\"tag\":\"" + tag + "\",\"opening\":\"" + tag + "\"}\n"));
}

TEST_CASE("a receipt reads back as it was signed")
{
    test::SeededRandom random(2);
    const auto server = crypto::Signer::generate(random);
    const Receipt receipt = a_receipt(random);
    const auto read = open_receipt(sign_receipt(receipt, server), server.public_key()).value();
    CHECK(read.election == receipt.election);
    CHECK(read.terminal == receipt.terminal);
    CHECK(read.next == receipt.next);
    CHECK(read.last == receipt.last);
    CHECK(read.checkpoint == receipt.checkpoint);
    CHECK(read.forked == receipt.forked);
    CHECK(read.first == receipt.first);
    CHECK(read.states == receipt.states);
}

TEST_CASE("a receipt altered in any byte, cut, or of another key is refused")
{
    test::SeededRandom random(3);
    const auto server = crypto::Signer::generate(random);
    const auto other = crypto::Signer::generate(random);
    const std::string jws = sign_receipt(a_receipt(random), server);
    CHECK(test::fails_as(open_receipt(jws, other.public_key()), Errc::forged));
    for (std::size_t i = 0; i < jws.size(); ++i) {
        std::string altered = jws;
        altered[i] = static_cast<char>(altered[i] ^ 1);
        REQUIRE_FALSE(open_receipt(altered, server.public_key()));
        REQUIRE_FALSE(open_receipt(std::string_view(jws).substr(0, i), server.public_key()));
    }
}

TEST_CASE("a receipt with a state, number or member that it cannot have is refused, though signed")
{
    test::SeededRandom random(4);
    const auto server = crypto::Signer::generate(random);
    const std::string jws = sign_receipt(a_receipt(random), server);
    const auto envelope = split_envelope(jws, Kind::receipt, kMaxReceiptBytes).value();
    const auto payload = nlohmann::json::parse(text_of(from_base64url(envelope.payload_part).value()));
    const auto refused = [&](const char* member, const nlohmann::json& value) {
        auto json = payload;
        json[member] = value;
        return !open_receipt(sign_envelope(Kind::receipt, json.dump(), server), server.public_key());
    };
    CHECK(open_receipt(sign_envelope(Kind::receipt, payload.dump(), server), server.public_key()));
    CHECK(refused("states", "aax"));
    CHECK(refused("states", std::string(1001, 'a')));
    CHECK(refused("next", -1));
    CHECK(refused("forked", 1));
    CHECK(refused("checkpoint", std::string(4097, 'x')));
    CHECK(refused("terminal", to_base64url(Bytes(32))));
    CHECK(refused("extra", true));
}
