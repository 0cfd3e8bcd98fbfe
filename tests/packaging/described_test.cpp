// Every command and option that the real programs show in --help stands in their manual, and every shell offers it.

#include <regex>
#include <sstream>

#include "shared/base/file.hpp"
#include "tests/journeys/process.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir;

namespace {

using Words = std::vector<std::string>;
const std::filesystem::path kShare = ISOLOIR_SHARE;
const Words kPrograms{"isoloir-server", "isoloir-terminal", "isoloir-verify", "isoloir-trustee"};

std::string joined(const Words& words, const std::string& between)
{
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : between) + word;
    return text;
}

std::string content(const std::filesystem::path& file)
{
    const auto text = read_file(file, 1 << 20);
    INFO(file);
    REQUIRE(text);
    return *text;
}

test::Ended run(const Words& command)
{
    return test::Process(command).end();
}

struct Shown {
    Words command;  // "isoloir-server", "terminal", "approve"
    Words options;
};

/// What --help shows of a command and of all below it: CLI11's own layout, read without the code that writes manuals.
void read_help(const Words& command, std::vector<Shown>& all)
{
    Words words = command;
    words.front() = std::string(ISOLOIR_BIN) + "/" + words.front();
    words.push_back("--help");
    const test::Ended help = run(words);
    INFO(joined(words, " ") << ": " << help.err);
    REQUIRE(help.code == 0);
    static const std::regex entry("^  (-[^ ]*|[a-z][a-z-]*)( .*)?$");
    Shown shown{command, {}};
    Words below;
    std::istringstream lines(help.out);
    std::string heading;
    for (std::string line; std::getline(lines, line);) {
        std::smatch match;
        if (!line.empty() && line.front() != ' ') heading = line;
        if (!std::regex_match(line, match, entry)) continue;
        const std::string name = match[1];
        if (heading == "Options:") shown.options.push_back(name.substr(name.find("--")));
        if (heading == "Subcommands:") below.push_back(name);
    }
    CHECK_FALSE(shown.options.empty());
    all.push_back(shown);
    for (const std::string& word : below) {
        Words next = command;
        next.push_back(word);
        read_help(next, all);
    }
}

std::vector<Shown> everything(const std::string& program)
{
    std::vector<Shown> all;
    read_help({program}, all);
    REQUIRE(all.size() > 2);
    return all;
}

std::filesystem::path page_of(const Words& command)
{
    const Words page(command.begin(), command.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(command.size(), 2)));
    return kShare / "man" / "man1" / (joined(page, "-") + ".1");
}

/// As the manual is read on a screen, without emphasis and with single blanks.
std::string on_screen(const std::filesystem::path& page)
{
    const test::Ended set = run({"groff", "-man", "-Tascii", "-P-cbou", "-rLL=300n", page.string()});
    REQUIRE(set.code == 0);
    return std::regex_replace(set.out, std::regex("[ \n]+"), " ");
}

Words offered_by_bash(const std::string& program, Words line)
{
    std::string function = "_" + program;
    std::replace(function.begin(), function.end(), '-', '_');
    const std::string script = "source " + (kShare / "bash-completion" / "completions" / program).string() +
                               R"(; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); )" + function + R"(; printf '%s\n' "${COMPREPLY[@]}")";
    Words command{"bash", "--norc", "-c", script, "bash"};
    command.insert(command.end(), line.begin(), line.end());
    const test::Ended ended = run(command);
    INFO(ended.err);
    REQUIRE(ended.code == 0);
    std::istringstream out(ended.out);
    Words words;
    for (std::string word; std::getline(out, word);) words.push_back(word);
    return words;
}

}  // namespace

TEST_CASE("every command and every option of every program stands in its manual")
{
    for (const std::string& program : kPrograms)
        for (const Shown& shown : everything(program)) {
            const std::string page = on_screen(page_of(shown.command));
            INFO(joined(shown.command, " ") << " in " << page_of(shown.command));
            CHECK(page.find(joined(shown.command, " ")) != std::string::npos);
            for (const std::string& option : shown.options) {
                INFO(option);
                // Each command has --help; the program's own page says so once.
                if (option != "--help" || shown.command.size() == 1) CHECK(page.find(" " + option + " ") != std::string::npos);
            }
        }
}

TEST_CASE("no page of the manual has a fault that the typesetter warns of")
{
    std::size_t pages = 0;
    for (const auto& entry : std::filesystem::directory_iterator(kShare / "man" / "man1")) {
        const test::Ended set = run({"groff", "-man", "-ww", "-z", "-Kutf8", "-Tutf8", entry.path().string()});
        INFO(entry.path() << '\n' << set.err);
        CHECK(set.code == 0);
        CHECK(set.err.empty());
        ++pages;
    }
    CHECK(pages > 30);
}

TEST_CASE("bash completes every command and every option of every program")
{
    for (const std::string& program : kPrograms)
        for (const Shown& shown : everything(program)) {
            Words line(shown.command);
            INFO(joined(line, " "));
            if (shown.command.size() > 1) {
                // The beginning of the last word leads to the whole word.
                const Words whole = offered_by_bash(program, line);
                CHECK(std::find(whole.begin(), whole.end(), line.back()) != whole.end());
            }
            line.push_back("--");
            const Words options = offered_by_bash(program, line);
            for (const std::string& option : shown.options) {
                INFO(option);
                CHECK(std::find(options.begin(), options.end(), option) != options.end());
            }
        }
    CHECK(offered_by_bash("isoloir-server", {"isoloir-server", "terminal", "a"}) == Words{"approve"});
    CHECK(offered_by_bash("isoloir-server", {"isoloir-server", "account", "invite", "anne", "--role", "s"}) == Words{"staff"});
    CHECK(offered_by_bash("isoloir-terminal", {"isoloir-terminal", "provision", "/pro"}) == Words{"/proc"});
}

TEST_CASE("zsh and fish read the completion that is written for them, and it names every command")
{
    for (const std::string& program : kPrograms) {
        const auto for_zsh = kShare / "zsh" / "vendor-completions" / ("_" + program);
        const auto for_fish = kShare / "fish" / "vendor_completions.d" / (program + ".fish");
        CHECK(run({"zsh", "-f", "-n", for_zsh.string()}).code == 0);
        CHECK(run({"fish", "--no-execute", for_fish.string()}).code == 0);
        for (const Shown& shown : everything(program)) {
            if (shown.command.size() == 1) continue;
            const std::string place = joined(Words(shown.command.begin() + 1, shown.command.end()), " ");
            INFO(program << " " << place);
            CHECK(content(for_zsh).find("\" " + place + "\")") != std::string::npos);
            CHECK(content(for_fish).find("'" + place + "'") != std::string::npos);
        }
    }
}
