#pragma once
// The admin console of a running server: a unix socket in its data folder (mode 0600, same user only). A client sends
// one line {"args":[…]}; back come lines {"out":…} and {"err":…} while the command runs, and {"exit":n} at its end.

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

#include "shared/base/result.hpp"

namespace isoloir::http {

class Console {
public:
    /// Runs one command and returns its exit code.
    using Command = std::function<int(const std::vector<std::string>& args, std::ostream& out, std::ostream& err)>;

    /// Listens from a thread of its own, which calls `command` for one client at a time; others wait their turn.
    /// @param socket  at most 107 bytes of path; a socket that a dead server left there is replaced
    /// @error conflict  a live server listens there;  refused  the path is too long;  io
    static Result<std::unique_ptr<Console>> open(const std::filesystem::path& socket, Command command);

    virtual ~Console() = default;  // lets the command under way finish, then removes the socket
};

/// Has the server behind `socket` run a command, and writes what it prints to `out` and `err` as it comes.
/// @return  the command's exit code
/// @error   unavailable  no server listens there, or it went away;  malformed  what answered is no console
Result<int> run_remotely(const std::filesystem::path& socket, const std::vector<std::string>& args, std::ostream& out, std::ostream& err);

}  // namespace isoloir::http
