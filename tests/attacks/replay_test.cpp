// Calls that are forged, altered, sent again or sent for somebody else: terminals and platforms.

#include "tests/attacks/a_besieged_centre.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir;
using namespace isoloir::test;

namespace {

const std::string kVotes = R"({"votes":[{"voter_id":"AAAA1","projects":["v1"]},{"voter_id":"BBBB2","projects":["v2","v3"]}]})";

Answer post_votes(const Visitor& from, const std::string& token, const std::string& body = kVotes)
{
    return from.with("Authorization", "Bearer " + token).send("POST", "/api/v1/votes", body);
}

}  // namespace

TEST_CASE("a batch that is sent again, altered, cut, spliced or sent for another terminal changes nothing")
{
    ABesiegedCentre here;
    auto terminal = here.a_terminal();
    auto other = here.a_terminal("Salzinnes");
    terminal.vote(here.package(), a_voter(1), {0});
    terminal.vote(here.package(), a_voter(2), {1});
    const auto receipt = here.send(terminal);
    REQUIRE(receipt.status == 200);
    REQUIRE(here.send(other).status == 200);
    const auto before = here.whole();
    for (int i = 0; i < 3; ++i) CHECK(here.send(terminal).body == receipt.body);
    const std::string records = here.place_of(terminal) + "/records";
    // Another terminal, with its own good key, speaks for this one.
    CHECK(here.connected(other).ask(here.post(records, terminal.batch())).status == 403);
    CHECK(here.connected(other).ask("GET " + here.place_of(terminal) + "/head HTTP/1.1\r\nHost: s\r\n\r\n").status == 403);
    CHECK(here.connected(other).ask(here.post(here.place_of(other) + "/receipt", receipt.body)).status == 403);
    // Or brings what this one signed as its own.
    CHECK(here.connected(other).ask(here.post(here.place_of(other) + "/records", terminal.batch(1))).status >= 200);
    CHECK(here.whole().report.at("accepted") == before.report.at("accepted"));
    // A byte of the next record, anywhere, is another.
    ATerminal next = terminal.clone();
    next.vote(here.package(), a_voter(3), {2});
    const std::string batch = next.batch(3);
    const std::size_t begin = batch.find("\"record\":\"") + 10;
    const std::size_t end = batch.find('"', begin);
    for (std::size_t at = begin; at < end; at += 37) {
        std::string altered = batch;
        altered[at] = altered[at] == 'A' ? 'B' : 'A';
        const auto answer = here.connected(terminal).ask(here.post(records, altered));
        CAPTURE(at, answer.body);
        CHECK(answer.status >= 400);
    }
    for (const std::size_t bytes : {batch.size() / 2, batch.size() - 2, std::size_t{1}})
        CHECK(here.connected(terminal).ask(here.post(records, batch.substr(0, bytes))).status == 400);
    const auto attacked = here.whole();
    CHECK(attacked.report.at("accepted") == before.report.at("accepted"));
    CHECK(attacked.checkpoint == before.checkpoint);
    here.logged({"request refused: port=terminals", "status=403", "address=127.0.0.1"});
    here.logged({"request refused: port=terminals", "status=400", "address=127.0.0.1"});
    // The honest one goes on where it was.
    REQUIRE(here.connected(terminal).ask(here.post(records, batch)).status == 200);
    here.survived(here.whole());
}

