#include "shared/command/outline.hpp"

#include "tests/shared/command/a_program.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir;

TEST_CASE("a command line is told as it is understood, at any depth")
{
    const test::AProgram program;
    const command::Command urn = command::outline(program.app);
    REQUIRE(urn.commands.size() == 2);
    REQUIRE(urn.commands[0].commands.size() == 2);
    const command::Command& ballot = urn.commands[0].commands[0];
    CHECK(ballot.line() == "urn put ballot");
    REQUIRE(ballot.positionals.size() == 1);
    CHECK(ballot.positionals[0].names == std::vector<std::string>{"FILE"});
    CHECK(ballot.positionals[0].takes_path());
    REQUIRE(ballot.options.size() == 3);
    CHECK(ballot.options[1].choices == std::vector<std::string>{"red", "white"});
    CHECK(ballot.options[1].required);
    CHECK(ballot.options[2].limits == "[1 - 9]");
    CHECK(ballot.options[2].otherwise == "3");
}

TEST_CASE("an option of the program that may stand behind a command is known there, too")
{
    const test::AProgram program;
    const command::Command urn = command::outline(program.app);
    const auto& inherited = urn.commands[0].commands[0].inherited;
    REQUIRE(inherited.size() == 2);
    CHECK(inherited[1].names == std::vector<std::string>{"-f", "--folder"});
    CHECK(inherited[1].variable == "URN_FOLDER");
}

TEST_CASE("what help hides is not told")
{
    const test::AProgram program;
    for (const command::Argument& option : command::outline(program.app).options) {
        CHECK(option.names.back() != "--secret");
        CHECK(option.names.back() != "--man");
        CHECK(option.names.back() != "--completion");
    }
}
