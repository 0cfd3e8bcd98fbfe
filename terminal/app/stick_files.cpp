#include "terminal/app/stick_files.hpp"

#include <algorithm>
#include <fstream>

#include "shared/base/file.hpp"
#include "shared/base/text.hpp"

namespace isoloir::app {
namespace {

constexpr std::size_t kMaxFiles = 200;  // that are looked at: a stick full of photographs keeps nobody waiting
constexpr std::size_t kMaxBytes = 128 * 1024 * 1024;
constexpr std::string_view kBeginning = "eyJhbGciOiJFZERTQSIsImtpZCI6";  // {"alg":"EdDSA","kid":

constexpr wire::Kind kKinds[] = {wire::Kind::receipt, wire::Kind::provision, wire::Kind::roster, wire::Kind::roll, wire::Kind::staff};

bool begins_signed(const std::filesystem::path& path)
{
    std::string beginning(kBeginning.size(), '\0');
    std::ifstream file(path, std::ios::binary);
    return file.read(beginning.data(), static_cast<std::streamsize>(beginning.size())) && beginning == kBeginning;
}

}  // namespace

std::vector<SignedFile> signed_files_on(const std::filesystem::path& stick)
{
    std::vector<std::filesystem::path> paths;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(stick, error), end; !error && entry != end && paths.size() < kMaxFiles; entry.increment(error)) {
        std::error_code ignored;
        // A link on a stick may lead anywhere, and a pipe never ends.
        if (entry->symlink_status(ignored).type() == std::filesystem::file_type::regular) paths.push_back(entry->path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<SignedFile> files;
    for (const auto& path : paths) {
        if (!begins_signed(path)) continue;
        const auto content = read_file(path, kMaxBytes);
        if (!content) continue;
        std::string jws(trimmed(*content));
        for (const wire::Kind kind : kKinds)
            if (wire::split_envelope(jws, kind, kMaxBytes)) {
                files.push_back({kind, std::move(jws)});
                break;
            }
    }
    return files;
}

}  // namespace isoloir::app
