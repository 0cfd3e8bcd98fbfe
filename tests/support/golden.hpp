#pragma once
// Texts that a test holds against a file: what the file says is what a person has read and found right.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

namespace isoloir::test {

/// What the file says. ISOLOIR_GOLDEN=write puts `text` there first; look at the difference before it is committed.
inline std::string golden(const std::filesystem::path& file, const std::string& text)
{
    if (const char* renew = std::getenv("ISOLOIR_GOLDEN"); renew != nullptr && std::string_view(renew) == "write") std::ofstream(file) << text;
    std::ostringstream content;
    content << std::ifstream(file).rdbuf();
    return content.str();
}

}  // namespace isoloir::test
