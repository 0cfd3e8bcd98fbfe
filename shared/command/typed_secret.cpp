#include "shared/command/typed_secret.hpp"

#include <iostream>

#include <termios.h>
#include <unistd.h>

namespace isoloir::command {

bool somebody_types()
{
    return ::isatty(STDIN_FILENO) == 1;
}

std::string type_secret(const std::string& what)
{
    termios before{};
    ::tcgetattr(STDIN_FILENO, &before);
    termios silent = before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    std::cerr << what << ": " << std::flush;
    ::tcsetattr(STDIN_FILENO, TCSANOW, &silent);
    std::string typed;
    std::getline(std::cin, typed);
    ::tcsetattr(STDIN_FILENO, TCSANOW, &before);
    std::cerr << '\n';
    return typed;
}

}  // namespace isoloir::command
