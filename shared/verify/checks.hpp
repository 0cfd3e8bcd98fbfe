#pragma once
// What a verifier found, check by check.

#include <algorithm>
#include <string>
#include <vector>

#include "shared/base/result.hpp"

namespace isoloir::verify {

struct Check {
    std::string name;  // of a bundle: as PROTOCOL.md 12 lists them
    bool passed{false};
    std::string says;  // what was seen, or what is wrong and where
};

inline bool all_passed(const std::vector<Check>& checks)
{
    return std::all_of(checks.begin(), checks.end(), [](const Check& check) { return check.passed; });
}

/// "PASS  tracker: …"
inline std::string line_of(const Check& check)
{
    return std::string(check.passed ? "PASS  " : "FAIL  ") + check.name + ": " + check.says + "\n";
}

/// Gathers checks in the order in which they were made.
class Checks {
public:
    /// @return  whether it passed
    bool note(const std::string& name, const Status& status, const std::string& seen)
    {
        all_.push_back({name, status.has_value(), status ? seen : status.error().text()});
        return status.has_value();
    }
    const std::vector<Check>& all() const { return all_; }

private:
    std::vector<Check> all_;
};

}  // namespace isoloir::verify
