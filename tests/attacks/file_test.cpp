// Files and bodies that are not what they say, or far too much of it.

#include <algorithm>

#include "tests/attacks/a_besieged_centre.hpp"
#include "tests/support/a_picture.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir;
using namespace isoloir::test;

namespace {

constexpr std::size_t kMega = 1024 * 1024;

/// Loads a file and waits for its end. @return  its report
Json loaded(const Visitor& visitor, const std::string& kind, const std::string& file)
{
    const auto begun = visitor.send("POST", "/admin/api/imports?kind=" + kind + "&name=a%20file", file);
    INFO(begun.body);
    REQUIRE(begun.status == 200);
    Json report;
    const std::string place = "/admin/api/imports/" + json_of(begun).at("id").get<std::string>();
    REQUIRE(eventually([&] {
        report = json_of(visitor.get(place));
        return report.at("state") != "running";
    }));
    return report;
}

std::string utf16(std::string_view text, bool big, bool mark)
{
    std::string wide = mark ? (big ? "\xFE\xFF" : "\xFF\xFE") : "";
    for (const char c : text) wide += big ? std::string{'\0', c} : std::string{c, '\0'};
    return wide;
}

std::string nested(std::size_t depth)
{
    return std::string(depth, '[') + std::string(depth, ']');
}

}  // namespace

TEST_CASE("a file of votes, of records or of the roll that is malformed is refused whole, with the place and the reason")
{
    ABesiegedCentre here;
    const auto anne = here.person("anne");
    const auto before = here.whole();
    using namespace std::string_literals;
    const std::string header = "voter_id;projects\n";
    struct Row {
        const char* what;
        std::string file;
        const char* says;
    };
    const std::vector<Row> rows{
        {"nothing", "", ""},
        {"one NUL", "\0"s, "line 1"},
        {"a NUL within", header + "A\0B;v1\n"s, "line 2"},
        {"UTF-16 without its mark", utf16(header, false, false), "line 1"},
        {"half a character of UTF-16", utf16(header, true, true) + "\xD8", ""},
        {"half a pair of UTF-16", utf16(header, false, true) + "\x3D\xD8\x0A\x00"s, "line 2"},
        {"no UTF-8 behind its mark", "\xEF\xBB\xBF" + header + "\xC3(;v1\n", "line 2"},
        {"neither UTF-8 nor Windows-1252", header + "\x81\x8D;v1\n", "line 2"},
        {"UTF-32", "\xFF\xFE\0\0v\0\0\0"s, "line 1"},
        {"no header", "AAAA1;v1\n", ""},
        {"another header", "name;choice\nx;y\n", ""},
        {"a column twice", "voter_id;voter_id;projects\n1;2;v1\n", "line 1"},
        {"another separator", "voter_id|projects\nx|v1\n", ""},
        {"a quote that never ends", "voter_id;projects\n\"x;v1\n" + std::string(2 * kMega, 'y'), "line 3"},
        {"quotes alone", std::string(3'000'000, '"'), ""},
        {"one endless line", header + std::string(2 * kMega, 'x'), "line 2"},
        {"more lines than any city has voters", header + std::string(2'000'001, '\n') + "x;v1\n", ""},
        {"a program", "MZ\x90\0\x03"s, ""},
        {"a zip", "PK\x03\x04\x14\0\0\0\x08\0"s, ""},
        {"a gzip", "\x1F\x8B\x08\0\0\0\0\0"s, ""},
        {"HTML", "<html><script>alert(1)</script></html>", ""},
        {"a Pabulib file without votes' columns", "META\nkey;value\nPROJECTS\nproject_id;cost\nVOTES\nx;y\n", ""},
    };
    for (const Row& row : rows) {
        INFO(row.what);
        for (const char* kind : {"votes", "roll", "bundle"}) {
            const auto report = loaded(anne, kind, row.file);
            INFO(kind << ": " << report.dump());
            CHECK(report.at("state") == "failed");
            CHECK(report.at("fresh") == 0);
            CHECK_FALSE(report.at("error").get<std::string>().empty());
            if (std::string(kind) == "votes") CHECK(report.at("error").get<std::string>().find(row.says) != std::string::npos);
        }
    }
    CHECK(here.audited("anne", "import-end", "refused") == 3 * rows.size());
    CHECK(here.whole() == before);
    // A line that is wrong, in a file that reads, is told by its number; the others stand.
    const auto mixed =
        loaded(anne, "votes", "\xEF\xBB\xBFvoter_id,projects\r\n\"AAAA1\",\"v1,v2\"\r\n\"AAAA1\"\"\",v1\r\nBBBB2,\"v1\r\n,\r\n\"<b>\",v1\r\nCCCC3,=v1\r\n");
    CHECK(mixed.at("state") == "done");
    CHECK(mixed.at("reasons").at("accepted") == 1);
    CHECK(mixed.at("refused").size() >= 3);
    auto after = here.whole();
    CHECK(after.report.at("accepted") == before.report.at("accepted").get<int>() + 1);
    here.survived(after);
}

