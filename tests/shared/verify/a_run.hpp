#pragma once
// Runs the real isoloir-verify, as an auditor would.

#include <sys/wait.h>
#include <cstdlib>
#include <string>

#include "shared/base/file.hpp"
#include "tests/support/temporary_folder.hpp"

namespace isoloir::test {

struct Run {
    int code{-1};
    std::string out;
    std::string err;
};

inline Run verify(const std::string& arguments)
{
    const TemporaryFolder folder;
    const std::string out = (folder / "out").string();
    const std::string err = (folder / "err").string();
    const int status = std::system((ISOLOIR_BIN "/isoloir-verify " + arguments + " > " + out + " 2> " + err).c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, *read_file(out, 1'000'000), *read_file(err, 1'000'000)};
}

}  // namespace isoloir::test
