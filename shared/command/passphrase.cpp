#include "shared/command/passphrase.hpp"

#include <cstdlib>

#include "shared/base/file.hpp"
#include "shared/base/text.hpp"
#include "shared/command/typed_secret.hpp"

namespace isoloir::command {
namespace {

constexpr std::size_t kLeastCharacters = 12;

}  // namespace

Result<std::string> read_passphrase(const std::optional<std::filesystem::path>& file, const std::string& whose, Asked asked)
{
    std::string passphrase;
    if (file) {
        ISO_TRY(const std::string content, read_file(*file, 4096));
        passphrase = trimmed(content);
    } else if (const char* variable = std::getenv("ISOLOIR_PASSPHRASE")) {
        passphrase = variable;
    } else if (somebody_types()) {
        passphrase = type_secret("Passphrase of " + whose);
        if (asked == Asked::twice && type_secret("The same once more") != passphrase) return fail(Errc::refused, "the two passphrases are not the same");
    } else {
        return fail(Errc::refused, "the passphrase of " + whose + " is needed: give --passphrase-file or set ISOLOIR_PASSPHRASE");
    }
    if (passphrase.size() < kLeastCharacters)
        return fail(Errc::refused, "the passphrase needs at least " + std::to_string(kLeastCharacters) + " characters; four words are good");
    return passphrase;
}

}  // namespace isoloir::command
