#pragma once
// Completion of command lines: commands at any depth, options, the words that an option takes, and names of files.

#include <string>

#include "shared/command/outline.hpp"

namespace isoloir::command {

/// To be sourced, or to lie in bash-completion's folder under the program's name.
std::string bash_completion(const Command& program);

/// To lie in zsh's folder of completion functions under the program's name after "_".
std::string zsh_completion(const Command& program);

/// To lie in fish's folder of completions.
std::string fish_completion(const Command& program);

}  // namespace isoloir::command
