#include "shared/election/pabulib_rules.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "shared/election/counting_rules.hpp"

namespace isoloir::election {
namespace {

constexpr std::array kKinds{BallotKind::approval, BallotKind::points, BallotKind::ranking};

/// The format's words, and words of its kind for what it has none for.
const std::array<std::pair<const char*, Rule>, 9> kRules{{{"greedy", {RuleKind::greedy}},
                                                          {"greedy-no-skip", {RuleKind::greedy, {}, Completion::none, false}},
                                                          {"greedy-per-cost", {RuleKind::greedy_per_cost}},
                                                          {"greedy-per-cost-no-skip", {RuleKind::greedy_per_cost, {}, Completion::none, false}},
                                                          {"equalshares", {RuleKind::equal_shares}},
                                                          {"equalshares/add1", {RuleKind::equal_shares, {}, Completion::add1}},
                                                          {"equalshares/add1-greedy", {RuleKind::equal_shares, {}, Completion::add1_greedy}},
                                                          {"equalshares/greedy", {RuleKind::equal_shares, {}, Completion::greedy}},
                                                          {"phragmen", {RuleKind::phragmen}}}};

/// @param met  so much every ballot has anyway
Status check_least(const PabulibMeta& meta, const std::string& key, std::uint32_t met)
{
    ISO_TRY(const std::uint32_t least, meta.count(key, 0));
    if (least <= met) return {};
    return fail(Errc::refused, key + ": a least number of points above " + std::to_string(met) + " is not supported here", meta.place(key));
}

Status read_points(const PabulibMeta& meta, BallotRules& rules)
{
    ISO_CHECK(check_least(meta, "min_points", 1));
    ISO_TRY(const std::uint32_t least, meta.count("min_sum_points", 0));
    // One point at least is one project at least.
    if (least == 1) rules.min_projects = std::max(rules.min_projects, 1U);
    ISO_CHECK(check_least(meta, "min_sum_points", rules.min_projects));
    ISO_TRY(const std::uint32_t for_one, meta.count("max_points", 0));
    ISO_TRY(const std::uint32_t for_all, meta.count("max_sum_points", 0));
    if (for_one == 0 && for_all == 0)
        return fail(Errc::malformed, "a cumulative vote needs max_points or max_sum_points, above 0", meta.place("max_sum_points"));
    const std::uint64_t together = std::uint64_t{for_one} * rules.max_projects;
    rules.max_sum_points = for_all != 0 ? for_all : static_cast<std::uint32_t>(std::min<std::uint64_t>(together, UINT32_MAX));
    rules.max_points = for_one != 0 ? std::min(for_one, rules.max_sum_points) : rules.max_sum_points;
    return {};
}

}  // namespace

Result<BallotKind> ballot_kind_from_meta(const PabulibMeta& meta)
{
    const std::string type = meta.value("vote_type");
    if (type.empty()) return fail(Errc::malformed, "META says no vote_type", meta.place("vote_type"));
    for (const BallotKind kind : kKinds)
        if (type == vote_type_of(kind)) return kind;
    if (type == "scoring")
        return fail(Errc::refused, "the vote type \"scoring\" is not supported: a ballot here knows no negative scores and no default_score",
                    meta.place("vote_type"));
    return fail(Errc::refused, "the vote type \"" + type.substr(0, 40) + "\" is not supported; \"approval\", \"cumulative\" and \"ordinal\" are",
                meta.place("vote_type"));
}

Result<BallotRules> ballot_rules_from_meta(const PabulibMeta& meta, std::size_t projects)
{
    BallotRules rules;
    ISO_TRY(rules.kind, ballot_kind_from_meta(meta));
    if (!meta.value("min_sum_cost").empty()) {
        ISO_TRY(const Money least, meta.amount("min_sum_cost"));
        if (least.cents > 0) return fail(Errc::refused, "a least cost of a ballot (min_sum_cost) is not supported yet", meta.place("min_sum_cost"));
    }
    ISO_TRY(rules.min_projects, meta.count("min_length", 0));
    ISO_TRY(rules.max_projects, meta.count("max_length", kMaxProjects));
    rules.max_projects = std::min(rules.max_projects, static_cast<std::uint32_t>(projects));
    if (!meta.value("max_sum_cost").empty()) { ISO_TRY(rules.max_cost, meta.amount("max_sum_cost")); }
    if (rules.kind == BallotKind::points) ISO_CHECK(read_points(meta, rules));
    return rules;
}

Result<Rule> rule_from_meta(const PabulibMeta& meta)
{
    Rule rule;
    for (const auto& [word, known] : kRules)
        if (meta.value("rule") == word) rule = known;
    const std::string satisfaction = meta.value("satisfaction");
    if (satisfaction.empty()) return rule;
    rule.satisfaction = value_of(kSatisfactions, satisfaction);
    if (rule.satisfaction) return rule;
    return fail(Errc::refused, "the satisfaction \"" + satisfaction.substr(0, 40) + "\" is not known here", meta.place("satisfaction"));
}

const char* vote_type_of(BallotKind kind)
{
    switch (kind) {
        case BallotKind::approval: break;
        case BallotKind::points: return "cumulative";
        case BallotKind::ranking: return "ordinal";
    }
    return "approval";
}

std::string pabulib_word_of(const Rule& rule)
{
    for (const auto& [word, known] : kRules)
        if (known.kind == rule.kind && known.completion == rule.completion && known.skip == rule.skip) return word;
    return "unknown";
}

}  // namespace isoloir::election
