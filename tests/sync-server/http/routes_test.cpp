#include "sync-server/http/routes.hpp"
#include "sync-server/http/framing.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/seeded_random.hpp"
#include "tests/sync-server/http/fake_service.hpp"

using namespace isoloir;
using isoloir::test::FakeService;

namespace {

const crypto::Digest kElection{9};
const std::string kElectionPath = "/v1/elections/" + to_base64url(kElection);

crypto::PublicKey device()
{
    test::SeededRandom random(2);
    return crypto::Signer::generate(random).public_key();
}

std::string terminal_path()
{
    return "/v1/terminals/" + to_base64url(crypto::key_id(device()));
}

std::string header(const http::Response& response, const std::string& name)
{
    for (const auto& [key, value] : response.headers)
        if (key == name) return value;
    return {};
}

struct Terminals {
    FakeService service;
    Terminals() { service.known.insert(device()); }
    http::Response answer(const std::string& method, const std::string& target, const std::string& body = {})
    {
        return http::answer_terminal({method, target, device(), {}, body}, service);
    }
};

http::Response public_answer(FakeService& service, const std::string& target, const std::string& if_none_match = {})
{
    return http::answer_public({"GET", target, {}, if_none_match, {}}, service, nullptr);
}

}  // namespace

TEST_CASE("each address of the terminals' side leads to its one answer")
{
    Terminals terminals;
    CHECK(terminals.answer("GET", kElectionPath + "/package").body == "the.signed.package");
    CHECK(terminals.answer("GET", kElectionPath + "/roster").body == "the.signed.roster");
    CHECK(terminals.answer("GET", kElectionPath + "/pictures/" + to_base64url(crypto::Digest{7})).body == "\x89PNG");
    const auto own = "voted.not.at." + to_hex(crypto::key_id(device()));
    const wire::Cursor cursor{1, 2, 3};
    CHECK(terminals.answer("GET", kElectionPath + "/voted").body == own);
    CHECK(terminals.answer("GET", kElectionPath + "/voted?after=" + to_base64url(cursor)).body == own + ".after." + to_hex(cursor));
    CHECK(terminals.answer("GET", kElectionPath + "/roll").body == "roll");
    CHECK(terminals.answer("GET", kElectionPath + "/roll?after=" + to_base64url(cursor)).body == "roll.after." + to_hex(cursor));
    CHECK(header(terminals.answer("GET", kElectionPath + "/roll"), "Cache-Control") == "no-store");
    CHECK(terminals.answer("GET", terminal_path() + "/head").body == "head.receipt");
    CHECK(terminals.answer("POST", terminal_path() + "/records", "lines").body == FakeService::receipt_for("lines"));
    CHECK(terminals.service.bodies() == std::vector<std::string>{"lines"});
    CHECK(terminals.answer("POST", terminal_path() + "/status", "well").status == 200);
    CHECK(terminals.answer("POST", terminal_path() + "/status", "nonsense").status == 400);
    CHECK(terminals.answer("GET", terminal_path() + "/status").status == 405);
}

TEST_CASE("a browser that asks for a page is told on a page what went wrong, and a program in one sentence")
{
    FakeService service;
    http::Request request{"GET", "/nl/nothing?x=<b>", {}};
    const auto sentence = http::answer_public(request, service, nullptr);
    CHECK(sentence.status == 404);
    CHECK(header(sentence, "Content-Type") == "application/json");
    request.accept = "text/html,application/xhtml+xml,*/*;q=0.8";
    const auto page = http::answer_public(request, service, nullptr);
    CHECK(page.status == 404);
    CHECK(header(page, "Content-Type") == "text/html; charset=utf-8");
    CHECK(header(page, "Cache-Control") == "no-store");
    CHECK(page.body == "<p>404 /nl/nothing");
    request.target = "/";
    CHECK(http::answer_public(request, service, nullptr).body == service.page.body);
    request.method = "POST";
    CHECK(header(http::answer_public(request, service, nullptr), "Content-Type") == "application/json");
}

