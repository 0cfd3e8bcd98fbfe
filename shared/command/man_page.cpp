#include "shared/command/man_page.hpp"

#include "shared/base/text.hpp"

namespace isoloir::command {
namespace {

/// Text that says nothing to roff: no escapes, no requests, and hyphens that can be copied to a shell.
std::string inert(std::string_view text)
{
    std::string out;
    bool begins = true;
    for (const char c : text) {
        if (begins && (c == '.' || c == '\'')) out += "\\&";
        begins = c == '\n';
        if (c == '\\') out += "\\(rs";
        else if (c == '-') out += "\\-";
        else out += c;
    }
    return out;
}

std::string bold(std::string_view text)
{
    return "\\fB" + inert(text) + "\\fR";
}

std::string slanted(std::string_view text)
{
    return "\\fI" + inert(text) + "\\fR";
}

/// A description as it stands in --help: what is between backticks is bold.
std::string prose(const std::string& text)
{
    std::string out;
    bool quoted = false;
    for (std::size_t from = 0; from <= text.size(); quoted = !quoted) {
        const std::size_t until = std::min(text.find('`', from), text.size());
        const auto part = std::string_view(text).substr(from, until - from);
        out += quoted ? bold(part) : inert(part);
        from = until + 1;
    }
    return out;
}

/// Help says what a command does in half a sentence; under a heading of its own that becomes one.
std::string sentence(std::string text)
{
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
    if (!text.empty() && text.back() != '.') text += '.';
    return prose(text) + "\n";
}

std::string one_line(const std::string& text)
{
    std::string line = text.substr(0, text.find('\n'));
    if (!line.empty() && line.back() == '.') line.pop_back();
    return line;
}

std::string in_use(const Argument& argument)
{
    const bool positional = argument.names.front().front() != '-';
    std::string text = positional ? slanted(argument.names.front()) : bold(argument.names.back());
    if (!positional && !argument.value.empty()) text += "\\ " + slanted(argument.value);
    return argument.required ? text : "[" + text + "]";
}

/// --help is the same everywhere: the program's own page tells of it.
bool is_help(const Argument& argument)
{
    return argument.names.back() == "--help";
}

std::string synopsis(const Command& command)
{
    std::string text = bold(command.line());
    for (const auto* arguments : {&command.positionals, &command.options})
        for (const Argument& argument : *arguments)
            if (!is_help(argument) && argument.names.back() != "--version") text += "\n" + in_use(argument);
    if (!command.commands.empty()) text += "\n" + slanted("COMMAND") + " ...";
    return text + "\n";
}

std::string described(const Argument& argument)
{
    std::string text = ".TP\n";
    for (std::size_t i = 0; i < argument.names.size(); ++i) text += (i == 0 ? "" : ", ") + bold(argument.names[i]);
    if (!argument.value.empty() && argument.names.front().front() == '-') text += " " + slanted(argument.value);
    text += "\n" + prose(argument.about) + "\n";
    std::string choices;
    for (const std::string& choice : argument.choices) choices += (choices.empty() ? "" : ", ") + choice;
    if (!choices.empty()) text += ".br\nOne of: " + inert(choices) + ".\n";
    if (!argument.limits.empty()) text += ".br\nLimits: " + inert(argument.limits) + ".\n";
    if (!argument.otherwise.empty()) text += ".br\nDefault: " + bold(argument.otherwise) + "\n";
    if (!argument.variable.empty()) text += ".br\nEnvironment: " + bold(argument.variable) + "\n";
    if (argument.required) text += ".br\nMust be given.\n";
    return text;
}

std::string described(const std::vector<Argument>& arguments)
{
    std::string text;
    for (const Argument& argument : arguments) text += described(argument);
    return text;
}

std::string head(const Command& command, const std::string& version)
{
    const std::string name = command.line('-');
    return ".TH " + inert(ascii_upper(name)) + " 1 \"\" \"" + inert(version) + "\" \"Isoloir\"\n.SH NAME\n" + inert(name) + " \\- " +
           prose(one_line(command.about)) + "\n.SH SYNOPSIS\n";
}

std::string reference(const std::string& page)
{
    return ".BR " + inert(page) + " (1)";
}

ManPage page_of_program(const Command& program, const std::string& version)
{
    std::string text =
        head(program, version) + synopsis(program) + ".SH DESCRIPTION\n" + sentence(program.about) + ".SH OPTIONS\n" + described(program.options);
    if (!program.commands.empty()) text += ".SH COMMANDS\n";
    for (const Command& command : program.commands)
        for (const Command* leaf : leaves(command)) text += ".TP\n" + bold(leaf->line().substr(program.line().size() + 1)) + "\n" + prose(leaf->about) + "\n";
    if (!program.commands.empty()) text += ".SH SEE ALSO\n";
    for (const Command& command : program.commands) text += reference(command.line('-')) + (&command == &program.commands.back() ? "\n" : ",\n");
    return {program.line('-') + ".1", text};
}

ManPage page_of_command(const Command& command, const Command& program, const std::string& version)
{
    std::string text = head(command, version);
    const auto all = leaves(command);
    for (const Command* leaf : all) text += synopsis(*leaf) + (leaf == all.back() ? "" : ".br\n");
    text += ".SH DESCRIPTION\n" + sentence(command.about);
    for (const Command* leaf : all) {
        std::string arguments = described(leaf->positionals);
        for (const Argument& option : leaf->options)
            if (!is_help(option)) arguments += described(option);
        if (leaf != &command) text += ".SS " + inert(leaf->line().substr(program.line().size() + 1)) + "\n" + sentence(leaf->about);
        else if (!arguments.empty()) text += ".SH OPTIONS\n";
        text += arguments;
    }
    text += ".SH SEE ALSO\n" + reference(program.line('-')) + ",\nfor the options of every command\n";
    return {command.line('-') + ".1", text};
}

}  // namespace

std::vector<ManPage> man_pages(const Command& program, const std::string& version)
{
    std::vector<ManPage> pages{page_of_program(program, version)};
    for (const Command& command : program.commands) pages.push_back(page_of_command(command, program, version));
    return pages;
}

}  // namespace isoloir::command
