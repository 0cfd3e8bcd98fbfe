#include "terminal/app/share.hpp"

#include "shared/base/encoding.hpp"
#include "shared/base/file.hpp"
#include "shared/crypto/hash.hpp"
#include "terminal/platform/decode.hpp"

namespace isoloir::app {

ui::Images::Loader pictures_in(const std::filesystem::path& folder)
{
    constexpr std::size_t most = 10 * 1024 * 1024;
    return [folder](const std::string& key) -> std::optional<ui::Picture> {
        const auto content = read_file(folder / to_hex(bytes_of(key)), most);
        if (!content || text_of(crypto::sha256(bytes_of(*content))) != key) return std::nullopt;
        return platform::decode_picture(*content);
    };
}

}  // namespace isoloir::app
