#include "terminal/devices/sticks.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "terminal/devices/small_file.hpp"

namespace isoloir::devices {
namespace {

/// mountinfo writes a space as \040 (proc(5)).
std::string unescaped(const std::string& text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto is_octal = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '7'; };
        if (text[i] == '\\' && i + 3 < text.size() && is_octal(i + 1) && is_octal(i + 2) && is_octal(i + 3)) {
            out += static_cast<char>((text[i + 1] - '0') * 64 + (text[i + 2] - '0') * 8 + (text[i + 3] - '0'));
            i += 3;
        } else {
            out += text[i];
        }
    }
    return out;
}

/// Whether the disk behind "8:17" comes and goes. A partition's folder lies below its disk's.
bool is_removable(const std::string& device, const std::filesystem::path& root)
{
    std::error_code error;
    auto folder = std::filesystem::canonical(root / "sys/dev/block" / device, error);
    if (error) return false;
    for (int up = 0; up < 2; ++up, folder = folder.parent_path()) {
        if (number_in(folder / "removable") == 1) return true;
        // A hard disk on a USB plug says that it is not removable; its place in the tree says that it is.
        if (number_in(folder / "removable") && folder.string().find("/usb") != std::string::npos) return true;
    }
    return false;
}

MountedStick stick_at(const std::filesystem::path& path)
{
    std::error_code error;
    const auto space = std::filesystem::space(path, error);
    return {path.filename().string(), path, error ? 0 : space.available / 1'000'000};
}

std::vector<std::filesystem::path> mounted(const std::filesystem::path& root)
{
    // 36 35 8:17 / /media/KINGSTON rw,noexec - vfat /dev/sdb1 rw
    std::vector<std::filesystem::path> paths;
    std::ifstream mounts(root / "proc/self/mountinfo");
    for (std::string line; std::getline(mounts, line);) {
        std::istringstream fields(line);
        std::string id, parent, device, within, where;
        if (fields >> id >> parent >> device >> within >> where && within == "/" && is_removable(device, root)) paths.emplace_back(unescaped(where));
    }
    return paths;
}

}  // namespace

std::vector<MountedStick> find_sticks(const std::optional<std::filesystem::path>& instead, const std::filesystem::path& root)
{
    std::vector<MountedStick> sticks;
    if (instead) {
        std::error_code error;
        for (const auto& entry : std::filesystem::directory_iterator(*instead, error))
            if (entry.is_directory(error)) sticks.push_back(stick_at(entry.path()));
    } else {
        for (const auto& path : mounted(root)) sticks.push_back(stick_at(path));
    }
    std::sort(sticks.begin(), sticks.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return sticks;
}

}  // namespace isoloir::devices
