// What a clerk types in a hall, in order and out of order, once and twice.

#include "tests/journeys/election_day.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir;
using namespace isoloir::test;

namespace {

bool says(const std::string& text, const std::string& words)
{
    INFO(text);
    const bool found = text.find(words) != std::string::npos;
    CHECK(found);
    return found;
}

}  // namespace

TEST_CASE("a clerk who types everything twice brings each ballot to the centre once, on a USB stick, and takes the receipt back")
{
    const ElectionDay day;
    day.found();
    day.set_up("jambes");
    const auto twice = [&](const Words& words) {
        const std::string first = printed(day.hall("jambes", words));
        CHECK(printed(day.hall("jambes", words)) == first);
    };
    twice({"provision", day.file("jambes.bundle")});
    twice({"open"});
    printed(Process(day.residents("jambes", 3)).end());
    twice({"close"});

    std::filesystem::create_directory(day.path("stick"));
    const std::string bundle = day.file("stick/jambes.ballots");
    twice({"export", bundle});
    printed(day.centre({"ballots", "import", bundle}));
    const auto report = day.report();
    CHECK(report.at("accepted") == 3);
    says(printed(day.centre({"ballots", "import", bundle})), "nothing was changed");
    CHECK(day.report() == report);
    CHECK(day.status("jambes").at("acknowledged") == 0);
    twice({"receipt", bundle + ".receipt"});

    const auto status = day.status("jambes");
    CHECK(status.at("records") == 5);  // opened, three ballots, closed
    CHECK(status.at("acknowledged") == 5);
    says(refused(day.hall("jambes", {"enrol", "--name", "other", "--out", day.file("other.request")})), "set up in this folder already");
    CHECK_FALSE(std::filesystem::exists(day.path("other.request")));
    says(refused(day.hall("jambes", {"open"})), "a closed poll stays closed");
    CHECK(day.status("jambes") == status);
}

TEST_CASE("a clerk who is ahead of things is told what to do first, and nothing changes")
{
    const ElectionDay day;
    day.found();
    std::filesystem::create_directory(day.path("stick"));
    const auto told = [&](const Words& words, const std::string& advice) {
        INFO(words.front());
        says(refused(day.hall("jambes", words)), advice);
    };
    for (const char* command : {"status", "open", "close", "sync"}) told({command}, "isoloir-terminal enrol");
    told({"run", "--offscreen"}, "isoloir-terminal enrol");
    CHECK_FALSE(std::filesystem::exists(day.path("jambes")));

    // A stick that was not there, or a request that got lost: it is written again.
    says(refused(day.hall("jambes", {"enrol", "--name", "jambes", "--out", day.file("nowhere/jambes.request")})), "nowhere/jambes.request");
    printed(day.hall("jambes", {"enrol", "--name", "jambes", "--out", day.file("jambes.request")}));
    for (const char* command : {"open", "sync"}) told({command}, "isoloir-terminal provision");
    told({"run", "--offscreen"}, "isoloir-terminal provision");
    told({"export", day.file("stick/ballots")}, "isoloir-terminal provision");
    told({"close"}, "isoloir-terminal open");
    told({"provision", day.file("jambes.request")}, "not a signed provision");
    printed(day.centre({"terminal", "approve", day.file("jambes.request"), "--hall", "jambes", "--host", "127.0.0.1", "--out", day.file("jambes.bundle")}));
    printed(day.hall("jambes", {"provision", day.file("jambes.bundle")}));
    told({"close"}, "isoloir-terminal open");
    told({"sync"}, "127.0.0.1:8443: the server cannot be reached");
    CHECK(day.status("jambes").at("records") == 0);
    CHECK(std::filesystem::is_empty(day.path("stick")));

    printed(day.hall("dinant", {"enrol", "--name", "dinant", "--out", day.file("dinant.request")}));
    says(refused(day.hall("dinant", {"provision", day.file("jambes.bundle")})), "for another terminal");
}
