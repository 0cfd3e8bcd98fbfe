#include "terminal/app/staff_door.hpp"

#include "shared/wire/staff_token.hpp"
#include "terminal/app/stick_files.hpp"
#include "terminal/journal/staff_log.hpp"

namespace isoloir::app {

using journal::StaffLog;
using staff::Trouble;

namespace {

Trouble trouble_of(wire::TokenVerdict verdict)
{
    switch (verdict) {
        case wire::TokenVerdict::early: return Trouble::token_early;
        case wire::TokenVerdict::late: return Trouble::token_late;
        case wire::TokenVerdict::withdrawn: return Trouble::token_withdrawn;
        case wire::TokenVerdict::good:
        case wire::TokenVerdict::elsewhere: break;
    }
    return Trouble::token_wrong;
}

}  // namespace

StaffDoor::StaffDoor(journal::Journal& journal, const Clock& clock) : journal_(journal), clock_(clock)
{
    for (const auto& [handle, count] : failures()) locked_until_[handle] = clock_.steady() + staff::wait_after(count);
}

std::map<std::string, unsigned> StaffDoor::failures()
{
    auto failed = StaffLog(journal_).failures();
    return failed ? *std::move(failed) : std::map<std::string, unsigned>{};
}

std::vector<staff::Member> StaffDoor::members()
{
    std::vector<staff::Member> members;
    const auto handles = StaffLog(journal_).members();
    if (!handles) return members;
    const auto failed = failures();
    for (const std::string& handle : *handles) {
        staff::Member member{handle};
        if (const auto known = failed.find(handle); known != failed.end()) member.failures = known->second;
        if (const auto known = locked_until_.find(handle); known != locked_until_.end()) member.locked_until = known->second;
        members.push_back(std::move(member));
    }
    return members;
}

staff::Answer StaffDoor::check_pin(const std::string& handle, std::string_view pin)
{
    if (const auto locked = locked_until_.find(handle); locked != locked_until_.end() && clock_.steady() < locked->second)
        return staff::Failed{Trouble::locked};
    const auto right = StaffLog(journal_).check_pin(handle, pin, staff::kFreeFailures, clock_.hour());
    if (!right) return staff::Failed{Trouble::not_done};
    locked_until_.erase(handle);
    if (*right) return staff::Unlocked{handle};
    locked_until_[handle] = clock_.steady() + staff::wait_after(failures()[handle]);
    return staff::PinWrong{};
}

staff::Answer StaffDoor::check_token(const std::vector<std::filesystem::path>& sticks)
{
    Trouble trouble = Trouble::no_token;
    // A clock that was set back opens no file that is over.
    const Hour now = std::max(clock_.hour(), journal_.last_hour());
    for (const auto& stick : sticks)
        for (const auto& file : signed_files_on(stick)) {
            if (file.kind != wire::Kind::staff) continue;
            const auto token = wire::open_staff_token(file.jws, journal_.provisioned().authority);
            const auto verdict = token ? wire::judge(*token, journal_.roster(), journal_.device().id(), now) : wire::TokenVerdict::elsewhere;
            if (verdict == wire::TokenVerdict::good) {
                if (!StaffLog(journal_).note(ballot::EventKind::unlocked, token->handle, clock_.hour())) return staff::Failed{Trouble::not_done};
                return staff::Unlocked{token->handle};
            }
            if (trouble == Trouble::no_token || trouble == Trouble::token_wrong) trouble = trouble_of(verdict);
        }
    return staff::Failed{trouble};
}

}  // namespace isoloir::app
