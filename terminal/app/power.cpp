#include "terminal/app/power.hpp"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace isoloir::app {

Status power_off()
{
    char program[] = "/usr/bin/systemctl";
    char command[] = "poweroff";
    char* const arguments[] = {program, command, nullptr};
    pid_t child = 0;
    int status = 0;
    if (::posix_spawn(&child, program, nullptr, nullptr, arguments, environ) != 0 || ::waitpid(child, &status, 0) != child || !WIFEXITED(status) ||
        WEXITSTATUS(status) != 0)
        return fail(Errc::unavailable, "the system does not switch this machine off");
    return {};
}

}  // namespace isoloir::app
