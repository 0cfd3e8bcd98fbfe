#include "shared/election/definition_json.hpp"

#include <array>
#include <utility>

#include "shared/base/encoding.hpp"
#include "shared/election/ballot_rules.hpp"
#include "shared/election/counting_rules.hpp"
#include "shared/election/package.hpp"

namespace isoloir::election {
namespace {

using wire::Json;
using wire::ObjectReader;
using OrderedJson = nlohmann::ordered_json;

constexpr WordTable<BallotKind, 3> kKinds{{{BallotKind::approval, "approval"}, {BallotKind::points, "points"}, {BallotKind::ranking, "ranking"}}};
constexpr WordTable<Ranking, 2> kRankings{{{Ranking::live, "live"}, {Ranking::sealed, "sealed"}}};
constexpr WordTable<Counting, 2> kCountings{{{Counting::live, "live"}, {Counting::ceremony, "ceremony"}}};
constexpr WordTable<Precedence, 3> kPrecedences{{{Precedence::first, "first"}, {Precedence::kiosk, "kiosk"}, {Precedence::last, "last"}}};
constexpr WordTable<PhaseKind, 5> kPhases{{{PhaseKind::deposit, "deposit"},
                                           {PhaseKind::completion, "completion"},
                                           {PhaseKind::analysis, "analysis"},
                                           {PhaseKind::vote, "vote"},
                                           {PhaseKind::results, "results"}}};

template <class Enum, std::size_t N>
Result<Enum> read_word(ObjectReader& reader, const std::string& name, const WordTable<Enum, N>& words)
{
    ISO_TRY(const std::string text, reader.text(name, kMaxWord));
    if (const auto value = value_of(words, text)) return *value;
    std::string known;
    for (const auto& [value, word] : words) known += (known.empty() ? "" : ", ") + std::string(word);
    return fail(Errc::refused, "\"" + text + "\" is not known here; known: " + known, reader.place(name));
}

Json write_texts(const Texts& texts)
{
    return Json(texts.by_language);
}

Result<Texts> read_texts(ObjectReader& reader, const std::string& name)
{
    ISO_TRY(const Json* object, reader.object(name));
    Texts texts;
    for (const auto& [language, text] : object->items()) {
        const bool tag = language.size() == 2 && language.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
        if (!tag) return fail(Errc::malformed, "\"" + language + "\" is not a language of two letters such as \"fr\"", reader.place(name));
        if (!text.is_string() || text.get_ref<const std::string&>().size() > kMaxText)
            return fail(Errc::malformed, "a text of at most " + std::to_string(kMaxText) + " bytes is expected", reader.place(name) + "." + language);
        texts.by_language[language] = text.get<std::string>();
    }
    if (texts.by_language.empty()) return fail(Errc::malformed, "at least one language is needed", reader.place(name));
    return texts;
}

Result<Money> read_cents(ObjectReader& reader, const std::string& name)
{
    ISO_TRY(const auto cents, reader.integer(name, 0, Money::kMax));
    return Money{cents};
}

Result<std::uint32_t> read_count(ObjectReader& reader, const std::string& name, std::int64_t most)
{
    ISO_TRY(const auto number, reader.integer(name, 0, most));
    return static_cast<std::uint32_t>(number);
}

OrderedJson write_project(const Project& project)
{
    OrderedJson json;
    json["id"] = project.id;
    json["title"] = write_texts(project.title);
    json["description"] = write_texts(project.description);
    json["cost"] = project.cost.cents;
    json["place"] = project.place;
    json["theme"] = project.theme;
    json["proposer"] = project.proposer;
    if (project.picture) json["picture"] = to_base64url(*project.picture);
    if (!project.objectives.by_language.empty()) json["objectives"] = write_texts(project.objectives);
    if (!project.beneficiaries.by_language.empty()) json["beneficiaries"] = write_texts(project.beneficiaries);
    if (project.position) {
        json["position"]["latitude"] = project.position->latitude;
        json["position"]["longitude"] = project.position->longitude;
    }
    return json;
}

Result<Position> read_position(const Json& json, const std::string& place)
{
    constexpr std::int64_t degree = kMicrodegrees;
    ObjectReader reader(json, place);
    ISO_TRY(const auto latitude, reader.integer("latitude", -90 * degree, 90 * degree));
    ISO_TRY(const auto longitude, reader.integer("longitude", -180 * degree, 180 * degree));
    ISO_CHECK(reader.finish());
    return Position{static_cast<std::int32_t>(latitude), static_cast<std::int32_t>(longitude)};
}

Result<Project> read_project(const Json& json, const std::string& place, const PictureReader& picture)
{
    ObjectReader reader(json, place);
    Project project;
    ISO_TRY(project.id, reader.text("id", kMaxProjectId));
    ISO_TRY(project.title, read_texts(reader, "title"));
    ISO_TRY(project.description, read_texts(reader, "description"));
    ISO_TRY(project.cost, read_cents(reader, "cost"));
    ISO_TRY(project.place, reader.text("place", kMaxWord));
    ISO_TRY(project.theme, reader.text("theme", kMaxWord));
    ISO_TRY(project.proposer, reader.text("proposer", kMaxWord));
    if (reader.has("picture")) {
        ISO_TRY(const std::string text, reader.text("picture", kMaxWord));
        ISO_TRY(project.picture, picture(text, reader.place("picture")));
    }
    if (reader.has("objectives")) { ISO_TRY(project.objectives, read_texts(reader, "objectives")); }
    if (reader.has("beneficiaries")) { ISO_TRY(project.beneficiaries, read_texts(reader, "beneficiaries")); }
    if (reader.has("position")) {
        ISO_TRY(const Json* position, reader.object("position"));
        ISO_TRY(project.position, read_position(*position, reader.place("position")));
    }
    ISO_CHECK(reader.finish());
    return project;
}

Result<std::vector<Phase>> read_phases(const Json& array)
{
    std::vector<Phase> phases;
    for (const Json& item : array) {
        ObjectReader reader(item, "phases[" + std::to_string(phases.size()) + "]");
        Phase phase;
        ISO_TRY(phase.kind, read_word(reader, "kind", kPhases));
        ISO_TRY(phase.from, reader.text("from", 10));
        ISO_TRY(phase.until, reader.text("until", 10));
        ISO_CHECK(reader.finish());
        phases.push_back(phase);
    }
    return phases;
}

/// Approval, the kind that most elections have, is not named: a package from before there were others reads and is written as ever.
OrderedJson write_rules(const BallotRules& rules)
{
    OrderedJson json;
    if (rules.kind != BallotKind::approval) json["kind"] = word_of(kKinds, rules.kind);
    json["min_projects"] = rules.min_projects;
    json["max_projects"] = rules.max_projects;
    if (rules.max_cost) json["max_cost"] = rules.max_cost->cents;
    if (rules.kind == BallotKind::points) {
        json["max_points"] = rules.max_points;
        json["max_sum_points"] = rules.max_sum_points;
    }
    return json;
}

Result<BallotRules> read_rules(const Json& json)
{
    ObjectReader reader(json, "ballot");
    BallotRules rules;
    if (reader.has("kind")) { ISO_TRY(rules.kind, read_word(reader, "kind", kKinds)); }
    ISO_TRY(rules.min_projects, read_count(reader, "min_projects", kMaxProjects));
    ISO_TRY(rules.max_projects, read_count(reader, "max_projects", kMaxProjects));
    if (reader.has("max_cost")) { ISO_TRY(rules.max_cost, read_cents(reader, "max_cost")); }
    // Named with another kind, check_ballot_rules says where they belong.
    const bool points = rules.kind == BallotKind::points;
    if (points || reader.has("max_points")) { ISO_TRY(rules.max_points, read_count(reader, "max_points", kMaxPoints)); }
    if (points || reader.has("max_sum_points")) { ISO_TRY(rules.max_sum_points, read_count(reader, "max_sum_points", kMaxPoints)); }
    ISO_CHECK(reader.finish());
    return rules;
}

Result<Rule> read_rule(ObjectReader& reader)
{
    Rule rule;
    ISO_TRY(rule.kind, read_word(reader, "rule", kRuleKinds));
    if (reader.has("satisfaction")) { ISO_TRY(rule.satisfaction, read_word(reader, "satisfaction", kSatisfactions)); }
    if (reader.has("completion")) { ISO_TRY(rule.completion, read_word(reader, "completion", kCompletions)); }
    if (reader.has("skip")) { ISO_TRY(rule.skip, reader.boolean("skip")); }
    return rule;
}

Result<Eligibility> read_eligibility(const Json& json)
{
    ObjectReader reader(json, "eligibility");
    Eligibility eligibility;
    ISO_TRY(eligibility.minimum_age, read_count(reader, "minimum_age", 120));
    ISO_TRY(eligibility.national_number, reader.boolean("national_number"));
    ISO_TRY(eligibility.voter_code, reader.boolean("voter_code"));
    if (reader.has("roll")) { ISO_TRY(eligibility.roll, reader.boolean("roll")); }
    ISO_CHECK(reader.finish());
    return eligibility;
}

Result<Contacts> read_contacts(const Json& json)
{
    ObjectReader reader(json, "contacts");
    Contacts contacts;
    ISO_TRY(contacts.phone, reader.text("phone", kMaxWord));
    ISO_TRY(contacts.mail, reader.text("mail", kMaxWord));
    if (reader.has("site")) { ISO_TRY(contacts.site, reader.text("site", kMaxWord)); }
    ISO_CHECK(reader.finish());
    return contacts;
}

}  // namespace

OrderedJson write_rule(const Rule& rule)
{
    OrderedJson json;
    json["rule"] = word_of(kRuleKinds, rule.kind);
    if (rule.satisfaction) json["satisfaction"] = word_of(kSatisfactions, *rule.satisfaction);
    if (rule.completion != Completion::none) json["completion"] = word_of(kCompletions, rule.completion);
    if (!rule.skip) json["skip"] = false;
    return json;
}

nlohmann::ordered_json write_definition(const Definition& definition)
{
    OrderedJson json;
    json["title"] = write_texts(definition.title);
    json["description"] = write_texts(definition.description);
    json["languages"] = definition.languages;
    json["phases"] = OrderedJson::array();
    for (const Phase& phase : definition.phases) {
        OrderedJson item;
        item["kind"] = word_of(kPhases, phase.kind);
        item["from"] = phase.from;
        item["until"] = phase.until;
        json["phases"].push_back(std::move(item));
    }
    json["envelope"] = definition.envelope.cents;
    json["ballot"] = write_rules(definition.ballot);
    json.update(write_rule(definition.rule));
    json["ties"] = word_of(kTies, definition.ties);
    json["counting"] = word_of(kCountings, definition.counting);
    json["ranking"] = word_of(kRankings, definition.ranking);
    json["precedence"] = word_of(kPrecedences, definition.precedence);
    json["batch_minimum"] = definition.batch_minimum;
    json["eligibility"]["minimum_age"] = definition.eligibility.minimum_age;
    json["eligibility"]["national_number"] = definition.eligibility.national_number;
    json["eligibility"]["voter_code"] = definition.eligibility.voter_code;
    if (definition.eligibility.roll) json["eligibility"]["roll"] = true;
    json["contacts"]["phone"] = definition.contacts.phone;
    json["contacts"]["mail"] = definition.contacts.mail;
    if (!definition.contacts.site.empty()) json["contacts"]["site"] = definition.contacts.site;
    json["projects"] = OrderedJson::array();
    for (const Project& project : definition.projects) json["projects"].push_back(write_project(project));
    return json;
}

Result<Definition> read_definition(wire::ObjectReader& reader, const PictureReader& picture)
{
    Definition definition;
    ISO_TRY(definition.title, read_texts(reader, "title"));
    ISO_TRY(definition.description, read_texts(reader, "description"));
    ISO_TRY(const Json* languages, reader.array("languages", 32));
    for (const Json& language : *languages) {
        if (!language.is_string()) return fail(Errc::malformed, "languages are texts such as \"fr\"", reader.place("languages"));
        definition.languages.push_back(language.get<std::string>());
    }
    ISO_TRY(const Json* phases, reader.array("phases", 32));
    ISO_TRY(definition.phases, read_phases(*phases));
    ISO_TRY(definition.envelope, read_cents(reader, "envelope"));
    ISO_TRY(const Json* rules, reader.object("ballot"));
    ISO_TRY(definition.ballot, read_rules(*rules));
    ISO_TRY(definition.rule, read_rule(reader));
    ISO_TRY(definition.ties, read_word(reader, "ties", kTies));
    ISO_TRY(definition.counting, read_word(reader, "counting", kCountings));
    ISO_TRY(definition.ranking, read_word(reader, "ranking", kRankings));
    ISO_TRY(definition.precedence, read_word(reader, "precedence", kPrecedences));
    ISO_TRY(definition.batch_minimum, read_count(reader, "batch_minimum", 1'000'000));
    ISO_TRY(const Json* eligibility, reader.object("eligibility"));
    ISO_TRY(definition.eligibility, read_eligibility(*eligibility));
    ISO_TRY(const Json* contacts, reader.object("contacts"));
    ISO_TRY(definition.contacts, read_contacts(*contacts));
    ISO_TRY(const Json* projects, reader.array("projects", kMaxProjects));
    for (const Json& item : *projects) {
        ISO_TRY(auto project, read_project(item, "projects[" + std::to_string(definition.projects.size()) + "]", picture));
        definition.projects.push_back(std::move(project));
    }
    ISO_CHECK(check_definition(definition));
    return definition;
}

}  // namespace isoloir::election
