#include "terminal/app/passphrase.hpp"

#include <cstdlib>
#include <iostream>

#include <termios.h>
#include <unistd.h>

#include "shared/base/file.hpp"
#include "shared/base/text.hpp"

namespace isoloir::app {
namespace {

constexpr std::size_t kLeastCharacters = 12;

std::string ask_without_echo()
{
    termios before{};
    ::tcgetattr(STDIN_FILENO, &before);
    termios silent = before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    std::cerr << "Passphrase of this terminal: " << std::flush;
    ::tcsetattr(STDIN_FILENO, TCSANOW, &silent);
    std::string typed;
    std::getline(std::cin, typed);
    ::tcsetattr(STDIN_FILENO, TCSANOW, &before);
    std::cerr << '\n';
    return typed;
}

}  // namespace

Result<std::string> read_passphrase(const std::optional<std::filesystem::path>& file)
{
    std::string passphrase;
    if (file) {
        ISO_TRY(const std::string content, read_file(*file, 4096));
        passphrase = trimmed(content);
    } else if (const char* variable = std::getenv("ISOLOIR_PASSPHRASE")) {
        passphrase = variable;
    } else if (::isatty(STDIN_FILENO) == 1) {
        passphrase = ask_without_echo();
    } else {
        return fail(Errc::refused, "the terminal's passphrase is needed: give --passphrase-file or set ISOLOIR_PASSPHRASE");
    }
    if (passphrase.size() < kLeastCharacters)
        return fail(Errc::refused, "the passphrase needs at least " + std::to_string(kLeastCharacters) + " characters; four words are good");
    return passphrase;
}

}  // namespace isoloir::app
