#pragma once
// This very machine, with whatever is installed on it, as far as a test changes it: the changes are kept in memory, in a mount
// namespace of the test's own, and go with it.

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "tests/journeys/process.hpp"
#include "tests/support/temporary_folder.hpp"

namespace isoloir::test {

class Machine {
public:
    /// @throws std::runtime_error  with the reason, where this machine lets nobody mount
    Machine();
    ~Machine();
    Machine(const Machine&) = delete;
    Machine& operator=(const Machine&) = delete;

    /// Where a file of that machine is seen from here.
    std::filesystem::path outside(const std::string& inside) const { return root_ / inside.substr(1); }

    /// A line that root types on that machine, while it runs.
    Process start(const std::string& line) const;
    /// The same, however long it takes: ctest ends what hangs.
    Ended run(const std::string& line) const;

    /// What was written or removed since it began: files and folders that are not as they were.
    std::set<std::string> changed() const;

private:
    TemporaryFolder folder_;
    std::filesystem::path root_{folder_ / "root"};
    std::filesystem::path upper_{folder_ / "upper"};
};

}  // namespace isoloir::test
