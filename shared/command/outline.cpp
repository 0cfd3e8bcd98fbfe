#include "shared/command/outline.hpp"

#include <algorithm>

#include <CLI/CLI.hpp>

namespace isoloir::command {
namespace {

std::vector<std::string> split(const std::string& text, char between)
{
    std::vector<std::string> parts;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t until = std::min(text.find(between, from), text.size());
        parts.push_back(text.substr(from, until - from));
        from = until + 1;
    }
    return parts;
}

/// CLI11 tells what a value must be only as text: "TEXT:{admin,staff,auditor}", "UINT:INT in [1 - 65535]".
void read_type(const std::string& type, Argument& argument)
{
    const std::size_t colon = type.find(':');
    argument.value = type.substr(0, colon);
    if (colon == std::string::npos) return;
    const std::string check = type.substr(colon + 1);
    if (check.front() == '{' && check.back() == '}') argument.choices = split(check.substr(1, check.size() - 2), ',');
    else argument.limits = check.find('[') == std::string::npos ? check : check.substr(check.find('['));
}

Argument argument_of(const CLI::Option& option)
{
    Argument argument;
    if (option.get_positional()) argument.names.push_back(option.get_name(true, false));
    for (const std::string& name : option.get_snames()) argument.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames()) argument.names.push_back("--" + name);
    if (option.get_items_expected_max() > 0) read_type(option.get_type_name(), argument);
    argument.about = option.get_description();
    argument.otherwise = option.get_default_str();
    argument.variable = option.get_envname();
    argument.required = option.get_required();
    argument.repeated = option.get_items_expected_max() > 1;
    return argument;
}

bool names_one_of(const Argument& argument, const std::vector<Argument>& others)
{
    return std::any_of(others.begin(), others.end(), [&](const Argument& other) { return other.names == argument.names; });
}

Command command_of(const CLI::App& app, std::vector<std::string> words, const std::vector<Argument>& above)
{
    Command command;
    words.push_back(app.get_name());
    command.words = words;
    command.about = app.get_description();
    for (const CLI::Option* option : app.get_options()) {
        if (option->get_group().empty()) continue;
        (option->get_positional() ? command.positionals : command.options).push_back(argument_of(*option));
    }
    if (app.get_fallthrough())
        for (const Argument& option : above)
            if (!names_one_of(option, command.options)) command.inherited.push_back(option);

    auto known = command.options;
    known.insert(known.end(), command.inherited.begin(), command.inherited.end());
    for (const CLI::App* below : app.get_subcommands([](const CLI::App* sub) { return !sub->get_group().empty(); }))
        command.commands.push_back(command_of(*below, words, known));
    return command;
}

}  // namespace

std::string Command::line(char between) const
{
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : std::string(1, between)) + word;
    return text;
}

Command outline(const CLI::App& app)
{
    return command_of(app, {}, {});
}

std::vector<const Command*> leaves(const Command& command)
{
    if (command.commands.empty()) return {&command};
    std::vector<const Command*> all;
    for (const Command& below : command.commands) {
        const auto some = leaves(below);
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

}  // namespace isoloir::command
