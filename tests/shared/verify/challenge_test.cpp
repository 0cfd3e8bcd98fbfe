#include "tests/shared/verify/a_run.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/vectors.hpp"

using namespace isoloir;
using test::verify;

namespace {

struct APackage {
    test::TemporaryFolder folder;
    nlohmann::json vectors = test::read_vectors("challenge.json");
    std::string file = (folder / "package.jws").string();

    APackage() { REQUIRE(write_file(file, vectors.at("package").get<std::string>() + "\n")); }
    test::Run check(const std::string& challenge) const { return verify("challenge '" + challenge + "' --package " + file); }
    std::string honest() const { return vectors.at("challenges").at(0).at("text"); }
};

bool has(const std::string& text, const std::string& what)
{
    return text.find(what) != std::string::npos;
}

}  // namespace

TEST_CASE("challenge says of each check by name whether it holds, and what the ballot holds")
{
    const APackage package;
    for (const auto& vector : package.vectors.at("challenges")) {
        INFO(vector.at("meaning"));
        const auto run = package.check(vector.at("text"));
        bool all = true;
        for (const char* name : {"election", "encoding", "tracker"}) {
            const bool holds = vector.at(name);
            all = all && holds;
            CHECK(has(run.out, std::string(holds ? "PASS  " : "FAIL  ") + name + ": "));
        }
        CHECK(run.code == (all ? 0 : 1));
        CHECK(has(run.out, "Tracker  " + vector.at("shows").get<std::string>()));
        CHECK(has(run.out, "sealed exactly this choice") == all);
        if (all)
            for (const auto& project : vector.at("projects")) CHECK(has(run.out, "\n  " + project.get<std::string>() + "  "));
    }
    CHECK(has(package.check(package.honest()).out, "\n  p1  An orchard for everyone\n  p3  Mural at the station\n  p8  Safe crossing\n"));
    CHECK(has(package.check(package.vectors.at("challenges").at(1).at("text")).out, "(an empty ballot)"));
}

TEST_CASE("challenge takes the text, the whole address of the QR code, or a file with either")
{
    const APackage package;
    const std::string address = "https://vote.example.org/check#" + package.honest();
    const std::string file = (package.folder / "challenge.txt").string();
    REQUIRE(write_file(file, "  " + address + "\n"));
    CHECK(package.check(address).code == 0);
    CHECK(package.check(file).code == 0);
}

TEST_CASE("what is no challenge or no package ends with code 1, one sentence and no result")
{
    const APackage package;
    for (const auto& vector : package.vectors.at("malformed")) {
        INFO(vector.at("meaning"));
        const auto run = package.check(vector.at("text"));
        CHECK(run.code == 1);
        CHECK(run.out.empty());
        CHECK(has(run.err, "isoloir-verify: "));
    }
    CHECK(verify("challenge " + package.honest() + " --package /nowhere.jws").code == 1);
    CHECK(verify("challenge " + package.honest()).code == 2);
}

TEST_CASE("a package that its authority did not sign, or another authority than the one asked for, fails the check by name")
{
    const APackage package;
    const std::string asked = "challenge " + package.honest() + " --package " + package.file + " --authority ";
    CHECK(verify(asked + package.vectors.at("authority").get<std::string>()).code == 0);
    const auto stranger = verify(asked + std::string(64, 'a'));
    CHECK(stranger.code == 1);
    CHECK(has(stranger.out, "FAIL  package: "));
    CHECK(verify(asked + "xyz").code == 1);

    std::string forged = package.vectors.at("package");
    forged[forged.rfind('.') + 9] ^= 1;
    REQUIRE(write_file(package.file, forged));
    const auto run = package.check(package.honest());
    CHECK(run.code == 1);
    CHECK(has(run.out, "FAIL  package: "));
}
