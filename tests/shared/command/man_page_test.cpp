#include "shared/command/man_page.hpp"

#include "tests/shared/command/a_program.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir;

namespace {

std::string page(const std::string& file)
{
    const test::AProgram program;
    for (const command::ManPage& page : command::man_pages(command::outline(program.app), "urn 7.1"))
        if (page.file == file) return page.text;
    FAIL("there is no " << file);
    return {};
}

bool holds(const std::string& text, const std::string& part)
{
    INFO(text);
    CHECK(text.find(part) != std::string::npos);
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a program has a page, and so has each command directly below it")
{
    const test::AProgram program;
    std::vector<std::string> files;
    for (const command::ManPage& page : command::man_pages(command::outline(program.app), "urn 7.1")) files.push_back(page.file);
    CHECK(files == std::vector<std::string>{"urn.1", "urn-put.1", "urn-empty.1"});
}

TEST_CASE("the program's page says what it is, what holds for all commands, and which there are")
{
    const std::string text = page("urn.1");
    holds(text, "urn \\- An urn: it keeps what it is given\n");
    holds(text, "\\fBno more\\fR");
    holds(text, "Default: \\fBhere\\fR");
    holds(text, "Environment: \\fBURN_FOLDER\\fR");
    holds(text, "\\fBput ballot\\fR");
    holds(text, ".BR urn\\-put (1)");
}

TEST_CASE("a command's page tells of all commands below it, with what each takes")
{
    const std::string text = page("urn-put.1");
    holds(text, "\\fBurn put ballot\\fR\n\\fIFILE\\fR\n\\fB\\-\\-colour\\fR\\ \\fITEXT\\fR\n[\\fB\\-\\-count\\fR\\ \\fIUINT\\fR]\n");
    holds(text, "One of: red, white.");
    holds(text, "Limits: [1 \\- 9].");
    holds(text, "Must be given.");
}

TEST_CASE("what a description says is text, and no request to the typesetter")
{
    holds(page("urn-put.1"), "\n\\&.on top; it's heavy \\(rso/.\n");
}
