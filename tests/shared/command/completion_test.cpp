// Each shell completes for real; what it offers is read as the person at its prompt would see it.

#include "shared/command/completion.hpp"

#include <algorithm>
#include <sstream>

#include "shared/base/file.hpp"
#include "tests/journeys/process.hpp"
#include "tests/shared/command/a_program.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace isoloir;

namespace {

using Words = std::vector<std::string>;

const char* const kBash = R"(source ./script; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _urn; printf '%s\n' "${COMPREPLY[@]}")";
// In zsh, what completion's own builtins would be given.
const char* const kZsh = R"(compadd() { shift; local word; for word; do [[ $word == $current* ]] && print -r -- $word; done }
_files() { print -rl -- $current*(N) }; compset() { true }
words=("$@"); CURRENT=$#; source ./script; true)";
const char* const kFish = "source ./script; complete -C (string join ' ' -- $argv)";

class Shell {
public:
    explicit Shell(const std::string& name) : name_(name)
    {
        const test::AProgram program;
        const command::Command urn = command::outline(program.app);
        const std::string script = name == "bash"  ? command::bash_completion(urn)
                                   : name == "zsh" ? command::zsh_completion(urn)
                                                   : command::fish_completion(urn);
        REQUIRE(write_file(folder_ / "script", script));
        REQUIRE(write_file(folder_ / "ballot.json", ""));
    }

    /// What is offered for the last word, in order of the alphabet.
    Words offers(const Words& line) const
    {
        Words command{"env", "-C", folder_.path().string(), name_};
        if (name_ == "zsh") command.push_back("-f");
        command.insert(command.end(), {"-c", name_ == "bash" ? kBash : name_ == "zsh" ? kZsh : kFish});
        if (name_ != "fish") command.push_back("shell");
        command.insert(command.end(), line.begin(), line.end());
        const test::Ended ended = test::Process(command).end();
        INFO(ended.err);
        REQUIRE(ended.code == 0);
        REQUIRE(ended.err.empty());
        Words offered;
        std::istringstream out(ended.out);
        // Fish says what each is, after a tab.
        for (std::string word; std::getline(out, word);)
            if (!word.empty()) offered.push_back(word.substr(0, word.find('\t')));
        std::sort(offered.begin(), offered.end());
        return offered;
    }

private:
    std::string name_;
    test::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("bash, zsh and fish offer commands, options, words and files where each may stand")
{
    for (const char* name : {"bash", "zsh", "fish"}) {
        INFO(name);
        const Shell shell(name);
        CHECK(shell.offers({"urn", "p"}) == Words{"put"});
        CHECK(shell.offers({"urn", "put", ""}) == Words{"ballot", "lid"});
        CHECK(shell.offers({"urn", "put", "ballot", "--c"}) == Words{"--colour", "--count"});
        CHECK(shell.offers({"urn", "put", "ballot", "--fo"}) == Words{"--folder"});
        CHECK(shell.offers({"urn", "put", "ballot", "--colour", "r"}) == Words{"red"});
        CHECK(shell.offers({"urn", "put", "ballot", "bal"}) == Words{"ballot.json"});
        CHECK(shell.offers({"urn", "--folder", "bal"}) == Words{"ballot.json"});
        CHECK(shell.offers({"urn", "put", "ballot", "--count", ""}).empty());
    }
}

TEST_CASE("the value of an option is not taken for a command")
{
    for (const char* name : {"bash", "zsh", "fish"}) {
        INFO(name);
        CHECK(Shell(name).offers({"urn", "--folder", "put", "e"}) == Words{"empty"});
        CHECK(Shell(name).offers({"urn", "put", "--folder", "empty", "l"}) == Words{"lid"});
    }
}

TEST_CASE("bash completes behind an equals sign, which it takes for a word")
{
    CHECK(Shell("bash").offers({"urn", "put", "ballot", "--colour", "=", "w"}) == Words{"white"});
    CHECK(Shell("bash").offers({"urn", "--folder", "=", "bal"}) == Words{"ballot.json"});
}

TEST_CASE("what help hides is not offered")
{
    for (const char* name : {"bash", "zsh", "fish"}) {
        INFO(name);
        for (const char* hidden : {"--sec", "--ma", "--comp"}) CHECK(Shell(name).offers({"urn", hidden}).empty());
    }
}
