#include "shared/verify/bundle_folder.hpp"

#include <algorithm>

#include "shared/base/file.hpp"

namespace isoloir::verify {

bool BundleFolder::has(const std::string& name) const
{
    std::error_code unknown;
    return std::filesystem::is_regular_file(root_ / name, unknown);
}

Result<std::string> BundleFolder::text(const std::string& name, std::size_t max_bytes)
{
    read_.insert(name);
    auto content = read_file(root_ / name, max_bytes);
    if (!content) return fail(Errc::forged, content.error().code == Errc::not_found ? "the file is missing" : content.error().message, name);
    return content;
}

Result<proof::Encodings> BundleFolder::encodings(const std::string& name, std::size_t count, const crypto::Digest& hash)
{
    ISO_TRY(const std::string content, text(name, 32 * count));
    if (content.size() != 32 * count) return fail(Errc::forged, "it must have " + std::to_string(32 * count) + " bytes", name);
    if (crypto::sha256(isoloir::bytes_of(content)) != hash) return fail(Errc::forged, "it is another file than the one that was signed for", name);
    proof::Encodings encodings(count);
    for (std::size_t i = 0; i < count; ++i) std::copy_n(content.begin() + static_cast<std::ptrdiff_t>(32 * i), 32, encodings[i].begin());
    return encodings;
}

Status BundleFolder::nothing_left() const
{
    std::error_code failed;
    for (auto at = std::filesystem::recursive_directory_iterator(root_, failed); !failed && at != std::filesystem::recursive_directory_iterator();
         at.increment(failed)) {
        if (at->is_directory()) continue;
        const std::string name = at->path().lexically_relative(root_).generic_string();
        if (!read_.contains(name)) return fail(Errc::forged, "the bundle has no such file", name);
    }
    if (failed) return fail(Errc::io, failed.message(), root_.string());
    return {};
}

}  // namespace isoloir::verify
