#pragma once
// Who may open staff mode: members by PIN, with a wait after wrong ones, or whoever carries a staff file on a stick.

#include <chrono>
#include <filesystem>
#include <map>

#include "shared/base/clock.hpp"
#include "terminal/journal/journal.hpp"
#include "terminal/staff/state.hpp"

namespace isoloir::app {

class StaffDoor {
public:
    /// Whoever has to wait begins to wait anew: a restart shortens nothing.
    /// @param journal, clock  lent; must outlive the door
    StaffDoor(journal::Journal& journal, const Clock& clock);

    std::vector<staff::Member> members();
    /// What came of it stands in the chain before it is said.
    staff::Answer check_pin(const std::string& handle, std::string_view pin);
    /// The first good staff file on these sticks opens; else it is said what is wrong with the best of them.
    staff::Answer check_token(const std::vector<std::filesystem::path>& sticks);

private:
    std::map<std::string, unsigned> failures();

    journal::Journal& journal_;
    const Clock& clock_;
    std::map<std::string, std::chrono::milliseconds> locked_until_;
};

}  // namespace isoloir::app
