// The halls as the public pages tell of them: one list, kept in the store.

#include <algorithm>
#include <tuple>

#include "sync-server/app/centre.hpp"
#include "sync-server/operations/log.hpp"

namespace isoloir::app {
namespace {

constexpr const char* kHalls = "halls";

bool is_before(const publish::Hall& one, const publish::Hall& other)
{
    return std::tie(one.commune, one.name) < std::tie(other.commune, other.name);
}

Result<std::vector<publish::Hall>> read(store::Store& store)
{
    ISO_TRY(const auto json, store.document(kHalls));
    if (!json) return std::vector<publish::Hall>{};
    auto halls = publish::read_halls(*json);
    if (!halls) return fail(Errc::corrupt, "the list of halls does not read: " + halls.error().text());
    return halls;
}

}  // namespace

Result<std::vector<publish::Hall>> Centre::halls() const
{
    ISO_CHECK(need_election());
    const std::scoped_lock lock(mutex_);
    return read(*folder_.store);
}

const std::vector<publish::Hall>& Centre::known_halls() const
{
    if (halls_turn_ == ledger_->turn()) return halls_;
    // Where the database is away, pages show what was last known.
    if (auto halls = read(*folder_.store)) {
        halls_ = *std::move(halls);
        halls_turn_ = ledger_->turn();
    }
    return halls_;
}

Status Centre::change_halls(const std::function<Status(std::vector<publish::Hall>&)>& change)
{
    ISO_CHECK(need_election());
    const std::scoped_lock lock(mutex_);
    store::Store& store = *folder_.store;
    const auto write = [&]() -> Status {
        ISO_TRY(auto halls, read(store));
        ISO_CHECK(change(halls));
        std::sort(halls.begin(), halls.end(), is_before);
        return store.put_document(kHalls, publish::write_halls(halls));
    };
    const Status written = store.transact(write);
    if (!written && (written.error().code == Errc::io || written.error().code == Errc::corrupt)) report_failure(written.error());
    ISO_CHECK(written);
    // Whoever follows the pages is told.
    return ledger_->follow();
}

Status Centre::put_hall(const publish::Hall& hall)
{
    ISO_CHECK(publish::check_hall(hall));
    ISO_CHECK(change_halls([&](std::vector<publish::Hall>& halls) -> Status {
        const auto known = std::find_if(halls.begin(), halls.end(), [&](const auto& other) { return other.name == hall.name; });
        if (known != halls.end()) *known = hall;
        else if (halls.size() == publish::kMaxHalls) return fail(Errc::refused, "there are " + std::to_string(publish::kMaxHalls) + " halls already");
        else halls.push_back(hall);
        return {};
    }));
    operations::info("hall put on the public pages", {{"hall", hall.name}});
    return {};
}

Status Centre::remove_hall(const std::string& name)
{
    ISO_CHECK(change_halls([&](std::vector<publish::Hall>& halls) -> Status {
        const auto removed = std::erase_if(halls, [&](const auto& hall) { return hall.name == name; });
        return removed == 1 ? Status{} : fail(Errc::not_found, "no hall of this name is on the public pages; `isoloir-server hall list` shows them", name);
    }));
    operations::info("hall taken off the public pages", {{"hall", name}});
    return {};
}

}  // namespace isoloir::app
