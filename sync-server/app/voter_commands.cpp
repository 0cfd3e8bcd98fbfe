#include "sync-server/app/voter_commands.hpp"

#include <ostream>

#include "shared/base/file.hpp"

namespace isoloir::app {
namespace {

constexpr std::size_t kShownLines = 20;

}  // namespace

Status import_roll(const Arguments& arguments, Centre& centre, std::ostream& out)
{
    ISO_TRY(std::string text, read_file(arguments.file, roll::kMaxFileBytes));
    std::size_t wrong = 0;
    const auto change = centre.import_roll(text, arguments.replace, [&](std::size_t line, const std::string& why) {
        if (++wrong <= kShownLines) out << "line " << line << ": " << why << '\n';
    });
    crypto::wipe(text);
    if (!change) return tl::make_unexpected(change.error());
    out << "Voters in the file: " << change->named << "; put on the roll: " << change->added << "; on it already: " << change->named - change->added;
    if (arguments.replace) out << "; struck off: " << change->struck;
    out << ".\nVoters on the roll: " << change->size << ". What is kept are tags; delete the file when you no longer need it.\n";
    if (change->struck > 0) out << "Ballots that were accepted before stand.\n";
    return {};
}

Status make_cards(const Arguments& arguments, Centre& centre, std::ostream& out)
{
    if (std::filesystem::exists(arguments.out)) return fail(Errc::conflict, "this file is there already, and may hold cards", arguments.out.string());
    bool written = false;
    const auto change = centre.make_cards(arguments.count, [&](std::string_view csv) -> Status {
        ISO_CHECK(write_file(arguments.out, csv, FileMode::secret));
        written = true;
        return {};
    });
    if (!change) {
        std::error_code ignored;
        if (written) std::filesystem::remove(arguments.out, ignored);
        return tl::make_unexpected(change.error());
    }
    out << "Voter cards in " << arguments.out.string() << ": " << change->added << ". Voters on the roll: " << change->size
        << ".\nThe codes stand nowhere else. Print them, keep the cards like cash, and delete the file.\n";
    return {};
}

Status write_roll_file(const Arguments& arguments, Centre& centre, std::ostream& out)
{
    ISO_TRY(auto roll, centre.whole_roll());
    if (roll.tags.empty()) return fail(Errc::not_found, "there is nobody on the roll yet; run `isoloir-server roll FILE` or `cards COUNT` first");
    const std::size_t voters = roll.tags.size();
    ISO_CHECK(write_file(arguments.out, wire::sign_roll(std::move(roll), centre.keys().authority) + "\n", FileMode::secret));
    out << "The roll is signed. Voters on it: " << voters << ". Bring " << arguments.out.string()
        << " to each terminal: `isoloir-terminal provision BUNDLE --roll " << arguments.out.filename().string() << "`.\n";
    return {};
}

}  // namespace isoloir::app
