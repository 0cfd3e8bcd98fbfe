#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace isoloir::test {

struct SourceFile {
    std::string path;  // from the root of the tree: "shared/base/money.cpp"
    std::vector<std::string> lines;

    std::string folder() const { return std::filesystem::path(path).parent_path().string(); }
};

/// Every C++ file below the folders, in order of path.
inline std::vector<SourceFile> source_files(const std::vector<std::string>& folders)
{
    const std::filesystem::path root = ISOLOIR_SOURCE;
    std::vector<SourceFile> files;
    for (const std::string& folder : folders) {
        if (!std::filesystem::exists(root / folder)) continue;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
            if (entry.path().extension() != ".cpp" && entry.path().extension() != ".hpp") continue;
            SourceFile file{std::filesystem::relative(entry.path(), root).string(), {}};
            std::ifstream in(entry.path());
            for (std::string line; std::getline(in, line);) file.lines.push_back(line);
            files.push_back(std::move(file));
        }
    }
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return files;
}

inline const std::vector<std::string> kProducts{"shared", "terminal", "sync-server", "provisioning"};

}  // namespace isoloir::test
