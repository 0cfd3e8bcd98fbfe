#include <filesystem>
#include <sstream>

#include "shared/base/encoding.hpp"
#include "shared/base/file.hpp"
#include "shared/base/text.hpp"
#include "sync-server/app/commands.hpp"
#include "tests/support/a_server_folder.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir;
using namespace isoloir::test;

namespace {

struct AConsole : AServerFolder {
    std::ostringstream out;
    int run(const std::vector<std::string>& args)
    {
        out.str("");
        return app::run_command(args, *centre, out, out);
    }
};

}  // namespace

TEST_CASE("a staff file is made once, listed, withdrawn by the roster, and still withdrawn after a restart")
{
    AConsole centre;
    const auto file = (centre.root / "bart.staff").string();
    REQUIRE(centre.run({"staff-token", "make", "Bart", "--until", "2026-06-03", "--out", file}) == 0);
    CHECK(centre.run({"staff-token", "make", "Bart", "--until", "2026-06-03", "--out", file}) == 1);  // never written over
    const auto jws = read_file(file, wire::kMaxStaffTokenBytes).value();
    const auto token = wire::open_staff_token(trimmed(jws), centre.centre->keys().authority.public_key());
    REQUIRE(token);
    CHECK(token->handle == "Bart");
    CHECK(token->election == centre.centre->package_read().id);
    CHECK(token->not_before == centre.clock.hour());
    CHECK(token->not_after == centre.clock.hour() - 12 + 3 * 24 - 1);  // the last hour of the third day

    const auto version = wire::open_roster(centre.centre->roster(), centre.centre->keys().authority.public_key())->version;
    REQUIRE(centre.run({"staff-token", "withdraw", to_hex(token->id).substr(0, 8), "--out", (centre.root / "roster").string()}) == 0);
    REQUIRE(centre.run({"staff-token", "withdraw", "Bart"}) == 0);
    centre.centre = *centre.open();
    const auto roster = wire::open_roster(trimmed(read_file(centre.root / "roster", 1 << 20).value()), centre.centre->keys().authority.public_key());
    REQUIRE(roster);
    CHECK(roster->version == version + 1);
    CHECK(roster->withdrawn == std::vector<wire::TokenId>{token->id});
    REQUIRE(centre.run({"staff-token", "list", "--json"}) == 0);
    CHECK(centre.out.str().find("\"withdrawn\": true") != std::string::npos);
}

TEST_CASE("a staff file for nobody, for no hall, for no terminal or for a time that is over is refused, and nothing is written")
{
    AConsole centre;
    const auto file = (centre.root / "bart.staff").string();
    const auto make = [&](const std::string& name, const std::string& until, std::vector<std::string> more) {
        more.insert(more.begin(), {"staff-token", "make", name, "--until", until, "--out", file});
        return centre.run(more);
    };
    CHECK(make(std::string(41, 'a'), "2026-06-03", {}) == 1);
    CHECK(make("Bart", "2026-05-31", {}) == 1);
    CHECK(make("Bart", "tomorrow", {}) == 1);
    CHECK(make("Bart", "2026-06-03", {"--from-day", "2026-06-04"}) == 1);
    CHECK(make("Bart", "2026-06-03", {"--hall", "Nowhere"}) == 1);
    CHECK(make("Bart", "2026-06-03", {"--terminal", "00000000"}) == 1);
    CHECK(centre.run({"staff-token", "withdraw", "Bart"}) == 1);
    CHECK_FALSE(std::filesystem::exists(file));
}
