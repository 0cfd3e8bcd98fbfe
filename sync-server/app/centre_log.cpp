// The log as anyone may read it: C2SP tlog-tiles, and the proof that a ballot is in it.

#include <algorithm>

#include "shared/base/crockford.hpp"
#include "shared/base/text.hpp"
#include "sync-server/app/centre.hpp"
#include "sync-server/app/log_entries.hpp"
#include "sync-server/publish/find_page.hpp"
#include "sync-server/publish/inclusion.hpp"
#include "sync-server/publish/words.hpp"

namespace isoloir::app {

Result<http::Document> Centre::log_file(std::string_view path) const
{
    constexpr std::string_view kInclusion = "/inclusion/";
    if (path.starts_with(kInclusion)) return inclusion(path.substr(kInclusion.size()));
    const auto tile = log::parse_tile(path.substr(1));
    const std::scoped_lock lock(mutex_);
    if (!tile || !log::has_tile(ledger_->size(), *tile)) return fail(Errc::not_found, "there is no such page");
    constexpr const char* kType = "application/octet-stream";
    if (tile->level) return http::Document{kType, std::string(text_of(ledger_->hashes().tile(*tile->level, tile->index, tile->width)))};
    ISO_TRY(auto entries, log_entries(*folder_.store, *tile));
    return http::Document{kType, std::move(entries)};
}

Result<http::Document> Centre::inclusion(std::string_view typed) const
{
    const auto tracker = from_crockford(typed);
    if (!tracker) return fail(Errc::malformed, "this is no tracker: it has four groups of four letters and digits");
    const std::scoped_lock lock(mutex_);
    const auto leaf = ledger_->find(*tracker);
    if (!leaf) return fail(Errc::not_found, "no ballot with this tracker is in the log yet; a hall without a network sends its ballots later");
    ISO_TRY(const auto records, folder_.store->records(*leaf, 1));
    if (records.empty()) return fail(Errc::corrupt, "a leaf is missing");
    const std::uint64_t size = ledger_->size();
    const auto proof = log::prove_inclusion(ledger_->hashes(), *leaf, size);
    return http::Document{"application/json", publish::inclusion_json(*leaf, records.front(), proof, size, ledger_->checkpoint())};
}

Result<http::Document> Centre::find(std::string_view language, std::string_view typed) const
{
    if (!has_election()) return fail(Errc::not_found, "no vote is published here yet");
    const auto& definition = election_->definition;
    if (language.empty()) language = definition.languages.front();
    else if (std::find(publish::kLanguages.begin(), publish::kLanguages.end(), language) == publish::kLanguages.end())
        return fail(Errc::not_found, "there is no such page");
    publish::Search search{as_plain_line(typed)};
    if (const auto tracker = from_crockford(typed)) search.tracker = *tracker;
    const std::scoped_lock lock(mutex_);
    const auto leaf = search.tracker ? ledger_->find(*search.tracker) : std::nullopt;
    if (leaf) {
        ISO_TRY(const auto record, folder_.store->leaf(*leaf));
        if (!record) return fail(Errc::corrupt, "a leaf is missing");
        search.found = publish::Lookup{record->reason, channel_of(record->terminal), *leaf};
    }
    return http::Document{"text/html; charset=utf-8", publish::find_page(definition, phase_, language, search)};
}

}  // namespace isoloir::app
