// The result page, and how often it was asked for: a number in memory, added to the store's now and then, and nothing of who
// asked.

#include <algorithm>

#include "sync-server/app/centre.hpp"
#include "sync-server/publish/page.hpp"
#include "sync-server/publish/sorry_page.hpp"
#include "sync-server/publish/turnout.hpp"

namespace isoloir::app {
namespace {

constexpr const char* kViews = "views";

}  // namespace

std::string Centre::page(std::string_view language) const
{
    ++fresh_views_;
    return publish::result_page(standing(), language);
}

std::string Centre::today() const
{
    return publish::day_in_belgium(clock_.now());
}

std::string Centre::part(const std::string& language) const
{
    {
        const std::scoped_lock lock(mutex_);
        const auto known = parts_.find(language);
        if (known != parts_.end() && known->second.turn == ledger_->turn() && known->second.day == today()) return known->second.html;
    }
    // Everyone who follows the page asks for the same at one moment.
    const publish::Standing shown = standing();
    std::string part = publish::standing_part(shown, language);
    const std::scoped_lock lock(mutex_);
    parts_[language] = {shown.version, shown.today, part};
    return part;
}

std::string Centre::sorry(unsigned status, std::string_view path) const
{
    const std::string_view language = path.substr(std::min<std::size_t>(1, path.size()), 2);
    const bool of_language = path.size() == 3 || (path.size() > 3 && path[3] == '/');
    const auto kind = status >= 500 || status == 429 ? publish::Sorry::cannot_now : has_election() ? publish::Sorry::no_such_page : publish::Sorry::no_vote_yet;
    return publish::sorry_page(kind, of_language ? language : std::string_view{});
}

Status Centre::read_views()
{
    ISO_TRY(const auto views, folder_.store->number(kViews));
    kept_views_ = static_cast<std::uint64_t>(views);
    return {};
}

Status Centre::keep_views()
{
    const std::uint64_t fresh = fresh_views_;
    if (!has_election() || fresh == 0) return {};
    const std::scoped_lock lock(mutex_);
    store::Store& store = *folder_.store;
    const auto add = [&]() -> Status {
        ISO_TRY(const auto views, store.number(kViews));
        return store.put_number(kViews, views + static_cast<std::int64_t>(fresh));
    };
    const Status written = store.transact(add);
    if (!written && (written.error().code == Errc::io || written.error().code == Errc::corrupt)) report_failure(written.error());
    ISO_CHECK(written);
    fresh_views_ -= fresh;
    return read_views();
}

}  // namespace isoloir::app
