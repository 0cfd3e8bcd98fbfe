#include "terminal/journal/staff_log.hpp"

#include <algorithm>

#include "shared/crypto/password_hash.hpp"

namespace isoloir::journal {

using ballot::EventBody;
using ballot::EventKind;

namespace {

/// 111111 and 123456 are what anybody tries first.
bool is_easy(std::string_view pin)
{
    bool alike = true, rising = true, falling = true;
    for (std::size_t i = 1; i < pin.size(); ++i) {
        alike = alike && pin[i] == pin[i - 1];
        rising = rising && pin[i] == pin[i - 1] + 1;
        falling = falling && pin[i] == pin[i - 1] - 1;
    }
    return alike || rising || falling;
}

Status check_new_pin(std::string_view pin)
{
    const bool digits = std::all_of(pin.begin(), pin.end(), [](char character) { return character >= '0' && character <= '9'; });
    if (!digits || pin.size() < kMinPin || pin.size() > kMaxPin) return fail(Errc::refused, "a PIN has 6 to 12 digits");
    if (is_easy(pin)) return fail(Errc::refused, "this PIN is the first that anybody would try; take another one");
    return {};
}

}  // namespace

Status StaffLog::note(EventKind kind, std::string_view staff, Hour hour)
{
    if (!journal_.is_provisioned()) return fail(Errc::refused, "this terminal has no election yet; run `isoloir-terminal provision` first");
    if (!ballot::is_handle(staff)) return fail(Errc::refused, "a staff member's name has 1 to 40 bytes");
    return journal_.append_event(kind, hour, std::string(staff));
}

/// Every event of the chain. @param visit  says whether to go on
template <class Visit>
Status StaffLog::walk(std::string_view order, const Visit& visit)
{
    // Ballots have a tag; spoilt ones have none, and are passed over.
    ISO_TRY(auto select, journal_.database_.prepare("SELECT jws FROM records WHERE tag IS NULL ORDER BY seq " + std::string(order)));
    for (;;) {
        ISO_TRY(const bool more, select.step());
        if (!more) return {};
        ISO_TRY(const auto content, ballot::open_record(select.text(0), journal_.device_.public_key()));
        const auto* body = std::get_if<EventBody>(&content.body);
        if (body != nullptr && !visit(Event{content.sequence, content.hour, *body})) return {};
    }
}

Result<std::vector<StaffLog::Event>> StaffLog::events(std::size_t skip, std::size_t limit)
{
    std::vector<Event> found;
    ISO_CHECK(walk("DESC", [&](Event event) {
        if (skip > 0) --skip;
        else found.push_back(std::move(event));
        return found.size() < limit;
    }));
    return found;
}

Result<std::uint64_t> StaffLog::ballots_waiting()
{
    ISO_TRY(auto count, journal_.database_.prepare("SELECT COUNT(*) FROM records WHERE tag IS NOT NULL AND seq >= ?"));
    count.bind(1, static_cast<std::int64_t>(journal_.acknowledged()));
    ISO_TRY(const bool found, count.step());
    return found ? static_cast<std::uint64_t>(count.integer(0)) : 0;
}

Result<std::vector<std::string>> StaffLog::members()
{
    ISO_TRY(auto select, journal_.database_.prepare("SELECT handle FROM staff ORDER BY handle"));
    std::vector<std::string> handles;
    for (;;) {
        ISO_TRY(const bool more, select.step());
        if (!more) return handles;
        handles.push_back(select.text(0));
    }
}

Status StaffLog::add(std::string_view handle, std::string_view pin, Hour hour)
{
    if (!ballot::is_handle(handle)) return fail(Errc::refused, "a staff member's name has 1 to 40 bytes");
    ISO_CHECK(check_new_pin(pin));
    ISO_TRY(const auto known, members());
    if (std::find(known.begin(), known.end(), handle) != known.end())
        return fail(Errc::conflict, "there is a staff member of this name; remove them first to change the PIN");
    if (known.size() >= kMaxStaff) return fail(Errc::refused, "twelve staff members are enough for one terminal; remove one first");
    // Recorded first: nobody has a PIN of whom the chain does not tell.
    ISO_CHECK(note(EventKind::staff_added, handle, hour));
    ISO_TRY(auto insert, journal_.database_.prepare("INSERT INTO staff VALUES (?, ?)"));
    return insert.bind(1, handle).bind(2, std::string_view(crypto::hash_password(pin))).run();
}

Status StaffLog::remove(std::string_view handle, Hour hour)
{
    ISO_TRY(auto erase, journal_.database_.prepare("DELETE FROM staff WHERE handle = ?"));
    ISO_CHECK(erase.bind(1, handle).run());
    if (journal_.database_.changes() == 0) return fail(Errc::not_found, "there is no staff member of this name");
    return note(EventKind::staff_removed, handle, hour);
}

Result<std::map<std::string, unsigned>> StaffLog::failures()
{
    std::map<std::string, unsigned> failed;
    ISO_CHECK(walk("ASC", [&](const Event& event) {
        const auto kind = event.body.kind;
        if (kind == EventKind::unlock_failed || kind == EventKind::locked_out) ++failed[event.body.staff];
        else if (kind == EventKind::unlocked || kind == EventKind::staff_added) failed.erase(event.body.staff);
        return true;
    }));
    return failed;
}

Result<bool> StaffLog::check_pin(std::string_view handle, std::string_view pin, unsigned free_failures, Hour hour)
{
    std::string hash;
    {
        ISO_TRY(auto select, journal_.database_.prepare("SELECT pin FROM staff WHERE handle = ?"));
        select.bind(1, handle);
        ISO_TRY(const bool found, select.step());
        if (!found) return fail(Errc::not_found, "there is no staff member of this name");
        hash = select.text(0);
    }
    if (crypto::password_matches(hash, pin)) {
        ISO_CHECK(note(EventKind::unlocked, handle, hour));
        return true;
    }
    ISO_TRY(const auto failed, failures());
    const auto before = failed.find(std::string(handle));
    const unsigned now = (before == failed.end() ? 0 : before->second) + 1;
    ISO_CHECK(note(now > free_failures ? EventKind::locked_out : EventKind::unlock_failed, handle, hour));
    return false;
}

}  // namespace isoloir::journal
