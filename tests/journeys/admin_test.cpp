// What a central admin types, from an election file to the page with the result.

#include <fstream>
#include <set>

#include "shared/base/file.hpp"
#include "tests/journeys/election_day.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir;
using namespace isoloir::test;

namespace {

const std::string kPabulib = std::string(ISOLOIR_TEST_DATA) + "/pabulib/poland_gdynia_2020_kamienna-gora-small.pb";

std::string fetched(const std::string& address)
{
    return printed(Process({"curl", "--silent", "--show-error", "--fail", "--insecure", address}).end());
}

void told(const Ended& ended, const std::string& advice)
{
    const std::string sentence = refused(ended);
    INFO(sentence);
    CHECK(sentence.find(advice) != std::string::npos);
}

std::set<std::string> files_in(const std::filesystem::path& folder)
{
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) names.insert(entry.path().filename().string());
    return names;
}

/// The file with one line replaced.
void write_with(const std::filesystem::path& to, const std::string& from, std::size_t number, const std::string& line)
{
    std::ifstream in(from);
    std::ofstream out(to);
    std::string read;
    for (std::size_t at = 1; std::getline(in, read); ++at) out << (at == number ? line : read) << '\n';
}

}  // namespace

TEST_CASE("a malformed election file is refused with the number of its line, and leaves nothing behind")
{
    const ElectionDay day;
    printed(day.centre({"init"}));
    const auto before = files_in(day.path("centre"));
    const std::string broken = day.file("broken.pb");

    write_with(broken, kPabulib, 23, "1;not an amount;2;a project;1");
    told(day.centre({"election", "import", broken, "--out", day.file("package")}), "broken.pb: line 23: ");
    write_with(broken, kPabulib, 40, "4711;a;b;c;d;e;f;g");
    told(day.centre({"election", "import", broken, "--out", day.file("package")}), "broken.pb: line 40: ");

    CHECK_FALSE(std::filesystem::exists(day.path("package")));
    CHECK(files_in(day.path("centre")) == before);
    told(day.centre({"election", "show"}), "isoloir-server election import");
    printed(day.centre({"election", "import", kPabulib}));
    CHECK(Json::parse(printed(day.centre({"election", "show", "--json"}))).at("projects") == 3);
}

TEST_CASE("an admin who is ahead of things is told what to do first")
{
    const ElectionDay day;
    for (const Words& words : {Words{"close"}, Words{"count"}, Words{"result"}, Words{"report"}, Words{"serve"}, Words{"election", "show"}})
        told(day.centre(words), "init");
    CHECK_FALSE(std::filesystem::exists(day.path("centre")));
    printed(day.centre({"init"}));
    for (const Words& words : {Words{"close"}, Words{"count"}, Words{"result"}, Words{"report"}, Words{"terminal", "list"}})
        told(day.centre(words), "isoloir-server election import");
    printed(day.centre({"election", "import", election_file().string()}));
    const auto report = day.report();
    told(day.centre({"count"}), "isoloir-server close");
    told(day.centre({"result"}), "isoloir-server close");
    told(day.centre({"ballots", "import", day.file("nothing")}), "No such file");
    told(day.centre({"terminal", "revoke", "nowhere"}), "isoloir-server terminal list");
    CHECK(day.report() == report);
}

TEST_CASE("a signed election stays what it is, whatever is imported after it")
{
    const ElectionDay day;
    day.found();
    printed(day.centre({"init"}));
    const auto shown = printed(day.centre({"election", "show"}));
    CHECK(printed(day.centre({"election", "import", election_file().string()})).find("nothing was changed") != std::string::npos);
    told(day.centre({"election", "import", kPabulib}), "another election already");
    CHECK(printed(day.centre({"election", "show"})) == shown);
}

TEST_CASE("an admin closes and counts while the server runs; the page over HTTPS names the winners, and a second count changes nothing")
{
    ElectionDay day;
    printed(day.centre({"init"}));
    printed(day.centre({"election", "import", kPabulib}));
    Process server = day.serve();
    day.set_up("jambes");
    printed(day.hall("jambes", {"open"}));
    const auto voted = run("isoloir-hall", {"vote", "--data", day.file("jambes"), "--ballots", kPabulib, "--json"});
    CHECK(Json::parse(printed(voted)) == Json{{"cast", 429}, {"refused", 0}});
    printed(day.hall("jambes", {"close"}));
    printed(day.hall("jambes", {"sync"}));

    printed(day.centre({"close"}));
    CHECK(printed(day.centre({"close"})).find("nothing was changed") != std::string::npos);
    std::ofstream(day.path("online.csv")) << "voter_id;projects\nV1;1\n";
    told(day.centre({"online", "import", day.file("online.csv")}), "closed");
    printed(day.centre({"count"}));
    const auto result = printed(day.centre({"result", "--json"}));
    CHECK(printed(day.centre({"count"})).find("nothing was changed") != std::string::npos);
    CHECK(printed(day.centre({"result", "--json"})) == result);

    const Json counted = Json::parse(result);
    const Json direct = Json::parse(printed(run("isoloir-verify", {"tally", kPabulib, "--rule", "greedy", "--json"})));
    CHECK(counted.at("winners") == direct.at("winners"));
    CHECK(counted.at("spent") == direct.at("spent"));
    CHECK(counted.at("ballots") == 429);

    CHECK(Json::parse(fetched(day.page() + "result.json")) == counted);
    const std::string page = fetched(day.page());
    for (const char* winner : {"Zabawa z mapą", "Cykliczne warsztaty", "Gry i zabawy z mapą i kompasem"}) CHECK(page.find(winner) != std::string::npos);
    const std::string signed_result = fetched(day.page() + "result.jws");
    server.kill();
    Process again = day.serve();
    CHECK(printed(day.centre({"result", "--json"})) == result);
    CHECK(fetched(day.page() + "result.jws") == signed_result);
}

TEST_CASE("closing names the halls whose ballots may still be on their way, and shuts them out only when told so")
{
    const ElectionDay day;
    day.found();
    day.set_up("jambes");
    told(day.centre({"close"}), "jambes (nothing arrived yet)");
    printed(day.hall("jambes", {"open"}));
    printed(Process(day.residents("jambes", 2)).end());
    const std::string bundle = day.file("jambes.ballots");
    printed(day.hall("jambes", {"export", bundle}));
    printed(day.centre({"ballots", "import", bundle}));
    told(day.centre({"close"}), "jambes (poll open)");
    CHECK(day.report().at("accepted") == 2);

    printed(day.centre({"close", "--anyway"}));
    printed(day.hall("jambes", {"close"}));
    printed(day.hall("jambes", {"export", bundle}));
    const auto late = day.centre({"ballots", "import", bundle});
    CHECK(late.code == 1);
    CHECK(late.err.find("after the election was closed") != std::string::npos);
    CHECK(day.report().at("accepted") == 2);
}
