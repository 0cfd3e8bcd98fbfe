#include "terminal/sync/response.hpp"

#include "tests/support/catch.hpp"

using namespace isoloir;
using namespace isoloir::sync;

namespace {

constexpr std::size_t kMost = 100;
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
    const std::string bad = GENERATE(as<std::string>{}, "SSH-2.0-OpenSSH\r\n\r\n", "HTTP/1.1 abc OK\r\nContent-Length: 0\r\n\r\n",
                                     "HTTP/1.1 200 OK\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\nx",
                                     "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                                     "HTTP/1.1 200 OK\r\nContent-Length: 101\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nxy",
                                     "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n");
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
