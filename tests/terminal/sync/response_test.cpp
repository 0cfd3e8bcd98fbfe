#include "terminal/sync/response.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/fails_as.hpp"
#include "tests/support/seeded_random.hpp"

using namespace isoloir;
using namespace isoloir::sync;
using test::fails_as;

namespace {

constexpr std::size_t kMost = 100;
Result<std::optional<Response>> read(std::string_view text)
{
    return read_response(text, kMost);
}

const std::string kGood = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

}  // namespace

TEST_CASE("an answer is read whole, however it is cut on the way")
{
    for (std::size_t size = 0; size < kGood.size(); ++size) {
        const auto part = read_response(kGood.substr(0, size), kMost);
        REQUIRE(part);
        CHECK_FALSE(part->has_value());
    }
    const auto whole = read_response(kGood, kMost);
    REQUIRE(whole);
    REQUIRE(whole->has_value());
    CHECK((*whole)->status == 200);
    CHECK((*whole)->body == "hello");
}

TEST_CASE("an answer that is none of ours is refused, and none is ever waited for without end")
{
    const std::string bad =
        GENERATE(as<std::string>{}, "SSH-2.0-OpenSSH\r\n\r\n", "HTTP/1.1 abc OK\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n",
                 "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\nx", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
                 "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 101\r\n\r\n",
                 "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nxy", "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n");
    INFO(bad);
    CHECK_FALSE(read_response(bad, kMost));
    CHECK_FALSE(read_response(std::string(9 * 1024, 'x'), kMost));
}

TEST_CASE("a refusal brings the server's own sentence along")
{
    const auto refused = body_or_error({403, R"({"error":"this terminal was revoked"})"});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().text().find("this terminal was revoked") != std::string::npos);
    CHECK(body_or_error({503, "later"}).error().code == Errc::unavailable);
}

TEST_CASE("an answer in any other shape than our server's is refused")
{
    const auto text = GENERATE(as<std::string>{},                                                        //
                               "HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n",                           // another version
                               "HTTP/2 200\r\nContent-Length: 0\r\n\r\n",                                //
                               "http/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",                           //
                               "\r\n\r\n",                                                               // no status
                               "HTTP/1.1 \r\nContent-Length: 0\r\n\r\n",                                 //
                               "HTTP/1.1 20x OK\r\nContent-Length: 0\r\n\r\n",                           //
                               "HTTP/1.1 100 Continue\r\nContent-Length: 0\r\n\r\n",                     //
                               "HTTP/1.1 -20 OK\r\nContent-Length: 0\r\n\r\n",                           //
                               "HTTP/1.1 600 OK\r\nContent-Length: 0\r\n\r\n",                           //
                               "HTTP/1.1 200 OK\r\n\r\n",                                                // no length
                               "HTTP/1.1 200 OK\r\nContent-Length:\r\n\r\n",                             //
                               "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\nx",     // two
                               "HTTP/1.1 200 OK\r\nContent-Length: 1, 1\r\n\r\nx",                       //
                               "HTTP/1.1 200 OK\r\nContent-Length: +1\r\n\r\nx",                         // no number
                               "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",                          //
                               "HTTP/1.1 200 OK\r\nContent-Length: 0x1\r\n\r\nx",                        //
                               "HTTP/1.1 200 OK\r\nContent-Length: 18446744073709551616\r\n\r\n",        // past 64 bits
                               "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",         // chunks
                               "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTRANSFER-encoding: x\r\n\r\nx",  //
                               "HTTP/1.1 200 OK\r\nno name\r\nContent-Length: 0\r\n\r\n",                //
                               "HTTP/1.1 200 OK\r\n: x\r\nContent-Length: 0\r\n\r\n",                    //
                               "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nxy");                        // bytes behind the end
    INFO(text);
    CHECK(fails_as(read(text), Errc::malformed));
}

TEST_CASE("a body over the limit is refused by what its header says")
{
    CHECK(read("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n"));
    CHECK(fails_as(read("HTTP/1.1 200 OK\r\nContent-Length: 101\r\n\r\n"), Errc::refused));
    CHECK(fails_as(read("HTTP/1.1 200 OK\r\nContent-Length: 18446744073709551615\r\n\r\n"), Errc::refused));
}

TEST_CASE("a header over eight kilobytes is refused, ended or not")
{
    const std::string begin = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX: ";
    CHECK(read(begin + std::string(8 * 1024 - begin.size(), 'x')));
    CHECK(fails_as(read(begin + std::string(8 * 1024, 'x')), Errc::malformed));
    CHECK(fails_as(read(begin + std::string(8 * 1024, 'x') + "\r\n\r\n"), Errc::malformed));
}

TEST_CASE("a good answer with any bytes spoiled is read or refused, and never more than was there")
{
    const std::string good = "HTTP/1.1 200 OK\r\nServer: x\r\nContent-Length: 7\r\n\r\nreceipt";
    test::SeededRandom random(6);
    for (int i = 0; i < 20'000; ++i) {
        std::string spoiled = good;
        for (auto changes = random.below(4); changes-- > 0;) spoiled[random.below(spoiled.size())] = static_cast<char>(random.below(256));
        spoiled.resize(random.below(good.size() + 1));
        const auto response = read(spoiled);
        if (response && *response) CHECK((*response)->body.size() <= spoiled.size());
    }
}

TEST_CASE("each status means to the terminal what the server meant")
{
    const auto meaning = [](int status) { return body_or_error({status, R"({"error":"as the server says"})"}).error(); };
    CHECK(meaning(400).code == Errc::malformed);
    CHECK(meaning(403).code == Errc::forged);
    CHECK(meaning(404).code == Errc::not_found);
    CHECK(meaning(409).code == Errc::conflict);
    CHECK(meaning(413).code == Errc::refused);
    CHECK(meaning(422).code == Errc::refused);
    CHECK(meaning(429).code == Errc::unavailable);
    CHECK(meaning(503).code == Errc::unavailable);
    CHECK(meaning(500).code == Errc::internal);
    CHECK(meaning(204).code == Errc::internal);
    CHECK(meaning(422).message == "as the server says");
    CHECK(body_or_error({200, "the body"}).value() == "the body");
}

TEST_CASE("a refusal without a sentence is told by its status")
{
    for (const char* body : {"", "<html>", "[]", R"({"error":5})", R"({"error":""})"}) {
        INFO(body);
        CHECK(body_or_error({502, body}).error().message == "the server answered with status 502");
    }
}
