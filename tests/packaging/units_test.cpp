#include <iostream>
#include <regex>

#include "tests/journeys/process.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir;

namespace {

/// systemd's own measure of what a service could do if it were taken over: 0 nothing, 10 everything.
double exposure_of(const std::string& unit)
{
    const test::Ended analysed = test::Process({"systemd-analyze", "security", "--no-pager", "--offline=true", std::string(ISOLOIR_UNITS) + "/" + unit}).end();
    static const std::regex overall("Overall exposure level for [^:]*: ([0-9.]+)");
    std::smatch match;
    INFO(analysed.out << analysed.err);
    REQUIRE(std::regex_search(analysed.out, match, overall));
    return std::stod(match[1]);
}

}  // namespace

TEST_CASE("a server that was taken over could do little: systemd's exposure is below 2.0")
{
    for (const char* unit : {"isoloir-server.service", "isoloir-server@.service"}) {
        const double exposure = exposure_of(unit);
        std::cout << unit << ": exposure " << exposure << '\n';
        CHECK(exposure < 2.0);
    }
}
