// Requests whose begin and end two programs could see at different places: smuggling, and what else is no honest HTTP.

#include "tests/attacks/a_besieged_centre.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir;
using namespace isoloir::test;

namespace {

/// A request within the body of another: were it answered, it was smuggled in.
const std::string kSmuggled = "GET /checkpoint HTTP/1.1\r\nHost: s\r\n\r\n";

std::size_t answers_in(const std::string& text)
{
    std::size_t found = 0;
    for (const char* status : {"HTTP/1.1 2", "HTTP/1.1 4", "HTTP/1.1 5"})
        for (auto at = text.find(status); at != std::string::npos; at = text.find(status, at + 1)) ++found;
    return found;
}

std::string content_length(std::size_t bytes)
{
    return "Content-Length: " + std::to_string(bytes) + "\r\n";
}

}  // namespace

TEST_CASE("a request that could be cut in two ways is answered once, refused, and ends its connection")
{
    ABesiegedCentre here;
    const auto terminal = here.a_terminal();
    const auto before = here.whole();
    struct Row {
        const char* what;
        std::string headers;
        int status;
    };
    const std::string length = content_length(kSmuggled.size());
    const std::vector<Row> rows{
        {"both lengths", length + "Transfer-Encoding: chunked\r\n", 400},
        {"both lengths, the other way round", "Transfer-Encoding: chunked\r\n" + length, 400},
        {"chunked", "Transfer-Encoding: chunked\r\n", 411},
        {"chunked by another name", "Transfer-Encoding: xchunked\r\n", 411},
        {"chunked in capitals", "TRANSFER-ENCODING: CHUNKED\r\n", 411},
        {"chunked behind a tab", "Transfer-Encoding:\tchunked\r\n", 411},
        {"encoded twice", "Transfer-Encoding: gzip, chunked\r\n", 411},
        {"encoded as nothing", "Transfer-Encoding: identity\r\n", 411},
        {"two encodings", "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", 400},
        {"two lengths", "Content-Length: 0\r\n" + length, 400},
        {"one length twice", length + length, 400},
        {"a list of lengths", "Content-Length: 0, " + std::to_string(kSmuggled.size()) + "\r\n", 400},
        {"a length with a sign", "Content-Length: +0\r\n", 400},
        {"a length in hexadecimal", "Content-Length: 0x0\r\n", 400},
        {"a length below nothing", "Content-Length: -1\r\n", 400},
        {"a length beyond 64 bits", "Content-Length: 18446744073709551616\r\n", 400},
        {"a length with a letter", "Content-Length: 0a\r\n", 400},
        {"a blank before the colon", "Content-Length : 0\r\n", 400},
        {"a folded header", "X: a\r\n b\r\n Content-Length: 0\r\n", 411},
        {"a blank before the name", " Content-Length: 0\r\n", 411},
        {"a bare CR", "X: a\rContent-Length: 0\r\n", 400},
        {"a bare LF", "X: a\nContent-Length: 0\r\n", 400},
        {"a NUL in a name", std::string("X\0Y: a\r\n", 8), 400},
        {"a NUL in a value", std::string("X: a\0b\r\n", 8), 400},
        {"two hosts", "Host: other\r\nContent-Length: 0\r\n", 400},
        {"no length", "", 411},
    };
    for (const Row& row : rows) {
        INFO(row.what);
        for (const bool public_port : {true, false}) {
            const std::string target = public_port ? "/api/v1/votes" : here.place_of(terminal) + "/records";
            RawClient client = public_port ? RawClient(here.public_port()) : here.connected(terminal);
            const std::size_t from = here.log().size();
            client.send("POST " + target + " HTTP/1.1\r\nHost: s\r\n" + row.headers + "\r\n" + kSmuggled);
            const std::string said = client.receive_all();
            CHECK(said.starts_with("HTTP/1.1 " + std::to_string(row.status)));
            CHECK(answers_in(said) == 1);
            here.logged({"request refused: port=" + std::string(public_port ? "public" : "terminals"), "status=" + std::to_string(row.status)}, from);
        }
    }
    here.survived(before);
}

