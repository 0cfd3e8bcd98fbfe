#include "sync-server/app/staff_commands.hpp"

#include <ostream>

#include <nlohmann/json.hpp>

#include "shared/base/encoding.hpp"
#include "shared/base/file.hpp"
#include "sync-server/app/hours.hpp"
#include "sync-server/app/table.hpp"

namespace isoloir::app {
namespace {

std::string where(const wire::StaffToken& token)
{
    if (token.terminal) return to_hex(*token.terminal);
    return token.hall.value_or("everywhere");
}

}  // namespace

Status make_staff_token(const Arguments& arguments, Centre& centre, std::ostream& out)
{
    if (std::filesystem::exists(arguments.out)) return fail(Errc::conflict, "this file is there already", arguments.out.string());
    StaffScope scope;
    scope.hall = arguments.hall;
    scope.terminal = arguments.terminal;
    ISO_TRY(scope.last, hour_of(arguments.until));
    scope.last += 23;
    if (!arguments.day_from.empty()) { ISO_TRY(scope.first, hour_of(arguments.day_from)); }
    ISO_TRY(const auto made, centre.make_staff_token(arguments.name, scope));
    ISO_CHECK(write_file(arguments.out, made.jws + "\n", FileMode::secret));
    out << "The staff file " << to_hex(made.token.id) << " opens staff mode for " << arguments.name << ", " << where(made.token) << ",\nfrom "
        << in_words(made.token.not_before) << " to the end of " << in_words(made.token.not_after) << ".\nPut " << arguments.out.string()
        << " on a USB stick and keep it like a key. When it is lost: `isoloir-server staff-token withdraw`.\n";
    return {};
}

Status list_staff_tokens(const Arguments& arguments, Centre& centre, std::ostream& out)
{
    ISO_TRY(const auto tokens, centre.staff_tokens());
    auto listed = nlohmann::ordered_json::array();
    Table table({"handle", "file", "where", "from", "to", "state"});
    for (const auto& [token, withdrawn] : tokens) {
        if (arguments.json)
            listed.push_back({{"handle", token.handle},
                              {"id", to_hex(token.id)},
                              {"where", where(token)},
                              {"not_before", token.not_before},
                              {"not_after", token.not_after},
                              {"withdrawn", withdrawn}});
        else table.add({token.handle, to_hex(token.id), where(token), in_words(token.not_before), in_words(token.not_after), withdrawn ? "withdrawn" : ""});
    }
    if (arguments.json) out << listed.dump(2) << '\n';
    else if (tokens.empty()) out << "No staff file yet; `isoloir-server staff-token make NAME` makes one.\n";
    else out << table;
    return {};
}

Status withdraw_staff_tokens(const Arguments& arguments, Centre& centre, std::ostream& out)
{
    ISO_TRY(const std::size_t withdrawn, centre.withdraw_staff_tokens(arguments.name));
    out << (withdrawn > 0 ? "Withdrawn: " + std::to_string(withdrawn) + ".\n" : "Withdrawn already; nothing was changed.\n");
    out << "Terminals learn it by network at the next sync";
    if (arguments.out.empty()) {
        out << "; --out writes a file for those without one.\n";
        return {};
    }
    ISO_CHECK(write_file(arguments.out, centre.roster() + "\n"));
    out << ", or from a stick with " << arguments.out.string() << " (staff mode, import).\n";
    return {};
}

}  // namespace isoloir::app
