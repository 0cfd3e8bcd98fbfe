#pragma once

#include <string>

namespace isoloir::command {

bool somebody_types();  // whether somebody sits at the keyboard

/// A line typed at the keyboard without echo.
std::string type_secret(const std::string& what);

}  // namespace isoloir::command
