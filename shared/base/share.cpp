#include "shared/base/share.hpp"

#include <cstdlib>

namespace isoloir {

std::filesystem::path share_folder()
{
    if (const char* folder = std::getenv("ISOLOIR_SHARE")) return folder;
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    return program.parent_path().parent_path() / "share" / "isoloir";
}

}  // namespace isoloir
