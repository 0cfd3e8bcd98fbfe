// The centre keeps an election file in the making, until it is sealed: signed, and never changed again.

#include <algorithm>

#include "shared/election/picture.hpp"
#include "shared/wire/json.hpp"
#include "sync-server/app/centre.hpp"
#include "sync-server/app/places.hpp"
#include "sync-server/operations/log.hpp"

namespace isoloir::app {
namespace {

constexpr std::size_t kMostPictures = 500;

bool is_file_name(std::string_view name)
{
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-'; };
    return !name.empty() && name.size() <= 100 && name.front() != '.' && std::all_of(name.begin(), name.end(), plain);
}

}  // namespace

Result<Draft> Centre::draft() const
{
    const std::scoped_lock lock(mutex_);
    Draft draft;
    ISO_TRY(const auto file, folder_.store->document(kDraft));
    ISO_TRY(const auto version, folder_.store->number(kDraftVersion));
    draft.version = static_cast<std::uint64_t>(version);
    draft.file = file.value_or("");
    ISO_TRY(draft.pictures, folder_.store->draft_pictures());
    return draft;
}

Status Centre::change_draft(std::optional<std::uint64_t> version, const std::function<Status()>& change)
{
    const std::scoped_lock lock(mutex_);
    return folder_.store->transact([&]() -> Status {
        ISO_TRY(const auto sealed, folder_.store->document("package"));
        if (sealed) return fail(Errc::refused, "the election is sealed, and never changes any more");
        ISO_TRY(const auto now, folder_.store->number(kDraftVersion));
        if (version && static_cast<std::uint64_t>(now) != *version) return fail(Errc::conflict, "somebody else saved the draft meanwhile");
        return change();
    });
}

Result<Draft> Centre::put_draft(std::uint64_t version, const std::string& file)
{
    ISO_TRY(const auto json, wire::parse_json(file));
    if (!json.is_object()) return fail(Errc::malformed, "an election file is one JSON object");
    const auto save = [&]() -> Status {
        ISO_CHECK(folder_.store->put_document(kDraft, file));
        return folder_.store->put_number(kDraftVersion, static_cast<std::int64_t>(version + 1));
    };
    ISO_CHECK(change_draft(version, save));
    return draft();
}

Status Centre::put_draft_picture(const std::string& name, std::string_view file)
{
    if (!is_file_name(name)) return fail(Errc::refused, "a picture's name has letters, digits and . _ - only", name);
    ISO_CHECK(election::check_picture(file, name, "picture"));
    return change_draft(std::nullopt, [&]() -> Status {
        ISO_TRY(const auto names, folder_.store->draft_pictures());
        if (names.size() >= kMostPictures) return fail(Errc::refused, "a draft has at most " + std::to_string(kMostPictures) + " pictures", name);
        return folder_.store->put_draft_picture(name, file);
    });
}

Result<std::string> Centre::draft_picture(const std::string& name) const
{
    const std::scoped_lock lock(mutex_);
    ISO_TRY(auto file, folder_.store->draft_picture(name));
    if (!file) return fail(Errc::not_found, "there is no picture of this name", name);
    return *std::move(file);
}

Result<bool> Centre::remove_draft_picture(const std::string& name)
{
    bool removed = false;
    ISO_CHECK(change_draft(std::nullopt, [&]() -> Status {
        ISO_TRY(removed, folder_.store->remove_draft_picture(name));
        return {};
    }));
    return removed;
}

Result<election::ElectionFile> Centre::read_draft() const
{
    ISO_TRY(const auto file, folder_.store->document(kDraft));
    if (!file) return fail(Errc::not_found, "there is no draft of an election yet");
    return election::read_json_election(*file, [&](const std::string& name, const std::string& place) -> Result<std::string> {
        ISO_TRY(auto picture, folder_.store->draft_picture(name));
        if (!picture) return fail(Errc::not_found, "the picture \"" + name + "\" was not uploaded", place);
        return *std::move(picture);
    });
}

Status Centre::check_draft() const
{
    const std::scoped_lock lock(mutex_);
    return read_draft().map([](const auto&) {});
}

Status Centre::seal_draft(std::uint64_t version)
{
    const std::scoped_lock lock(mutex_);
    if (has_election()) return fail(Errc::refused, "the election is sealed already");
    ISO_TRY(const auto now, folder_.store->number(kDraftVersion));
    if (static_cast<std::uint64_t>(now) != version) return fail(Errc::conflict, "somebody else saved the draft meanwhile");
    ISO_TRY(const auto file, read_draft());
    ISO_CHECK(keep_election(file));
    operations::info("the election is sealed", {{"projects", file.definition.projects.size()}});
    return {};
}

}  // namespace isoloir::app
