#include "shared/verify/outcome_json.hpp"

#include "shared/count/outcome_json.hpp"

namespace isoloir::verify {
namespace {

using nlohmann::ordered_json;
using wire::Json;
using wire::ObjectReader;

constexpr std::int64_t kMostBallots = 1'000'000'000'000;
constexpr std::size_t kMaxFraction = 16 * 1024;

Result<std::uint64_t> read_number(ObjectReader& reader, const std::string& name)
{
    ISO_TRY(const auto value, reader.integer(name, 0, kMostBallots));
    return static_cast<std::uint64_t>(value);
}

Result<std::size_t> project_of(const election::Definition& definition, const std::string& id, const std::string& place)
{
    for (std::size_t i = 0; i < definition.projects.size(); ++i)
        if (definition.projects[i].id == id) return i;
    return fail(Errc::malformed, "no such project", place);
}

Result<std::size_t> read_project(ObjectReader& reader, const election::Definition& definition)
{
    ISO_TRY(const auto id, reader.text("project", election::kMaxProjectId));
    return project_of(definition, id, reader.place("project"));
}

Result<count::Exact> read_fraction(ObjectReader& reader, const std::string& name)
{
    ISO_TRY(const auto text, reader.text(name, kMaxFraction));
    auto read = count::read_exact(text);
    if (!read) return fail(read.error().code, read.error().message, reader.place(name));
    return read;
}

Result<count::RankedProject> read_ranked(const Json& json, const election::Definition& definition)
{
    ObjectReader reader(json, "outcome.ranking");
    count::RankedProject ranked;
    ISO_TRY(ranked.project, read_project(reader, definition));
    ISO_TRY(ranked.votes, read_number(reader, "votes"));
    ISO_TRY(const auto word, reader.text("verdict", 32));
    const auto verdict = value_of(count::kVerdicts, word);
    if (!verdict) return fail(Errc::malformed, "it is not known here", reader.place("verdict"));
    ranked.verdict = *verdict;
    ISO_TRY(ranked.left_before.cents, reader.integer("left_before", 0, Money::kMax));
    if (ranked.verdict == count::Verdict::supporters_ran_out && reader.has("supporters_had")) {
        ISO_TRY(ranked.supporters_had, read_fraction(reader, "supporters_had"));
    }
    ISO_CHECK(reader.finish());
    return ranked;
}

Result<count::Round> read_round(const Json& json, const election::Definition& definition)
{
    ObjectReader reader(json, "outcome.rounds");
    count::Round round;
    ISO_TRY(round.project, read_project(reader, definition));
    ISO_TRY(round.score, read_fraction(reader, "score"));
    ISO_TRY(round.supporters, read_number(reader, "supporters"));
    if (reader.has("completing")) { ISO_TRY(round.completing, reader.boolean("completing")); }
    if (count::says_who_gave_all(round, definition.rule)) { ISO_TRY(round.gave_all, read_number(reader, "gave_all")); }
    ISO_TRY(round.left_before.cents, reader.integer("left_before", 0, Money::kMax));
    ISO_CHECK(reader.finish());
    return round;
}

}  // namespace

ordered_json outcome_json(const count::Outcome& outcome, const election::Definition& definition)
{
    ordered_json json;
    json["ranking"] = ordered_json::array();
    for (const auto& ranked : outcome.ranking) json["ranking"].push_back(count::ranked_json(ranked, definition, count::in_cents));
    json["winners"] = ordered_json::array();
    for (const std::size_t winner : outcome.winners) json["winners"].push_back(definition.projects[winner].id);
    json["spent"] = outcome.spent.cents;
    json["ballots"] = outcome.ballots;
    json["invalid"] = outcome.invalid;
    json["rounds"] = ordered_json::array();
    for (const auto& round : outcome.rounds) json["rounds"].push_back(count::round_json(round, definition, definition.rule, count::in_cents));
    if (!outcome.share.fraction.empty()) json["share"] = outcome.share.fraction;
    return json;
}

Result<count::Outcome> read_outcome(const Json& json, const election::Definition& definition)
{
    ObjectReader reader(json, "outcome");
    count::Outcome outcome;
    ISO_TRY(const Json* ranking, reader.array("ranking", election::kMaxProjects));
    for (const Json& item : *ranking) {
        ISO_TRY(auto ranked, read_ranked(item, definition));
        outcome.ranking.push_back(std::move(ranked));
    }
    ISO_TRY(const Json* winners, reader.array("winners", election::kMaxProjects));
    for (const Json& item : *winners) {
        if (!item.is_string()) return fail(Errc::malformed, "a text is expected", reader.place("winners"));
        ISO_TRY(const std::size_t project, project_of(definition, item.get_ref<const std::string&>(), reader.place("winners")));
        outcome.winners.push_back(project);
    }
    ISO_TRY(outcome.spent.cents, reader.integer("spent", 0, Money::kMax));
    ISO_TRY(outcome.ballots, read_number(reader, "ballots"));
    ISO_TRY(outcome.invalid, read_number(reader, "invalid"));
    ISO_TRY(const Json* rounds, reader.array("rounds", election::kMaxProjects));
    for (const Json& item : *rounds) {
        ISO_TRY(auto round, read_round(item, definition));
        outcome.rounds.push_back(std::move(round));
    }
    if (reader.has("share")) { ISO_TRY(outcome.share, read_fraction(reader, "share")); }
    ISO_CHECK(reader.finish());
    return outcome;
}

}  // namespace isoloir::verify