TEST_CASE("a CSV of 100 megabytes is read or refused within bounded memory, and more than that is not even read")
{
    ABesiegedCentre here;
    const auto anne = here.person("anne");
    const auto before = here.whole();
    const std::string line = "<script>" + std::string(4000, '"') + "</script>;v1;" + std::string(5000, ',') + "\n";
    std::string file = "voter_id;projects;points\n";
    while (file.size() < 100 * kMega) file += line;
    const auto lines = static_cast<std::size_t>(std::count(file.begin(), file.end(), '\n')) - 1;
    const auto report = loaded(anne, "votes", file);
    CHECK(report.at("state") == "done");
    CHECK(report.at("refused").size() == 1000);
    CHECK(report.at("refused_more") == lines - 1000);
    CHECK(report.at("refused")[0].at("line") == 2);
    CHECK(loaded(anne, "roll", file).at("state") == "failed");
    CHECK(loaded(anne, "bundle", file).at("state") == "failed");
    CHECK(loaded(anne, "votes", std::string(100 * kMega, '"')).at("state") == "failed");
    // The text as it came, as it is read, and what is told of it; not a multiple for each line.
    CHECK(here.took_less_than(6 * file.size()));

    const std::string promise =
        "POST /admin/api/imports?kind=votes&name=x HTTP/1.1\r\nHost: s\r\nCookie: " + anne.cookie + "\r\nX-Isoloir-Csrf: " + anne.csrf + "\r\nContent-Length: ";
    CHECK(RawClient(here.public_port()).ask(promise + std::to_string(128 * kMega + 1) + "\r\n\r\n").status == 413);
    here.logged({"request refused: port=public", "status=413", "address=127.0.0.1"});
    for (const Visitor& stranger : {here.stranger(), here.stranger().with("Cookie", "__Host-isoloir=" + std::string(43, 'A'))})
        CHECK(stranger.send("POST", "/admin/api/imports?kind=votes&name=x", std::string(17 * 1024, 'x')).status == 413);
    CHECK(here.log().find("<script>") == std::string::npos);
    const auto after = here.whole();
    CHECK(after.report.at("accepted") == before.report.at("accepted"));
    here.survived(after);
}

