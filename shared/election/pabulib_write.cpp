#include "shared/election/pabulib_write.hpp"

#include <algorithm>
#include <cstdlib>

#include "shared/base/text.hpp"
#include "shared/election/counting_rules.hpp"
#include "shared/election/pabulib_rules.hpp"

namespace isoloir::election {
namespace {

std::string on_one_line(std::string text)
{
    std::replace(text.begin(), text.end(), '\n', ' ');
    return std::string(trimmed(text));
}

/// Quoted where it would read as something else.
std::string cell(const std::string& text)
{
    const std::string line = on_one_line(text);
    if (line.find(';') == std::string::npos && !line.starts_with('"')) return line;
    std::string quoted = "\"";
    for (const char c : line) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

/// 50466900 as 50.466900
std::string degrees(std::int32_t value)
{
    const std::string digits = std::to_string(std::abs(value) % kMicrodegrees + kMicrodegrees);  // a 1 and six digits
    return (value < 0 ? "-" : "") + std::to_string(std::abs(value) / kMicrodegrees) + "." + digits.substr(1);
}

/// 2022-03-01 as 01.03.2022
std::string date(const std::string& iso)
{
    return iso.substr(8, 2) + "." + iso.substr(5, 2) + "." + iso.substr(0, 4);
}

std::string language_of(const Definition& definition)
{
    const auto& texts = definition.title.by_language;
    return texts.contains(definition.languages.front()) ? definition.languages.front() : texts.begin()->first;
}

/// META without the keys that say something of the election itself.
std::map<std::string, std::string> other_keys(std::map<std::string, std::string> meta)
{
    for (const char* key : {"description", "language", "num_projects", "num_votes", "budget", "vote_type", "min_length", "max_length", "max_sum_cost",
                            "min_points", "max_points", "min_sum_points", "max_sum_points", "date_begin", "date_end", "tie_break", "rule", "satisfaction"})
        meta.erase(key);
    return meta;
}

std::string write_meta(const PabulibFile& file, const std::string& language)
{
    const Definition& definition = file.definition;
    const BallotRules& rules = definition.ballot;
    std::string out = "META\nkey;value\n";
    const auto row = [&](const std::string& key, const std::string& value) { out += key + ";" + on_one_line(value) + "\n"; };
    row("description", definition.title.in(language));
    row("language", language);
    row("num_projects", std::to_string(definition.projects.size()));
    row("num_votes", std::to_string(file.votes.size()));
    row("budget", to_decimal(definition.envelope));
    row("vote_type", vote_type_of(rules.kind));
    row("min_length", std::to_string(rules.min_projects));
    row("max_length", std::to_string(rules.max_projects));
    if (rules.max_cost) row("max_sum_cost", to_decimal(*rules.max_cost));
    if (rules.kind == BallotKind::points) {
        row("max_points", std::to_string(rules.max_points));
        row("max_sum_points", std::to_string(rules.max_sum_points));
    }
    if (definition.ties != TieBreak::project_id) row("tie_break", word_of(kTies, definition.ties));
    for (const Phase& phase : definition.phases) {
        if (phase.kind != PhaseKind::vote) continue;
        row("date_begin", date(phase.from));
        row("date_end", date(phase.until));
    }
    for (const auto& [key, value] : other_keys(file.meta)) row(key, value);
    row("rule", pabulib_word_of(definition.rule));
    if (definition.rule.satisfaction) row("satisfaction", word_of(kSatisfactions, *definition.rule.satisfaction));
    return out;
}

/// @param counted  one for each project, or none at all
std::string write_projects(const Definition& definition, const std::string& language, std::span<const PabulibCounted> counted)
{
    const bool placed =
        std::any_of(definition.projects.begin(), definition.projects.end(), [](const Project& project) { return project.position.has_value(); });
    std::string out = std::string("PROJECTS\nproject_id;cost;name;target;category;district;proposer") + (placed ? ";latitude;longitude" : "");
    if (!counted.empty()) out += definition.ballot.kind == BallotKind::approval ? ";votes;selected" : ";score;selected";
    out += "\n";
    for (std::size_t i = 0; i < definition.projects.size(); ++i) {
        const Project& project = definition.projects[i];
        out += project.id + ";" + to_decimal(project.cost);
        for (const std::string& text : {project.title.in(language), project.description.in(language), project.theme, project.place, project.proposer})
            out += ";" + cell(text);
        if (project.position) out += ";" + degrees(project.position->latitude) + ";" + degrees(project.position->longitude);
        else if (placed) out += ";;";
        if (!counted.empty()) out += ";" + std::to_string(counted[i].sum) + (counted[i].selected ? ";1" : ";0");
        out += "\n";
    }
    return out;
}

std::string write_votes(const PabulibFile& file)
{
    const BallotKind kind = file.definition.ballot.kind;
    const bool points = kind != BallotKind::approval;
    const bool methods = std::any_of(file.votes.begin(), file.votes.end(), [](const PabulibVote& vote) { return !vote.voting_method.empty(); });
    std::string out = std::string("VOTES\nvoter_id;vote") + (points ? ";points" : "") + (methods ? ";voting_method\n" : "\n");
    for (const PabulibVote& vote : file.votes) {
        std::string ids;
        std::string given;
        for (std::size_t place = 0; place < vote.marks.size(); ++place) {
            const char* comma = place == 0 ? "" : ",";
            ids += comma + file.definition.projects[vote.marks[place].project].id;
            given += comma + std::to_string(kind == BallotKind::ranking ? file.definition.ballot.max_projects - place : vote.marks[place].points);
        }
        out += cell(vote.voter_id) + ";" + ids + (points ? ";" + given : "") + (methods ? ";" + cell(vote.voting_method) : "") + "\n";
    }
    return out;
}

}  // namespace

std::string write_pabulib(const PabulibFile& file, std::span<const PabulibCounted> counted)
{
    const std::string language = language_of(file.definition);
    return write_meta(file, language) + write_projects(file.definition, language, counted) + write_votes(file);
}

}  // namespace isoloir::election
