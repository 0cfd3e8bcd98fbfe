#include "shared/election/pabulib_meta.hpp"

#include <algorithm>
#include <charconv>

#include "shared/base/text.hpp"
#include "shared/election/counting_rules.hpp"

namespace isoloir::election {
namespace {

/// "14.06.2017", "2017-06-14" or "2017" as ISO 8601; a year stands for its first or last day. Whether such a day exists is
/// check_definition's matter.
Result<std::string> date(const PabulibMeta& meta, const std::string& key, const std::string& day_of_a_year)
{
    const std::string text = meta.value(key);
    std::string shape = text;
    std::replace_if(
        shape.begin(), shape.end(), [](char c) { return c >= '0' && c <= '9'; }, '0');
    if (shape == "00.00.0000") return text.substr(6, 4) + "-" + text.substr(3, 2) + "-" + text.substr(0, 2);
    if (shape == "0000-00-00") return text;
    if (shape == "0000") return text + day_of_a_year;
    return fail(Errc::malformed, key + ": \"" + text.substr(0, 40) + "\" is not a date such as 14.06.2017", meta.place(key));
}

Result<std::vector<Phase>> phases(const PabulibMeta& meta)
{
    const std::string first = meta.value("date_begin").empty() ? "date_end" : "date_begin";
    const std::string last = meta.value("date_end").empty() ? "date_begin" : "date_end";
    if (meta.value(first).empty()) return std::vector<Phase>{};
    Phase vote{PhaseKind::vote, {}, {}};
    ISO_TRY(vote.from, date(meta, first, "-01-01"));
    ISO_TRY(vote.until, date(meta, last, "-12-31"));
    return std::vector{vote};
}

/// A key of our own: the format says nothing of equal sums, and two counts of one file must agree.
Result<TieBreak> ties(const PabulibMeta& meta)
{
    const std::string word = meta.value("tie_break");
    if (word.empty()) return TieBreak::project_id;
    if (const auto known = value_of(kTies, word)) return *known;
    return fail(Errc::refused, "the tie_break \"" + word.substr(0, 40) + "\" is not known here", meta.place("tie_break"));
}

std::string title(const PabulibMeta& meta)
{
    for (const char* key : {"description", "unit", "instance", "country"})
        if (!meta.value(key).empty()) return meta.value(key);
    return "Participatory budget";
}

}  // namespace

std::string PabulibMeta::value(const std::string& key) const
{
    const auto found = values.find(key);
    return found == values.end() ? std::string{} : found->second;
}

std::string PabulibMeta::place(const std::string& key) const
{
    const auto found = lines.find(key);
    return line_place(found == lines.end() ? first_line : found->second);
}

Result<Money> PabulibMeta::amount(const std::string& key) const
{
    const auto money = parse_money(value(key));
    if (!money) return fail(Errc::malformed, key + ": " + money.error().message, place(key));
    return *money;
}

Result<std::uint32_t> PabulibMeta::count(const std::string& key, std::uint32_t otherwise) const
{
    const std::string text = value(key);
    if (text.empty()) return otherwise;
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size())
        return fail(Errc::malformed, key + ": \"" + text.substr(0, 40) + "\" is not a whole number", place(key));
    return number;
}

Result<PabulibMeta> read_meta(PabulibLines& lines)
{
    ISO_CHECK(open_meta(lines));
    PabulibMeta meta;
    meta.first_line = lines.number();
    ISO_TRY(auto table, PabulibTable::open(lines, "PROJECTS", {"key", "value"}, LastCell::rest_of_line));
    const std::size_t key = *table.column("key");
    const std::size_t value = *table.column("value");
    while (true) {
        ISO_TRY(const auto row, table.next_row());
        if (!row) return meta;
        if (!meta.values.emplace((*row)[key], (*row)[value]).second)
            return fail(Errc::malformed, "\"" + (*row)[key] + "\" stands twice", line_place(table.line()));
        meta.lines[(*row)[key]] = table.line();
    }
}

Result<Definition> definition_from_meta(const PabulibMeta& meta)
{
    Definition definition;
    const std::string language = language_tag(meta);
    definition.title.by_language[language] = title(meta);
    definition.description.by_language[language] = "";
    definition.languages = {"fr", "nl", "de", "en"};
    const auto own = std::find(definition.languages.begin(), definition.languages.end(), language);
    if (own != definition.languages.end()) std::rotate(definition.languages.begin(), own, own + 1);
    ISO_TRY(definition.phases, phases(meta));
    if (meta.value("budget").empty()) return fail(Errc::malformed, "META says no budget", meta.place("budget"));
    ISO_TRY(definition.envelope, meta.amount("budget"));
    ISO_TRY(definition.ties, ties(meta));
    definition.eligibility = {0, false, true};  // the file's voters are known by its own ids alone
    return definition;
}

Status check_announced(const PabulibMeta& meta, const std::string& key, std::size_t found)
{
    ISO_TRY(const std::uint32_t announced, meta.count(key, static_cast<std::uint32_t>(found)));
    if (announced == found) return {};
    return fail(Errc::malformed, key + " says " + std::to_string(announced) + ", but the file has " + std::to_string(found), meta.place(key));
}

std::string language_tag(const PabulibMeta& meta)
{
    static const std::map<std::string, std::string> tags{{"DUTCH", "nl"},     {"ENGLISH", "en"},   {"ESTONIAN", "et"},   {"FRENCH", "fr"},
                                                         {"GERMAN", "de"},    {"HUNGARIAN", "hu"}, {"CZECH", "cs"},      {"ITALIAN", "it"},
                                                         {"NORWEGIAN", "no"}, {"POLISH", "pl"},    {"PORTUGUESE", "pt"}, {"ROMANIAN", "ro"},
                                                         {"SPANISH", "es"},   {"SWEDISH", "sv"},   {"UKRAINIAN", "uk"},  {"CATALAN", "ca"}};
    const std::string name = ascii_upper(meta.value("language"));
    if (const auto found = tags.find(name); found != tags.end()) return found->second;
    for (const auto& [known, tag] : tags)
        if (ascii_upper(tag) == name) return tag;
    return "en";
}

}  // namespace isoloir::election