TEST_CASE("nothing is taken from a terminal that was revoked, on whatever connection and by whatever way, and what it had sent stands")
{
    ABesiegedCentre here;
    const auto anne = here.person("anne");
    auto stolen = here.a_terminal();
    stolen.vote(here.package(), a_voter(1), {0});
    REQUIRE(here.send(stolen).status == 200);
    const auto before = here.whole();
    auto connected = here.connected(stolen);
    REQUIRE(connected.ask("GET " + here.place_of(stolen) + "/head HTTP/1.1\r\nHost: s\r\n\r\n").status == 200);

    REQUIRE(anne.post("/admin/api/terminals/" + to_hex(stolen.id()) + "/revoke").status == 200);
    stolen.vote(here.package(), a_voter(2), {1});
    for (const std::string& request :
         {here.post(here.place_of(stolen) + "/records", stolen.batch(2)), here.post(here.place_of(stolen) + "/status", R"({"version":"1","waiting":0})"),
          "GET " + here.place_of(stolen) + "/head HTTP/1.1\r\nHost: s\r\n\r\n",
          "GET /v1/elections/" + to_base64url(here.package().id) + "/roll HTTP/1.1\r\nHost: s\r\n\r\n"})
        CHECK(connected.ask(request).status == 403);
    CHECK(here.send(stolen, 2).status == 0);  // a new connection is not even made
    here.logged({"handshake failed: port=terminals", "address=127.0.0.1", "certificate verify failed"});
    const auto begun = anne.send("POST", "/admin/api/imports?kind=bundle&name=stick", stolen.bundle(here.package()));
    Json report;
    CHECK(
        eventually([&] { return (report = json_of(anne.get("/admin/api/imports/" + json_of(begun).at("id").get<std::string>()))).at("state") != "running"; }));
    CHECK(report.at("state") == "failed");
    CHECK(report.at("error").get<std::string>().find("revoked") != std::string::npos);
    // It does not come back under another name.
    CHECK(anne.post("/admin/api/terminals", {{"request", stolen.enrolment()}, {"hall", "Jambes"}}).status == 422);
    const auto after = here.whole();
    CHECK(after.report.at("accepted") == before.report.at("accepted"));
    CHECK(after.checkpoint == before.checkpoint);
    here.survived(after);
}

TEST_CASE("votes are posted under a good token alone, and the same post counts once")
{
    ABesiegedCentre here;
    const auto anne = here.person("anne");
    const auto made = json_of(anne.post("/admin/api/tokens", {{"name", "Decidim"}, {"until", "2099-12-31"}}));
    const std::string token = made.at("secret").get<std::string>();
    const auto before = here.whole();
    const auto platform = here.stranger();
    std::string forged = token;
    forged.back() = forged.back() == 'A' ? 'E' : 'A';
    for (const std::string& wrong : {std::string(), forged, token + "=", token.substr(8), "isoloir_" + made.at("token").at("id").get<std::string>(),
                                     std::string("isoloir_' OR '1'='1"), std::string(4000, 'x')})
        CHECK(post_votes(platform, wrong).status == 401);
    CHECK(platform.send("POST", "/api/v1/votes?token=" + token, kVotes).status >= 400);
    CHECK(platform.with("Authorization", "Basic " + token).send("POST", "/api/v1/votes", kVotes).status == 401);
    CHECK(platform.with("Cookie", "token=" + token).send("POST", "/api/v1/votes", kVotes).status == 401);
    CHECK(platform.with("Authorization", "Bearer " + token + "\r\nAuthorization: Bearer " + forged).send("POST", "/api/v1/votes", kVotes).status == 400);
    CHECK(platform.with("Authorization", anne.csrf).get("/admin/api/accounts").status == 401);
    CHECK(post_votes(platform, token, R"({"votes":[{"voter_id":"AAAA1","projects":["v1"]}],"accepted":5})").status >= 400);
    here.logged({"posted votes refused", "a token that this server gave out is expected"});
    CHECK(here.log().find(token) == std::string::npos);
    CHECK(here.whole() == before);

    const auto posted = post_votes(platform, token);
    REQUIRE(posted.status == 200);
    const auto once = here.whole();
    CHECK(once.report.at("accepted") == before.report.at("accepted").get<int>() + 2);
    for (int i = 0; i < 5; ++i) CHECK(post_votes(platform, token).body == posted.body);
    CHECK(here.whole() == once);
    // With another blank it is another post of the same people: duplicates, as evidence.
    CHECK(json_of(post_votes(platform, token, kVotes + " ")).at("duplicate") == 2);
    CHECK(here.whole().report.at("accepted") == once.report.at("accepted"));
    REQUIRE(anne.post("/admin/api/tokens/" + made.at("token").at("id").get<std::string>() + "/withdraw").status == 200);
    CHECK(post_votes(platform, token).status == 401);
    here.logged({"posted votes refused", "this token was withdrawn"});
    here.survived(here.whole());
}
