#include "shared/election/pabulib.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "shared/base/text.hpp"
#include "shared/election/pabulib_meta.hpp"
#include "shared/election/pabulib_rules.hpp"
#include "shared/election/pabulib_table.hpp"
#include "shared/election/pabulib_votes.hpp"
#include "shared/election/package.hpp"

namespace isoloir::election {
namespace {

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

/// "50.1793132", in degrees, as millionths of one.
Result<std::int32_t> read_degrees(const std::string& text, double most, const std::string& name, const std::string& place)
{
    double degrees = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), degrees);
    const bool number = error == std::errc{} && end == text.data() + text.size();
    if (number && degrees >= -most && degrees <= most) return static_cast<std::int32_t>(std::lround(degrees * kMicrodegrees));
    return fail(Errc::malformed, name + ": \"" + text.substr(0, 40) + "\" is not in degrees", place);
}

/// Nothing where the file has no such columns, or a project no such cells.
Result<std::optional<Position>> read_position(const PabulibTable& table, const std::vector<std::string>& row, const std::string& place)
{
    const std::string latitude = cell(table, row, "latitude");
    const std::string longitude = cell(table, row, "longitude");
    if (latitude.empty() && longitude.empty()) return std::optional<Position>{};
    Position position;
    ISO_TRY(position.latitude, read_degrees(latitude, 90, "latitude", place));
    ISO_TRY(position.longitude, read_degrees(longitude, 180, "longitude", place));
    return std::optional(position);
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
        ISO_TRY(project.position, read_position(table, *row, place));
        if (!read.index.emplace(project.id, read.projects.size()).second)
            return fail(Errc::malformed, "the project \"" + project.id + "\" stands twice", place);
        read.projects.push_back(std::move(project));
        read.lines.push_back(table.line());
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
    static const std::map<std::string, std::string> keys{{"ballot.min_projects", "min_length"},
                                                         {"ballot.max_projects", "max_length"},
                                                         {"ballot.max_cost", "max_sum_cost"},
                                                         {"ballot.max_points", "max_points"},
                                                         {"ballot.max_sum_points", "max_sum_points"},
                                                         {"envelope", "budget"},
                                                         {"phases[0]", "date_begin"},
                                                         {"title", "description"}};
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
    ISO_TRY(file.definition.ballot, ballot_rules_from_meta(meta, table.projects.size()));
    ISO_TRY(file.definition.rule, rule_from_meta(meta));
    file.definition.projects = std::move(table.projects);
    ISO_CHECK(check_with_lines(file.definition, meta, table.lines));
    ISO_TRY(file.votes, read_votes(lines, table.index, file.definition.ballot.kind));
    ISO_CHECK(check_announced(meta, "num_votes", file.votes.size()));
    file.meta = std::move(meta.values);
    return file;
}

}  // namespace isoloir::election