TEST_CASE("a body where none belongs, a request without a host, and an older or newer HTTP smuggle nothing")
{
    ABesiegedCentre here;
    const auto before = here.whole();
    struct Row {
        std::string request;
        const char* begins;
        std::size_t answers;
    };
    const std::vector<Row> rows{
        {"GET / HTTP/1.1\r\nHost: s\r\n" + content_length(kSmuggled.size()) + "\r\n" + kSmuggled, "HTTP/1.1 400", 1},
        {"DELETE /admin/api/session HTTP/1.1\r\nHost: s\r\n" + content_length(kSmuggled.size()) + "\r\n" + kSmuggled, "HTTP/1.1 413", 1},
        {"GET / HTTP/1.1\r\n\r\n" + kSmuggled, "HTTP/1.1 400", 1},
        {"GET / HTTP/1.0\r\n\r\n" + kSmuggled, "HTTP/1.1 200", 1},  // an old one closes, unless it asks to stay
        {"GET / HTTP/0.9\r\n\r\n" + kSmuggled, "HTTP/1.1 400", 1},
        {"GET /\r\n\r\n" + kSmuggled, "HTTP/1.1 400", 1},
        {"GET / HTTP/2.0\r\nHost: s\r\n\r\n" + kSmuggled, "HTTP/1.1 400", 1},
        {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "HTTP/1.1 400", 1},
        {"GET / HTTP/1.1\r\nHost: s\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n" + kSmuggled +
             "x\r\n\r\n",
         "HTTP/1.1 200", 3},
        // Sent ahead, each is answered in its turn; what is none ends it.
        {kSmuggled + kSmuggled + kSmuggled + "\x16\x03\x01\r\n\r\n" + kSmuggled, "HTTP/1.1 200", 4},
    };
    for (const Row& row : rows) {
        INFO(row.request);
        RawClient client(here.public_port());
        client.send(row.request);
        const std::string said = client.receive_all();
        CHECK(said.starts_with(row.begins));
        CHECK(answers_in(said) == row.answers);
    }
    here.survived(before);
}

TEST_CASE("no method but those of its own does anything, and the answer to none is taken for another's")
{
    ABesiegedCentre here;
    const auto anne = here.person("anne");
    const auto terminal = here.a_terminal();
    const auto before = here.whole();
    const std::string secret = "X-Secret: seen by nobody else";
    for (const char* method : {"TRACE", "TRACK", "OPTIONS", "PATCH", "PROPFIND", "MKCOL", "DELETE", "get", "GETS", "DEBUG"})
        for (const char* target : {"/", "/admin/", "/admin/api/overview", "/api/v1/votes"}) {
            RawClient client(here.public_port());
            const auto answer = client.ask(std::string(method) + " " + target + " HTTP/1.1\r\nHost: s\r\n" + secret + "\r\nMax-Forwards: 0\r\n\r\n");
            CAPTURE(method, target);
            CHECK((answer.status == 405 || answer.status == 404));
            CHECK(answer.body.find("seen by nobody") == std::string::npos);
        }
    for (const char* line :
         {"CONNECT 127.0.0.1:22 HTTP/1.1", "CONNECT / HTTP/1.1", "OPTIONS * HTTP/1.1", "GET http://127.0.0.1:5432/ HTTP/1.1", "GET //evil.example/ HTTP/1.1"}) {
        const auto answer = RawClient(here.public_port()).ask(std::string(line) + "\r\nHost: s\r\n\r\n");
        CAPTURE(line);
        CHECK((answer.status == 404 || answer.status == 405));
        CHECK_FALSE(answer.has("Location"));
    }
    for (const char* method : {"PUT", "DELETE", "TRACE", "GET"})
        CHECK(here.connected(terminal)
                  .ask(std::string(method) + " " + here.place_of(terminal) + "/records HTTP/1.1\r\nHost: s\r\nContent-Length: 0\r\n\r\n")
                  .status == 405);
    // HEAD has no body: one that came all the same would be taken for the next answer.
    RawClient client(here.public_port());
    client.send("HEAD / HTTP/1.1\r\nHost: s\r\n\r\nGET /checkpoint HTTP/1.1\r\nHost: s\r\nConnection: close\r\n\r\n");
    const std::string said = client.receive_all();
    CHECK(said.substr(said.find("\r\n\r\n") + 4).starts_with("HTTP/1.1 200"));
    CHECK(anne.with("X-HTTP-Method-Override", "DELETE").get("/admin/api/session").status == 200);
    CHECK(anne.get("/admin/api/session?_method=DELETE").status == 200);
    CHECK(anne.get("/admin/api/overview").status == 200);
    here.survived(before);
}