TEST_CASE("JSON that is deep, vast, doubled, cut, packed or something else is refused, and nothing is done")
{
    ABesiegedCentre here;
    const auto anne = here.person("anne");
    const auto terminal = here.a_terminal();
    const auto before = here.whole();
    using namespace std::string_literals;
    const std::vector<std::string> bodies{"",
                                          " ",
                                          "{",
                                          "[]",
                                          "null",
                                          "1",
                                          "\"x\"",
                                          "{}{}",
                                          "{'name':1}",
                                          nested(100),
                                          nested(100'000),
                                          std::string(100'000, '['),
                                          R"({"name":)" + nested(40) + "}",
                                          "{\"name\":\"a\0b\"}"s,
                                          "{\"name\":\"\xFF\"}",
                                          "{\"name\":\"\xC0\xAE\"}",
                                          R"({"name":"\ud800"})",
                                          R"({"name":"x","name":"y"})",
                                          R"({"name":"x","role":"admin","halls":[],"__proto__":{"role":"admin"}})",
                                          R"({"name":"x","role":"root","halls":[]})",
                                          R"({"name":"x","role":"admin","halls":"all"})",
                                          R"({"name":["x"],"role":"admin","halls":[]})",
                                          R"({"name":1e999})",
                                          "\x1F\x8B\x08\0\0\0\0\0\0\x03"s,
                                          "--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nx\r\n--x--\r\n",
                                          "name=x&role=admin"};
    for (const std::string& body : bodies) {
        INFO(body.substr(0, 100));
        for (const char* place : {"/admin/api/accounts", "/admin/api/tokens", "/admin/api/terminals", "/admin/api/staff-files", "/admin/api/poll/close",
                                  "/admin/api/election/seal", "/admin/api/password"}) {
            const auto answer = anne.send("POST", place, body);
            INFO(place);
            CHECK((answer.status == 400 || answer.status == 422));
        }
        CHECK(here.connected(terminal).ask(here.post(here.place_of(terminal) + "/status", body)).status == 400);
    }
    for (const char* type : {"", "text/plain", "text/json", "application/jsonx", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"}) {
        Visitor other = anne;
        other.type = type;
        CHECK(other.post("/admin/api/accounts", {{"name", "x"}, {"role", "admin"}, {"halls", Json::array()}}).status == 415);
    }
    // Packed is not unpacked: nobody asks for it, and a bomb stays what it is.
    CHECK(anne.with("Content-Encoding", "gzip").send("POST", "/admin/api/accounts", "\x1F\x8B\x08\0\0\0\0\0\0\x03"s).status == 400);
    CHECK_FALSE(here.stranger().with("Accept-Encoding", "gzip, deflate, br, zstd").get("/").has("Content-Encoding"));
    // What is asked with a few words may have no more than a few.
    CHECK(anne.send("POST", "/admin/api/election/check", "[" + std::string(512 * 1024, ',') + "]").status == 413);
    std::string vast = "{\"version\":0,\"file\":{\"x\":[";
    while (vast.size() < 2 * kMega) vast += "{},";
    CHECK(anne.send("PUT", "/admin/api/election", vast + "{}]}}").status == 409);  // sealed
    CHECK(here.took_less_than(std::size_t{512} * kMega));
    CHECK(json_of(anne.get("/admin/api/accounts")).at("accounts").size() == 2);
    here.survived(before);
}

TEST_CASE("a picture is one that can be shown, by its bytes and not by its name, and no script and no bomb")
{
    ABesiegedCentre here(ABesiegedCentre::Begins::with_nothing);
    const auto anne = here.person("anne");
    const auto put = [&](const std::string& name, const std::string& file) { return anne.send("PUT", "/admin/api/election/pictures/" + name, file).status; };
    const std::string script = "<script>alert(1)</script>";
    const std::vector<std::string> files{std::string(),
                                         std::string("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"),
                                         "<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg>&x;</svg>",
                                         "<html>" + script,
                                         std::string("GIF89a"),
                                         std::string("BM"),
                                         std::string("RIFF....WEBP"),
                                         "%PDF-1.7 " + script,
                                         a_png().substr(0, 8),
                                         a_png().substr(1),
                                         a_png(0, 0),
                                         a_png(100'000, 100'000),
                                         a_png(4'294'967'295, 4'294'967'295),
                                         a_jpeg(65'535, 65'535),
                                         a_jpeg().substr(0, 20),
                                         a_png() + std::string(10 * kMega, 'x')};
    for (const std::string& file : files) {
        CHECK(put("un.png", file) == 422);
        CHECK(anne.get("/admin/api/election/pictures/un.png").status == 404);
    }
    for (const char* name :
         {"..%2Fun.png", "%2Fetc%2Fpasswd", ".png", "un%00.png", "un.png%0a", "un png", "un%20.png", "%C3%A9.png", "%E2%80%AEgnp.exe", "CON%3A", ""})
        CHECK(put(name, a_png()) >= 400);
    // One that is both a picture and a page is shown as a picture, and runs nothing.
    REQUIRE(put("un.html", a_png() + script) == 200);
    const auto shown = anne.get("/admin/api/election/pictures/un.html");
    CHECK(shown.value("Content-Type") == "image/png");
    CHECK(shown.value("X-Content-Type-Options") == "nosniff");
    CHECK(shown.value("Content-Security-Policy").starts_with("default-src 'self';"));
    CHECK(shown.value("Cache-Control") == "no-store");
    CHECK(here.audited("anne", "picture-save", "refused") >= files.size());
    CHECK(here.stranger().get("/admin/api/election/pictures/un.html").status == 401);
    CHECK(json_of(anne.get("/admin/api/election")).at("pictures") == Json::array({"un.html"}));
}