TEST_CASE("what is not in the table is refused with the status that says why, and changes nothing")
{
    struct Row {
        const char* method;
        std::string target;
        unsigned status;
    };
    const std::vector<Row> rows{
        {"GET", "/", 404},
        {"GET", "/v1", 404},
        {"GET", "/v2/terminals/x/head", 404},
        {"GET", kElectionPath, 404},
        {"GET", kElectionPath + "/", 404},
        {"GET", kElectionPath + "/secrets", 404},
        {"GET", kElectionPath + "/package/more", 404},
        {"POST", kElectionPath + "/package", 405},
        {"GET", "/v1/elections/AAAA/package", 400},
        {"GET", "/v1/elections/" + to_base64url(crypto::Digest{8}) + "/package", 404},
        {"GET", kElectionPath + "/pictures/none", 400},
        {"GET", kElectionPath + "/pictures/" + to_base64url(crypto::Digest{6}), 404},
        {"GET", "/v1/terminals/short/head", 400},
        {"GET", "/v1/terminals/" + to_base64url(crypto::KeyId{1}) + "/head", 403},
        {"POST", "/v1/terminals/" + to_base64url(crypto::KeyId{1}) + "/records", 403},
        {"GET", terminal_path() + "/records", 405},
        {"DELETE", terminal_path() + "/records", 405},
        {"POST", terminal_path() + "/head", 405},
        {"GET", terminal_path() + "/tail", 404},
        {"GET", terminal_path() + "/head?x=1", 404},
        {"GET", terminal_path() + "/head?", 404},
        {"GET", kElectionPath + "/package?after=x", 404},
        {"POST", kElectionPath + "/voted", 405},
        {"GET", kElectionPath + "/voted?", 404},
        {"GET", kElectionPath + "/voted?after=", 400},
        {"GET", kElectionPath + "/voted?after=AAAA", 400},
        {"GET", kElectionPath + "/voted?after=" + to_base64url(wire::Cursor{}) + "&after=" + to_base64url(wire::Cursor{}), 400},
        {"GET", kElectionPath + "/roll?before=" + to_base64url(wire::Cursor{}), 400},
        {"GET", kElectionPath + "/roll/all", 404},
        {"GET", kElectionPath + "/../" + terminal_path(), 404},
    };
    Terminals terminals;
    for (const Row& row : rows) {
        CAPTURE(row.method, row.target);
        CHECK(terminals.answer(row.method, row.target, "body").status == row.status);
    }
    CHECK(terminals.service.bodies().empty());
}

TEST_CASE("a terminal that is unknown, revoked since it connected, or unnamed is refused")
{
    Terminals terminals;
    REQUIRE(terminals.answer("GET", terminal_path() + "/head").status == 200);
    terminals.service.known.clear();
    CHECK(terminals.answer("GET", terminal_path() + "/head").status == 403);
    CHECK(terminals.answer("POST", terminal_path() + "/records", "lines").status == 403);
    CHECK(http::answer_terminal({"GET", terminal_path() + "/head", std::nullopt, {}, {}}, terminals.service).status == 403);
    CHECK(terminals.service.bodies().empty());
}

TEST_CASE("each failure of the service has its status, and says no more than the other side may know")
{
    struct Row {
        Errc code;
        unsigned status;
        bool told;
    };
    const auto row = GENERATE(Row{Errc::malformed, 400, true}, Row{Errc::forged, 403, true}, Row{Errc::not_found, 404, true}, Row{Errc::conflict, 409, true},
                              Row{Errc::refused, 422, true}, Row{Errc::unavailable, 503, false}, Row{Errc::full, 503, false}, Row{Errc::io, 503, false},
                              Row{Errc::corrupt, 500, false}, Row{Errc::internal, 500, false});
    Terminals terminals;
    terminals.service.failure = Error{row.code, "what \"happened\" \xff", "/var/lib/isoloir"};
    const auto response = terminals.answer("POST", terminal_path() + "/records", "lines");
    CHECK(response.status == row.status);
    CHECK(header(response, "Content-Type") == "application/json");
    CHECK(response.body.rfind("{\"error\":\"", 0) == 0);
    CHECK((response.body.find("/var/lib") != std::string::npos) == row.told);
    CHECK(header(response, "Retry-After").empty() == (row.status != 503));
}

TEST_CASE("the public reads pages by plain paths")
{
    FakeService service;
    CHECK(public_answer(service, "/").body == "<h1>Résultat</h1>");
    CHECK(public_answer(service, "/?lang=de").status == 200);
    CHECK(public_answer(service, "/log/tile/0/x001/067").status == 200);
    CHECK(public_answer(service, "/nothing").status == 404);
    CHECK(http::answer_public({"POST", "/", {}, {}, {}}, service, nullptr).status == 405);
}

