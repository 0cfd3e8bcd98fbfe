#pragma once
// What a program says of itself to those who package it, from the one list of commands that it parses with.

#include <filesystem>

#include <CLI/CLI.hpp>

namespace isoloir::command {

/// Adds two options that --help does not show and that end the program as --help does: `--man FOLDER` writes its manual
/// pages there, `--completion bash|zsh|fish` prints its completion. Call it when every command stands.
/// @param app  must stay where it is until it has parsed
void add_self_description(CLI::App& app);

}  // namespace isoloir::command

namespace CLI::detail {

/// An option that is kept in a path says so in --help and in the manual, and completion offers it files.
template <>
constexpr const char* type_name<std::filesystem::path>()
{
    return "PATH";
}

}  // namespace CLI::detail
