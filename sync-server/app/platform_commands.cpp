#include "sync-server/app/platform_commands.hpp"

#include <ostream>

#include <nlohmann/json.hpp>

#include "shared/base/encoding.hpp"
#include "shared/base/file.hpp"
#include "sync-server/app/hours.hpp"
#include "sync-server/app/table.hpp"

namespace isoloir::app {
namespace {

constexpr std::size_t kShownHash = 8;

/// Written once, for its owner alone, and never over another file.
Status write_secret(const std::filesystem::path& path, std::string text)
{
    if (std::filesystem::exists(path)) return fail(Errc::conflict, "this file is there already", path.string());
    const Status written = write_file(path, text + "\n", FileMode::secret);
    crypto::wipe(text);
    return written;
}

}  // namespace

Status make_api_token(const Arguments& arguments, Centre& centre, std::ostream& out)
{
    if (std::filesystem::exists(arguments.out)) return fail(Errc::conflict, "this file is there already", arguments.out.string());
    ISO_TRY(const Hour first, hour_of(arguments.until));
    ISO_TRY(auto made, centre.api_tokens().make(arguments.name, first + 23));
    ISO_CHECK(write_secret(arguments.out, std::move(made.secret)));
    out << "The token for " << arguments.name << " is in " << arguments.out.string() << ", good to the end of " << in_words(first + 23)
        << ".\nIt stands nowhere else. Hand it over by a way that they alone can read, and delete the file.\nWith it they post votes to "
           "/api/v1/votes (described at /api/v1/openapi.json). When it is lost: `isoloir-server api-token withdraw`.\n";
    return {};
}

Status list_api_tokens(const Arguments& arguments, Centre& centre, std::ostream& out)
{
    ISO_TRY(const auto tokens, centre.api_tokens().all());
    auto listed = nlohmann::ordered_json::array();
    Table table({"for", "token", "to", "state"});
    for (const auto& token : tokens) {
        const std::string id = to_hex(token.hash).substr(0, kShownHash);
        if (arguments.json) listed.push_back({{"name", token.name}, {"id", id}, {"not_after", token.last}, {"withdrawn", token.withdrawn}});
        else table.add({token.name, id, in_words(token.last), token.withdrawn ? "withdrawn" : ""});
    }
    if (arguments.json) out << listed.dump(2) << '\n';
    else if (tokens.empty()) out << "No token yet; `isoloir-server api-token make NAME` makes one.\n";
    else out << table;
    return {};
}

Status withdraw_api_tokens(const Arguments& arguments, Centre& centre, std::ostream& out)
{
    ISO_TRY(const std::size_t withdrawn, centre.api_tokens().withdraw(arguments.name));
    out << (withdrawn > 0 ? "Withdrawn: " + std::to_string(withdrawn) + ". Votes that came with it stand.\n" : "Withdrawn already; nothing was changed.\n");
    return {};
}

Status export_tag_key(const Arguments& arguments, Centre& centre, std::ostream& out)
{
    ISO_CHECK(write_secret(arguments.out, to_hex(centre.keys().tag.span())));
    out << "The tag key is in " << arguments.out.string()
        << ". Whoever has it can test whether a known person voted, and can make up voters:\nhand it to one named person of the platform, by a way that they "
           "alone can read, and delete the file.\nHow a platform computes tags: docs/platforms.md.\n";
    return {};
}

}  // namespace isoloir::app
