#pragma once
// What lies on a stick for this terminal, known by what it is, not by what somebody called it.

#include <filesystem>
#include <string>
#include <vector>

#include "shared/wire/jws.hpp"

namespace isoloir::app {

struct SignedFile {
    wire::Kind kind{};
    std::string jws;
};

/// The stick's own files, not those in folders, that claim to be a receipt, a provision bundle, a roster, a roll or a staff
/// file, in order of their names. Nothing of them is verified.
std::vector<SignedFile> signed_files_on(const std::filesystem::path& stick);

}  // namespace isoloir::app