TEST_CASE("a path that climbs, hides or can be read in two ways never reaches the service")
{
    FakeService service;
    for (const std::string target :
         {"",      "x",     "*",   "//",   "/../etc/passwd",      "/a/../b",   "/a/./b",        "/.git/config", "/a/.hidden", "/%2e%2e/secret", "/a%00",
          "/a\\b", "/a//b", "/a/", "/a b", "/a\r\nSet-Cookie: x", "/\xc3\xa9", "http://other/", "/a;b",         "/a:b",       "/~/../x"}) {
        CAPTURE(target);
        CHECK(public_answer(service, target).status == 404);
    }
    CHECK(service.paths().empty());
}

TEST_CASE("every public answer bears the headers that keep a browser safe")
{
    FakeService service;
    const auto response = public_answer(service, GENERATE("/", "/nothing", "/../"));
    CHECK(header(response, "Content-Security-Policy").rfind("default-src 'self';", 0) == 0);
    CHECK(header(response, "X-Content-Type-Options") == "nosniff");
    CHECK(header(response, "Referrer-Policy") == "no-referrer");
    CHECK(header(response, "Strict-Transport-Security") == "max-age=31536000");
}

TEST_CASE("a document whose type would break into the header is not sent")
{
    FakeService service;
    service.page.type = "text/html\r\nSet-Cookie: a=b";
    const auto response = public_answer(service, "/");
    CHECK(response.status == 500);
    CHECK(header(response, "Content-Type") == "application/json");
}

TEST_CASE("who has the newest copy is told so, and who has another gets the whole")
{
    FakeService service;
    const auto first = public_answer(service, "/");
    const std::string tag = header(first, "ETag");
    REQUIRE(tag.size() > 40);
    const auto again = public_answer(service, "/", "\"other\", W/" + tag);
    CHECK(again.status == 304);
    CHECK(again.body.empty());
    CHECK(header(again, "ETag") == tag);
    service.page.body = "<h1>Résultat, corrigé</h1>";
    CHECK(public_answer(service, "/", tag).status == 200);
}

TEST_CASE("a body is refused before its first byte unless a POST says its length")
{
    CHECK_FALSE(http::refuse_framing({"POST", false, 100}, 100));
    CHECK_FALSE(http::refuse_framing({"GET", false, std::nullopt}, 100));
    CHECK_FALSE(http::refuse_framing({"GET", false, 0}, 0));
    CHECK(http::refuse_framing({"POST", false, 101}, 100)->status == 413);
    CHECK(http::refuse_framing({"POST", true, std::nullopt}, 100)->status == 411);
    CHECK(http::refuse_framing({"POST", false, std::nullopt}, 100)->status == 411);
    CHECK(http::refuse_framing({"GET", true, std::nullopt}, 100)->status == 411);
    CHECK(http::refuse_framing({"GET", false, 5}, 100)->status == 400);
    CHECK(http::refuse_framing({"POST", false, 5, true}, 100)->status == 400);
}

TEST_CASE("votes are posted with a token and as JSON, or not at all")
{
    FakeService service;
    const auto post = [&](const std::string& authorization, const std::string& type) {
        return http::answer_public({"POST", "/api/v1/votes", {}, {}, "votes", authorization, type}, service, nullptr);
    };
    CHECK(post("Bearer isoloir_good", "application/json").body == "{\"posted\":5}");
    CHECK(post("Bearer isoloir_good", "application/json; charset=utf-8").status == 200);
    for (const std::string authorization : {"", "isoloir_good", "Basic isoloir_good", "Bearer ", "Bearer isoloir_bad"}) {
        CHECK(post(authorization, "application/json").status == 401);
        CHECK(header(post(authorization, "application/json"), "WWW-Authenticate") == "Bearer");
    }
    for (const std::string type : {"", "text/plain", "application/x-www-form-urlencoded"}) CHECK(post("Bearer isoloir_good", type).status == 415);
    CHECK(public_answer(service, "/api/v1/votes").status == 405);
}

TEST_CASE("a tracker reaches the page that looks it up as it was typed, in each language")
{
    FakeService service;
    CHECK(public_answer(service, "/find").body == "|");
    CHECK(public_answer(service, "/find?tracker=7k2m+9qdx").body == "|7k2m 9qdx");
    CHECK(public_answer(service, "/nl/find?tracker=7K2M-9QDX").body == "nl|7K2M-9QDX");
    CHECK(public_answer(service, "/nl/find?").body == "nl|");
    CHECK(public_answer(service, "/nowhere/find").status == 404);
    CHECK(public_answer(service, "/find/find").status == 404);
    CHECK(public_answer(service, "//find").status == 404);
}
