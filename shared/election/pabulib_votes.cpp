#include "shared/election/pabulib_votes.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_set>

#include "shared/base/text.hpp"

namespace isoloir::election {
namespace {

/// "a, b" as its items; nothing for an empty cell. An empty item is kept: it is no project and no number.
std::vector<std::string_view> items_of(std::string_view cell)
{
    std::vector<std::string_view> items;
    if (cell.empty()) return items;
    for (std::size_t comma = 0; comma != std::string_view::npos;) {
        comma = cell.find(',');
        items.push_back(trimmed(cell.substr(0, comma)));
        cell.remove_prefix(std::min(cell.size(), comma == std::string_view::npos ? comma : comma + 1));
    }
    return items;
}

/// The projects that one cell names.
Result<std::vector<std::size_t>> read_projects(std::string_view cell, const ProjectIndex& index, const std::string& place)
{
    std::vector<std::size_t> projects;
    for (const std::string_view item : items_of(cell)) {
        const std::string id(item);
        if (id.empty()) return fail(Errc::malformed, "the vote names no project beside a comma", place);
        const auto found = index.find(id);
        if (found == index.end()) return fail(Errc::malformed, "the vote names \"" + id.substr(0, 64) + "\", which is no project", place);
        projects.push_back(found->second);
    }
    return projects;
}

Result<std::uint32_t> read_points(std::string_view text, const std::string& place)
{
    std::uint32_t points = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), points);
    if (error == std::errc{} && end == text.data() + text.size() && !text.empty()) return points;
    return fail(Errc::malformed, "points: \"" + std::string(text.substr(0, 40)) + "\" is not a whole number", place);
}

/// A project named twice stands where it was named first: real files do it.
std::vector<Mark> each_once(const std::vector<std::size_t>& projects, std::vector<bool>& named)
{
    std::vector<Mark> marks;
    for (const std::size_t project : projects) {
        if (!named[project]) marks.push_back({project, 1});
        named[project] = true;
    }
    for (const std::size_t project : projects) named[project] = false;
    return marks;
}

/// A project without points is not chosen. One named twice has no points that could be told: nothing says which.
Result<std::vector<Mark>> with_points(const std::vector<std::size_t>& projects, std::string_view cell, std::vector<bool>& named, const std::string& place)
{
    const auto items = items_of(cell);
    if (items.size() != projects.size())
        return fail(Errc::malformed, "the vote has " + std::to_string(projects.size()) + " projects and " + std::to_string(items.size()) + " points", place);
    if (each_once(projects, named).size() != projects.size()) return fail(Errc::malformed, "the vote gives points to a project twice", place);
    std::vector<Mark> marks;
    for (std::size_t i = 0; i < projects.size(); ++i) {
        ISO_TRY(const std::uint32_t points, read_points(items[i], place));
        if (points > 0) marks.push_back({projects[i], points});
    }
    return marks;
}

}  // namespace

Result<std::vector<PabulibVote>> read_votes(PabulibLines& lines, const ProjectIndex& index, BallotKind kind)
{
    const bool points = kind == BallotKind::points;
    ISO_TRY(auto table,
            PabulibTable::open(lines, "", points ? std::vector<std::string>{"voter_id", "vote", "points"} : std::vector<std::string>{"voter_id", "vote"}));
    const std::size_t voter = *table.column("voter_id");
    const std::size_t vote = *table.column("vote");
    const auto method = table.column("voting_method");
    std::vector<PabulibVote> votes;
    std::unordered_set<std::string> voters;
    std::vector<bool> named(index.size());
    while (true) {
        ISO_TRY(const auto row, table.next_row());
        if (!row) return votes;
        const std::string place = line_place(table.line());
        const std::string& id = (*row)[voter];
        if (id.empty()) return fail(Errc::malformed, "the voter has no id", place);
        if (!voters.insert(id).second) return fail(Errc::malformed, "this voter id stands in an earlier line too", place);
        ISO_TRY(const auto projects, read_projects((*row)[vote], index, place));
        PabulibVote read{id, each_once(projects, named)};
        if (points) { ISO_TRY(read.marks, with_points(projects, (*row)[*table.column("points")], named, place)); }
        if (method) read.voting_method = (*row)[*method];
        votes.push_back(std::move(read));
    }
}

}  // namespace isoloir::election
