#include "sync-server/online/pabulib.hpp"

#include <algorithm>

#include "shared/base/text.hpp"
#include "shared/election/pabulib_rules.hpp"
#include "shared/election/pabulib_table.hpp"
#include "sync-server/online/text.hpp"

namespace isoloir::online {
namespace {

using election::BallotKind;
using election::PabulibTable;

constexpr const char* kNobody = "a plain number names no voter";

bool is_running_number(std::string_view voter)
{
    constexpr std::size_t most = 10;  // a national number has eleven
    return !voter.empty() && voter.size() <= most && voter.find_first_not_of("0123456789") == std::string_view::npos;
}

Status skip_projects(election::PabulibLines& lines)
{
    ISO_TRY(auto table, PabulibTable::open(lines, "VOTES", {"project_id"}));
    while (true) {
        ISO_TRY(const auto row, table.next_row());
        if (!row) return {};
    }
}

Status read_voter(const std::string& voter, OnlineLine& line)
{
    if (voter.empty()) return fail(Errc::malformed, "the voter is missing");
    if (is_running_number(voter)) return fail(Errc::malformed, kNobody);
    if (const auto tag = read_tag(voter)) line.voter = *tag;
    else line.voter = voter;
    return {};
}

}  // namespace

bool is_pabulib(std::string_view text)
{
    const auto first = Lines(text).next();
    return first && ascii_upper(*first) == "META";
}

Result<std::vector<OnlineLine>> read_pabulib(std::string_view text)
{
    election::PabulibLines lines(text);
    ISO_TRY(const auto meta, election::read_meta(lines));
    ISO_TRY(const BallotKind kind, election::ballot_kind_from_meta(meta));
    ISO_CHECK(skip_projects(lines));
    std::vector<std::string> needed{"voter_id", "vote"};
    if (kind == BallotKind::points) needed.emplace_back("points");
    ISO_TRY(auto table, PabulibTable::open(lines, "", needed));
    std::vector<OnlineLine> votes;
    while (true) {
        const auto row = table.next_row();
        if (row && !*row) break;
        OnlineLine& vote = votes.emplace_back();
        vote.number = table.line();
        if (!row) {
            vote.wrong = row.error().message;
            continue;
        }
        const auto cell = [&](std::string_view name) { return (**row)[*table.column(name)]; };
        if (const auto status = read_voter(cell("voter_id"), vote); !status) vote.wrong = status.error().message;
        vote.kind = kind;
        vote.projects = cell("vote");
        // An ordinal vote may have points too; its order says all.
        if (kind == BallotKind::points) vote.points = cell("points");
    }
    ISO_CHECK(election::check_announced(meta, "num_votes", votes.size()));
    if (!votes.empty() && std::all_of(votes.begin(), votes.end(), [](const OnlineLine& vote) { return vote.wrong == kNobody; }))
        return fail(Errc::refused,
                    "this file numbers its ballots and names no voters, so nobody who voted twice would be found; have the platform write "
                    "voter tags instead (docs/platforms.md)");
    return votes;
}

}  // namespace isoloir::online
