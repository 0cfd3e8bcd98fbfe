#include "shared/election/picture.hpp"

#include <algorithm>
#include <string_view>

#include "shared/base/file.hpp"
#include "shared/base/picture_size.hpp"

namespace isoloir::election {
namespace {

using std::filesystem::path;

bool lies_below(const path& folder, const path& file)
{
    std::error_code error;
    const path base = std::filesystem::canonical(folder, error);
    if (error) return false;
    const path target = std::filesystem::weakly_canonical(file, error);
    if (error) return false;
    return std::mismatch(base.begin(), base.end(), target.begin(), target.end()).first == base.end();
}

}  // namespace

Result<std::string> read_picture(const path& folder, const std::string& name, const std::string& place)
{
    const path relative(name);
    const bool climbs = std::find(relative.begin(), relative.end(), path("..")) != relative.end();
    if (name.empty() || name.find('\0') != std::string::npos || relative.is_absolute() || climbs)
        return fail(Errc::refused, "a picture is named by a path below the election file's folder, such as \"pictures/n1.png\"", place);
    if (!lies_below(folder, folder / relative)) return fail(Errc::refused, "the picture lies outside the election file's folder", place);
    const auto bytes = read_file(folder / relative, kMaxPictureBytes);
    if (!bytes) return fail(bytes.error().code, "the picture \"" + name + "\" cannot be read: " + bytes.error().message, place);
    ISO_CHECK(check_picture(*bytes, name, place));
    return *bytes;
}

Status check_picture(std::string_view bytes, const std::string& name, const std::string& place)
{
    constexpr std::string_view kPng = "\x89PNG\r\n\x1A\n";
    constexpr std::string_view kJpeg = "\xFF\xD8\xFF";
    if (!bytes.starts_with(kPng) && !bytes.starts_with(kJpeg)) return fail(Errc::refused, "\"" + name + "\" is neither a PNG nor a JPEG picture", place);
    const auto pixels = pixels_of(bytes);
    if (!pixels || *pixels == 0 || *pixels > kMaxPixels)
        return fail(Errc::refused, "\"" + name + "\" does not say how large it is, or has more than " + std::to_string(kMaxPixels) + " pixels", place);
    if (bytes.size() > kMaxPictureBytes) return fail(Errc::refused, "a picture has at most 10 MiB", place);
    return {};
}

}  // namespace isoloir::election
