// The result page, and how often it was asked for: a number in memory, added to the store's now and then, and nothing of who
// asked.

#include "sync-server/app/centre.hpp"
#include "sync-server/publish/page.hpp"

namespace isoloir::app {
namespace {

constexpr const char* kViews = "views";

}  // namespace

std::string Centre::page(std::string_view language) const
{
    ++fresh_views_;
    return publish::result_page(standing(), language);
}

std::string Centre::part(const std::string& language) const
{
    {
        const std::scoped_lock lock(mutex_);
        const auto known = parts_.find(language);
        if (known != parts_.end() && known->second.first == ledger_->turn()) return known->second.second;
    }
    // Everyone who follows the page asks for the same at one moment.
    const publish::Standing shown = standing();
    std::string part = publish::standing_part(shown, language);
    const std::scoped_lock lock(mutex_);
    parts_[language] = {shown.version, part};
    return part;
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
