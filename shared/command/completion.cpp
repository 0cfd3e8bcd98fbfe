// Bash and zsh read the same two tables, written as `case` statements that both understand. The first walks: it knows where
// one is ($at, the commands so far, each after a blank) and what the word before wants behind it ($wanted: "path", "any", or
// "of" and the words there are; at a place, "path of" and words: either). The second says what may stand at that place.

#include "shared/command/completion.hpp"

#include <algorithm>

namespace isoloir::command {
namespace {

/// " terminal approve", of "isoloir-server terminal approve"
std::string place_of(const Command& command)
{
    return command.line().substr(command.words.front().size());
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

std::string wanted_by(const Argument& argument)
{
    if (!argument.choices.empty()) return "of " + joined(argument.choices);
    return argument.takes_path() ? "path" : "any";
}

std::string quoted(const std::string& text)
{
    return "\"" + text + "\"";
}

/// Commands below come first: an option of theirs may have the name of one that they inherit.
std::string walk(const Command& command)
{
    std::string text;
    const std::string place = place_of(command);
    for (const Command& below : command.commands) text += walk(below);
    for (const Argument& option : command.options) {
        if (option.value.empty()) continue;
        const bool anywhere = std::any_of(command.commands.begin(), command.commands.end(), [](const Command& below) { return !below.inherited.empty(); });
        std::string pattern;
        for (const std::string& name : option.names)
            pattern += (pattern.empty() ? "" : "|") + (anywhere ? quoted(place) + "*" + quoted(" " + name) : quoted(place + " " + name));
        text += "        " + pattern + ") wanted=" + quoted(wanted_by(option)) + " ;;\n";
    }
    if (!place.empty()) text += "        " + quoted(place) + ") at=\"$at $word\" ;;\n";
    return text;
}

std::string places(const Command& command)
{
    std::string below;
    for (const Command& next : command.commands) below += (below.empty() ? "" : " ") + next.words.back();
    std::string switches;
    for (const auto* options : {&command.options, &command.inherited})
        for (const Argument& option : *options) switches += (switches.empty() ? "" : " ") + joined(option.names);
    std::string text = "        " + quoted(place_of(command)) + ") switches=" + quoted(switches);
    const std::string positional = command.positionals.empty() ? "" : wanted_by(command.positionals.front());
    const std::string either = positional.empty() || below.empty() ? "" : " ";
    if (!positional.empty() || !below.empty()) text += " argument=" + quoted(positional + either + (below.empty() ? "" : "of " + below));
    text += " ;;\n";
    for (const Command& next : command.commands) text += places(next);
    return text;
}

std::string function_of(const Command& program)
{
    std::string name = "_" + program.words.front();
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

std::string tables(const Command& program)
{
    const std::string name = function_of(program);
    return name + "_step()\n{\n    local word=$1\n    if [ -n \"$wanted\" ]; then wanted=; return; fi\n    case \"$at $word\" in\n" + walk(program) +
           "    esac\n}\n\n" + name + "_place()\n{\n    case \"$at\" in\n" + places(program) +
           "    esac\n"
           "    [ -n \"$wanted\" ] && return\n"
           "    case \"$1\" in\n"
           "        -*) wanted=\"of $switches\" ;;\n"
           "        *) wanted=$argument ;;\n"
           "    esac\n}\n\n";
}

}  // namespace

std::string bash_completion(const Command& program)
{
    const std::string name = function_of(program);
    return "# Completion of " + program.line() + " for bash, as the program itself writes it with `--completion bash`.\n\n" + tables(program) + name +
           R"(()
{
    local at= wanted= switches= argument= i current=${COMP_WORDS[COMP_CWORD]}
    for ((i = 1; i < COMP_CWORD; i++)); do
        # Bash makes three words of --data=FOLDER.
        [ "${COMP_WORDS[i]}" = = ] || )" +
           name + R"(_step "${COMP_WORDS[i]}"
    done
    [ "$current" = = ] && current=
    )" + name +
           R"(_place "$current"
    COMPREPLY=()
    case "$wanted" in
        path)
            compopt -o filenames 2>/dev/null
            mapfile -t COMPREPLY < <(compgen -f -- "$current") ;;
        "path of "*)
            compopt -o filenames 2>/dev/null
            mapfile -t COMPREPLY < <(compgen -W "${wanted#path of }" -- "$current"; compgen -f -- "$current") ;;
        "of "*) mapfile -t COMPREPLY < <(compgen -W "${wanted#of }" -- "$current") ;;
    esac
}

complete -F )" +
           name + " " + program.line() + "\n";
}

std::string zsh_completion(const Command& program)
{
    const std::string name = function_of(program);
    return "#compdef " + program.line() + "\n# As the program itself writes it with `--completion zsh`.\n\n" + tables(program) + name +
           R"(()
{
    local at= wanted= switches= argument= each current=${words[CURRENT]}
    for each in "${(@)words[2,CURRENT-1]}"; do )" +
           name + R"(_step "$each"; done
    if [[ $current == --*=* ]]; then
        )" +
           name +
           R"(_step "${current%%=*}"
        current=${current#*=}
        compset -P '*='
    fi
    )" + name +
           R"(_place "$current"
    case "$wanted" in
        path) _files ;;
        "path of "*) compadd -- ${=wanted#path of }; _files ;;
        "of "*) compadd -- ${=wanted#of } ;;
    esac
}

)" + name + " \"$@\"\n";
}

}  // namespace isoloir::command
