// Files that go out piece by piece.

#include <optional>
#include <thread>

#include "tests/support/catch.hpp"
#include "tests/sync-server/http/a_server.hpp"

using namespace isoloir;
using namespace isoloir::test;

namespace {

std::string get(const std::string& path, const std::string& more = {})
{
    return "GET " + path + " HTTP/1.1\r\nHost: s\r\n" + more + "\r\n";
}

std::string pieces(std::size_t count)
{
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += std::string(FakeService::kPiece, static_cast<char>('a' + i % 26));
    return all;
}

/// Waits for somebody who did not read on to be inside.
void wait_for_pieces(const FakeService& service, std::size_t count)
{
    while (service.pieces_asked < count) std::this_thread::yield();
}

}  // namespace

TEST_CASE("a file arrives whole under its length and tag, one after the other on the same connection")
{
    AServer here;
    auto reader = here.a_reader();
    for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{40}}) {
        const Answer answer = reader.ask(get("/bundle/" + std::to_string(count)));
        CHECK(answer.status == 200);
        CHECK(answer.value("Content-Type") == "text/plain");
        CHECK(answer.value("ETag") == "\"tag-" + std::to_string(count) + "\"");
        CHECK(answer.value("Cache-Control") == "no-cache");
        CHECK(answer.value("Content-Security-Policy").starts_with("default-src 'self'"));
        CHECK(answer.body == pieces(count));
    }
    CHECK(reader.ask(kGetRoot).status == 200);
}

TEST_CASE("who has the file already is told so, and no piece of it is made")
{
    AServer here;
    auto reader = here.a_reader();
    const Answer answer = reader.ask(get("/bundle/3", "If-None-Match: \"tag-3\"\r\n"));
    CHECK(answer.status == 304);
    CHECK(answer.body.empty());
    CHECK(here.service.pieces_asked == 0);
    CHECK(reader.ask(get("/bundle/3", "If-None-Match: \"tag-2\"\r\n")).body == pieces(3));
}

TEST_CASE("what has no length beforehand goes out in chunks, and to an older client until the connection ends")
{
    AServer here;
    auto reader = here.a_reader();
    const Answer answer = reader.ask(get("/bundle.zip", "Connection: close\r\n"));
    CHECK(answer.value("Transfer-Encoding") == "chunked");
    CHECK(answer.value("Content-Disposition") == "attachment; filename=\"count.zip\"");
    CHECK(reader.receive_all() == "3\r\none\r\n3\r\ntwo\r\n5\r\nthree\r\n0\r\n\r\n");

    auto older = here.a_reader();
    const Answer plain = older.ask("GET /bundle.zip HTTP/1.0\r\nHost: s\r\nConnection: keep-alive\r\n\r\n");
    CHECK(plain.value("Transfer-Encoding").empty());
    CHECK(plain.value("Connection") == "close");
    CHECK(older.receive_all() == "onetwothree");
}

TEST_CASE("a file that breaks off ends the connection, so that nobody takes half of it for the whole")
{
    AServer here;
    auto reader = here.a_reader();
    reader.send(get(std::string("/bundle/") + GENERATE("short", "broken", "throws")));
    const std::string all = reader.receive_all();
    CHECK(all.find("Content-Length: 10\r\n") != std::string::npos);
    CHECK(all.ends_with("\r\n\r\nfive!"));
    CHECK(here.a_reader().ask(kGetRoot).status == 200);
}

TEST_CASE("nothing is below the bundle but what the service names, and nothing can be sent there")
{
    AServer here;
    auto reader = here.a_reader();
    for (const char* path : {"/bundle/", "/bundle/nothing", "/bundle/../3", "/bundle/%2e%2e/3", "/bundle//3", "/bundle.zip/3"}) {
        CAPTURE(path);
        CHECK(reader.ask(get(path)).status == 404);
    }
    CHECK(reader.ask("POST /bundle/3 HTTP/1.1\r\nHost: s\r\nContent-Length: 0\r\n\r\n").status == 405);
    CHECK(here.service.pieces_asked == 0);
}

TEST_CASE("who does not read on costs no more than what is on its way, keeps nobody else waiting, and gives its place back")
{
    http::Limits limits;
    limits.deliveries = 1;
    limits.at_work = 2;
    AServer here(limits);
    constexpr std::size_t kMany = 4'096;  // 256 MiB, which no socket takes in
    std::optional<RawClient> stays(std::in_place, here.server->public_port());
    stays->send(get("/bundle/" + std::to_string(kMany)));
    wait_for_pieces(here.service, 1);

    auto other = here.a_reader();
    const Answer told = other.ask(get("/bundle/1"));
    CHECK(told.status == 503);
    CHECK(told.has("Retry-After: 5"));
    CHECK(other.ask(kGetRoot).status == 200);
    for (int i = 0; i < 3; ++i) CHECK(here.a_reader().ask(kGetRoot).status == 200);
    CHECK(here.service.pieces_asked < kMany);

    stays->cut();
    stays.reset();
    Answer served;
    while (served.status != 200) served = other.ask(get("/bundle/2"));
    CHECK(served.body == pieces(2));
}

TEST_CASE("a server that stops does not wait for who does not read on")
{
    http::Limits limits;
    limits.stop = std::chrono::milliseconds{200};
    AServer here(limits);
    auto stays = here.a_reader();
    stays.send(get("/bundle/4096"));
    wait_for_pieces(here.service, 1);
    here.server->stop();
    CHECK(here.service.pieces_asked < 4'096);
}
