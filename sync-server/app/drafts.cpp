#include "sync-server/app/drafts.hpp"

#include <algorithm>

#include "shared/election/picture.hpp"
#include "shared/wire/json.hpp"

namespace isoloir::app {
namespace {

constexpr const char* kDraft = "draft";
constexpr const char* kVersion = "draft-version";  // rises with each save
constexpr std::size_t kMostPictures = 500;

bool is_file_name(std::string_view name)
{
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-'; };
    return !name.empty() && name.size() <= 100 && name.front() != '.' && std::all_of(name.begin(), name.end(), plain);
}

}  // namespace

Result<Draft> Drafts::read() const
{
    const std::scoped_lock lock(mutex_);
    Draft draft;
    ISO_TRY(const auto file, store_.document(kDraft));
    ISO_TRY(const auto version, store_.number(kVersion));
    draft.version = static_cast<std::uint64_t>(version);
    draft.file = file.value_or("");
    ISO_TRY(draft.pictures, store_.draft_pictures());
    return draft;
}

Status Drafts::change(std::optional<std::uint64_t> version, const std::function<Status()>& change)
{
    const std::scoped_lock lock(mutex_);
    return store_.transact([&]() -> Status {
        ISO_TRY(const auto sealed, store_.document("package"));
        if (sealed) return fail(Errc::refused, "the election is sealed, and never changes any more");
        ISO_TRY(const auto now, store_.number(kVersion));
        if (version && static_cast<std::uint64_t>(now) != *version) return fail(Errc::conflict, "somebody else saved the draft meanwhile");
        return change();
    });
}

Result<Draft> Drafts::put(std::uint64_t version, const std::string& file)
{
    ISO_TRY(const auto json, wire::parse_json(file));
    if (!json.is_object()) return fail(Errc::malformed, "an election file is one JSON object");
    const auto save = [&]() -> Status {
        ISO_CHECK(store_.put_document(kDraft, file));
        return store_.put_number(kVersion, static_cast<std::int64_t>(version + 1));
    };
    ISO_CHECK(change(version, save));
    return read();
}

Status Drafts::put_picture(const std::string& name, std::string_view file)
{
    if (!is_file_name(name)) return fail(Errc::refused, "a picture's name has letters, digits and . _ - only", name);
    ISO_CHECK(election::check_picture(file, name, "picture"));
    return change(std::nullopt, [&]() -> Status {
        ISO_TRY(const auto names, store_.draft_pictures());
        if (names.size() >= kMostPictures) return fail(Errc::refused, "a draft has at most " + std::to_string(kMostPictures) + " pictures", name);
        return store_.put_draft_picture(name, file);
    });
}

Result<std::string> Drafts::picture(const std::string& name) const
{
    const std::scoped_lock lock(mutex_);
    ISO_TRY(auto file, store_.draft_picture(name));
    if (!file) return fail(Errc::not_found, "there is no picture of this name", name);
    return *std::move(file);
}

Result<bool> Drafts::remove_picture(const std::string& name)
{
    bool removed = false;
    ISO_CHECK(change(std::nullopt, [&]() -> Status {
        ISO_TRY(removed, store_.remove_draft_picture(name));
        return {};
    }));
    return removed;
}

Result<election::ElectionFile> Drafts::file() const
{
    ISO_TRY(const auto file, store_.document(kDraft));
    if (!file) return fail(Errc::not_found, "there is no draft of an election yet");
    return election::read_json_election(*file, [&](const std::string& name, const std::string& place) -> Result<std::string> {
        ISO_TRY(auto picture, store_.draft_picture(name));
        if (!picture) return fail(Errc::not_found, "the picture \"" + name + "\" was not uploaded", place);
        return *std::move(picture);
    });
}

Status Drafts::check() const
{
    const std::scoped_lock lock(mutex_);
    return file().map([](const auto&) {});
}

Result<election::ElectionFile> Drafts::file_of(std::uint64_t version) const
{
    ISO_TRY(const auto now, store_.number(kVersion));
    if (static_cast<std::uint64_t>(now) != version) return fail(Errc::conflict, "somebody else saved the draft meanwhile");
    return file();
}

Status Drafts::remove()
{
    ISO_CHECK(store_.remove_document(kDraft));
    return store_.remove_draft_pictures();
}

}  // namespace isoloir::app
