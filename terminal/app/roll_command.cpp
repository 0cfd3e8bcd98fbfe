#include "terminal/app/roll_command.hpp"

#include <iostream>

#include "shared/base/file.hpp"
#include "shared/base/text.hpp"

namespace isoloir::app {

Status take_roll(journal::Journal& journal, const std::filesystem::path& file)
{
    ISO_TRY(const std::string jws, read_file(file, wire::kMaxRollBytes));
    ISO_TRY(const std::size_t voters, journal.take_roll(trimmed(jws)));
    std::cout << "The electoral roll is here. Voters on it: " << voters << ".\n";
    return {};
}

}  // namespace isoloir::app
