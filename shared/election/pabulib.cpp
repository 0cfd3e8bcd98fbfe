#include "shared/election/pabulib.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "shared/base/text.hpp"
#include "shared/election/pabulib_meta.hpp"
#include "shared/election/pabulib_table.hpp"
#include "shared/election/package.hpp"

namespace isoloir::election {
namespace {

using ProjectIndex = std::unordered_map<std::string, std::size_t>;

/// A cell of a column that a file need not have.
std::string cell(const PabulibTable& table, const std::vector<std::string>& row, std::string_view name)
{
    const auto column = table.column(name);
    return column ? row[*column] : std::string{};
}

/// A theme is one word of the election's own; a file may list several.
std::string theme_of(const std::string& category)
{
    return std::string(trimmed(std::string_view(category).substr(0, category.find(','))));
}

struct ProjectTable {
    std::vector<Project> projects;
    std::vector<std::size_t> lines;
    ProjectIndex index;
};

Result<ProjectTable> read_projects(PabulibLines& lines, const std::string& language)
{
    ISO_TRY(auto table, PabulibTable::open(lines, "VOTES", {"project_id", "cost"}));
    ProjectTable read;
    while (true) {
        ISO_TRY(const auto row, table.next_row());
        if (!row) return read;
        const std::string place = line_place(table.line());
        Project project;
        project.id = cell(table, *row, "project_id");
        const std::string name = cell(table, *row, "name");
        project.title.by_language[language] = name.empty() ? project.id : name;
        project.description.by_language[language] = cell(table, *row, "target");  // for whom it is: all that the format says beyond the name
        const auto cost = parse_money(cell(table, *row, "cost"));
        if (!cost) return fail(Errc::malformed, "cost: " + cost.error().message, place);
        project.cost = *cost;
        project.theme = theme_of(cell(table, *row, "category"));
        for (const char* column : {"district", "neighborhood", "subunit"})
            if (project.place.empty()) project.place = cell(table, *row, column);
        project.proposer = cell(table, *row, "proposer");
        if (!read.index.emplace(project.id, read.projects.size()).second)
            return fail(Errc::malformed, "the project \"" + project.id + "\" stands twice", place);
        read.projects.push_back(std::move(project));
        read.lines.push_back(table.line());
    }
}

/// The projects that one cell names, each once.
Result<std::vector<std::size_t>> read_choice(std::string_view list, const ProjectIndex& index, const std::string& place)
{
    std::vector<std::size_t> projects;
    std::vector<bool> named(index.size());
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        const std::string id(trimmed(list.substr(0, comma)));
        const auto found = index.find(id);
        if (found == index.end()) return fail(Errc::malformed, "the vote names \"" + id.substr(0, 64) + "\", which is no project", place);
        if (!named[found->second]) projects.push_back(found->second);
        named[found->second] = true;
        if (comma + 1 == list.size()) return fail(Errc::malformed, "the vote ends with a comma", place);
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return projects;
}

Result<std::vector<PabulibVote>> read_votes(PabulibLines& lines, const ProjectIndex& index)
{
    ISO_TRY(auto table, PabulibTable::open(lines, "", {"voter_id", "vote"}));
    const std::size_t voter = *table.column("voter_id");
    const std::size_t vote = *table.column("vote");
    std::vector<PabulibVote> votes;
    std::unordered_set<std::string> voters;
    while (true) {
        ISO_TRY(const auto row, table.next_row());
        if (!row) return votes;
        const std::string place = line_place(table.line());
        const std::string& id = (*row)[voter];
        if (id.empty()) return fail(Errc::malformed, "the voter has no id", place);
        if (!voters.insert(id).second) return fail(Errc::malformed, "this voter id stands in an earlier line too", place);
        ISO_TRY(auto projects, read_choice((*row)[vote], index, place));
        votes.push_back({id, std::move(projects)});
    }
}

/// What check_definition says of a field, said of the line that the field came from.
Status check_with_lines(const Definition& definition, const PabulibMeta& meta, const std::vector<std::size_t>& project_lines)
{
    const Status status = check_definition(definition);
    if (status) return {};
    const Error& error = status.error();
    constexpr std::string_view project = "projects[";
    if (error.where.starts_with(project)) {
        const std::size_t i = std::stoul(error.where.substr(project.size()));
        return fail(error.code, error.where.substr(error.where.find(']') + 2) + ": " + error.message, line_place(project_lines[i]));
    }
    static const std::map<std::string, std::string> keys{{"ballot.min_projects", "min_length"}, {"ballot.max_projects", "max_length"},
                                                         {"ballot.max_cost", "max_sum_cost"},   {"envelope", "budget"},
                                                         {"phases[0]", "date_begin"},           {"title", "description"}};
    const auto key = keys.find(error.where);
    const std::string name = key == keys.end() ? error.where : key->second;
    return fail(error.code, name + ": " + error.message, meta.place(name));
}

}  // namespace

Result<PabulibFile> parse_pabulib(std::string_view text)
{
    PabulibLines lines(text);
    ISO_TRY(auto meta, read_meta(lines));
    PabulibFile file;
    ISO_TRY(file.definition, definition_from_meta(meta));
    ISO_TRY(auto table, read_projects(lines, language_tag(meta)));
    ISO_CHECK(check_announced(meta, "num_projects", table.projects.size()));
    file.definition.ballot.max_projects = std::min(file.definition.ballot.max_projects, static_cast<std::uint32_t>(table.projects.size()));
    file.definition.projects = std::move(table.projects);
    ISO_CHECK(check_with_lines(file.definition, meta, table.lines));
    ISO_TRY(file.votes, read_votes(lines, table.index));
    ISO_CHECK(check_announced(meta, "num_votes", file.votes.size()));
    file.meta = std::move(meta.values);
    return file;
}

}  // namespace isoloir::election
