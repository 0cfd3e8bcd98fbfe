#include "shared/command/completion.hpp"

#include <algorithm>

namespace isoloir::command {
namespace {

std::string quoted(const std::string& text)
{
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') out += '\\';
        out += c == '\n' ? ' ' : c;
    }
    return out + "'";
}

std::string function_of(const Command& program)
{
    std::string name = "__" + program.words.front();
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

/// "terminal approve", of "isoloir-server terminal approve"
std::string place_of(const Command& command)
{
    return command.words.size() == 1 ? "" : command.line().substr(command.words.front().size() + 1);
}

void gather(const Command& command, std::string& places, std::string& options_with_value)
{
    if (command.words.size() > 1) places += " " + quoted(place_of(command));
    for (const Argument& option : command.options)
        if (!option.value.empty())
            for (const std::string& name : option.names) options_with_value += " " + name;
    for (const Command& below : command.commands) gather(below, places, options_with_value);
}

std::string offered(const Argument& option)
{
    std::string text;
    for (const std::string& name : option.names) text += name.rfind("--", 0) == 0 ? " -l " + name.substr(2) : " -s " + name.substr(1);
    if (!option.value.empty()) text += option.takes_path() ? " -r -F" : " -x";
    if (!option.choices.empty()) {
        std::string words;
        for (const std::string& choice : option.choices) words += (words.empty() ? "" : " ") + choice;
        text += " -a " + quoted(words);
    }
    return text + " -d " + quoted(option.about);
}

std::string lines(const Command& command, const std::string& begin, const std::string& test)
{
    const std::string line = begin + " -n " + quoted(test + " '" + place_of(command) + "'");
    std::string text;
    for (const Command& below : command.commands) text += line + " -a " + below.words.back() + " -d " + quoted(below.about) + "\n";
    for (const auto* options : {&command.options, &command.inherited})
        for (const Argument& option : *options) text += line + offered(option) + "\n";
    if (!command.positionals.empty() && command.positionals.front().takes_path()) text += line + " -F\n";
    for (const Command& below : command.commands) text += lines(below, begin, test);
    return text;
}

}  // namespace

std::string fish_completion(const Command& program)
{
    const std::string test = function_of(program) + "_at";
    std::string places;
    std::string options_with_value;
    gather(program, places, options_with_value);
    return "# Completion of " + program.line() + " for fish, as the program itself writes it with `--completion fish`.\n\nfunction " + test +
           "\n    set -l at\n    set -l before\n    set -l words (commandline -opc)\n    for word in $words[2..]\n"
           "        set -l next (string trim \"$at $word\")\n"
           "        if not contains -- \"$before\"" +
           options_with_value + "; and contains -- $next" + places +
           "\n            set at $next\n        end\n        set before $word\n    end\n"
           "    test \"$at\" = \"$argv\"\nend\n\ncomplete -c " +
           program.line() + " -f\n" + lines(program, "complete -c " + program.line(), test);
}

}  // namespace isoloir::command
