#include <algorithm>
#include <set>

#include "shared/base/text.hpp"
#include "shared/election/ballot_rules.hpp"
#include "shared/election/counting_rules.hpp"
#include "shared/election/date.hpp"
#include "shared/election/package.hpp"

namespace isoloir::election {
namespace {

/// Sums what it has seen, so that a package cannot outgrow its bound by many texts that are each allowed.
class TextCheck {
public:
    Status text(const std::string& text, std::size_t most, const std::string& place)
    {
        all_ += text.size();
        if (text.size() > most) return fail(Errc::malformed, "longer than " + std::to_string(most) + " bytes", place);
        if (all_ > kMaxAllTexts) return fail(Errc::malformed, "all texts together are longer than " + std::to_string(kMaxAllTexts) + " bytes", place);
        const auto control = [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7F; };
        if (std::any_of(text.begin(), text.end(), control)) return fail(Errc::malformed, "holds a control character", place);
        return {};
    }

    Status texts(const Texts& texts, const std::string& place)
    {
        if (texts.by_language.empty()) return fail(Errc::malformed, "at least one language is needed", place);
        return optional_texts(texts, place);
    }

    Status optional_texts(const Texts& texts, const std::string& place)
    {
        for (const auto& [language, words] : texts.by_language) ISO_CHECK(text(words, kMaxText, place));
        return {};
    }

    Status title(const Texts& title, const std::string& place)
    {
        for (const auto& [language, words] : title.by_language)
            if (words.empty()) return fail(Errc::malformed, "is empty in the language \"" + language + "\"", place);
        return texts(title, place);
    }

private:
    std::size_t all_{0};
};

/// A host alone: what stands before or behind it is added where a link is made.
Status check_site(const std::string& site)
{
    const auto of_a_host = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-' || c == ':' || c == '[' || c == ']';
    };
    if (std::all_of(site.begin(), site.end(), of_a_host)) return {};
    return fail(Errc::malformed, "is a host such as \"vote.example.org\", without https:// and path", "contacts.site");
}

Status check_languages(const std::vector<std::string>& languages)
{
    static const std::set<std::string> known{"fr", "nl", "de", "en"};
    if (languages.empty()) return fail(Errc::malformed, "at least one is needed", "languages");
    std::set<std::string> seen;
    for (const std::string& language : languages) {
        if (!known.contains(language))
            return fail(Errc::refused, "the interface speaks fr, nl, de and en, not \"" + language.substr(0, 16) + "\"", "languages");
        if (!seen.insert(language).second) return fail(Errc::malformed, "\"" + language + "\" stands twice", "languages");
    }
    return {};
}

Status check_phases(const std::vector<Phase>& phases)
{
    for (std::size_t i = 0; i < phases.size(); ++i) {
        const Phase& phase = phases[i];
        const std::string place = "phases[" + std::to_string(i) + "]";
        if (!day_of(phase.from) || !day_of(phase.until)) return fail(Errc::malformed, "dates of the calendar are expected, written 2022-03-01", place);
        if (phase.from > phase.until) return fail(Errc::malformed, "ends before it begins", place);
        if (i > 0 && phase.kind <= phases[i - 1].kind) return fail(Errc::malformed, "phases stand in their order, each once", place);
        if (i > 0 && phase.from < phases[i - 1].from) return fail(Errc::malformed, "begins before the phase ahead of it", place);
    }
    return {};
}

bool is_on_earth(const Position& position)
{
    const auto lies_within = [](std::int32_t value, std::int32_t degrees) { return value >= -degrees * kMicrodegrees && value <= degrees * kMicrodegrees; };
    return lies_within(position.latitude, 90) && lies_within(position.longitude, 180);
}

Status check_project(const Project& project, const std::string& place, TextCheck& check)
{
    if (project.id.empty()) return fail(Errc::malformed, "is empty", place + ".id");
    // A list of ids is joined by commas and its row by semicolons wherever ballots are written.
    if (project.id.find_first_of(",;\"\n") != std::string::npos || trimmed(project.id) != project.id)
        return fail(Errc::malformed, "an id holds no comma, semicolon or quote, and no space at its ends", place + ".id");
    ISO_CHECK(check.text(project.id, kMaxProjectId, place + ".id"));
    ISO_CHECK(check.title(project.title, place + ".title"));
    ISO_CHECK(check.texts(project.description, place + ".description"));
    ISO_CHECK(check.optional_texts(project.objectives, place + ".objectives"));
    ISO_CHECK(check.optional_texts(project.beneficiaries, place + ".beneficiaries"));
    if (project.position && !is_on_earth(*project.position))
        return fail(Errc::malformed, "a latitude lies between -90 and 90 degrees, a longitude between -180 and 180", place + ".position");
    if (project.cost.cents <= 0 || project.cost.cents > Money::kMax) return fail(Errc::malformed, "must be more than zero", place + ".cost");
    ISO_CHECK(check.text(project.place, kMaxWord, place + ".place"));
    ISO_CHECK(check.text(project.theme, kMaxWord, place + ".theme"));
    return check.text(project.proposer, kMaxWord, place + ".proposer");
}

Status check_projects(const std::vector<Project>& projects, TextCheck& check)
{
    if (projects.empty()) return fail(Errc::malformed, "at least one is needed", "projects");
    if (projects.size() > kMaxProjects) return fail(Errc::malformed, "at most " + std::to_string(kMaxProjects) + " fit on a ballot", "projects");
    std::set<std::string> ids;
    for (std::size_t i = 0; i < projects.size(); ++i) {
        const std::string place = "projects[" + std::to_string(i) + "]";
        ISO_CHECK(check_project(projects[i], place, check));
        if (!ids.insert(projects[i].id).second) return fail(Errc::malformed, "\"" + projects[i].id + "\" names two projects", place + ".id");
    }
    return {};
}

}  // namespace

const std::string& Texts::in(const std::string& language) const
{
    static const std::string none;
    if (by_language.empty()) return none;
    const auto found = by_language.find(language);
    return found != by_language.end() ? found->second : by_language.begin()->second;
}

Status check_definition(const Definition& definition)
{
    TextCheck check;
    ISO_CHECK(check.title(definition.title, "title"));
    ISO_CHECK(check.texts(definition.description, "description"));
    ISO_CHECK(check_languages(definition.languages));
    ISO_CHECK(check_phases(definition.phases));
    if (definition.envelope.cents <= 0) return fail(Errc::malformed, "must be more than zero", "envelope");
    if (definition.counting == Counting::ceremony && definition.ranking == Ranking::live)
        return fail(Errc::refused, "trustees open ballots after the close alone, so the ranking must be \"sealed\"", "ranking");
    if (definition.ranking == Ranking::live && definition.precedence != Precedence::first)
        return fail(Errc::refused, "a live ranking opens ballots while the vote goes on, so a later one cannot count in their stead: it must be \"first\"",
                    "precedence");
    if (definition.batch_minimum == 0) return fail(Errc::malformed, "must be at least 1", "batch_minimum");
    if (!definition.eligibility.national_number && !definition.eligibility.voter_code)
        return fail(Errc::malformed, "voters need a national number or a voter code", "eligibility");
    ISO_CHECK(check.text(definition.contacts.phone, kMaxWord, "contacts.phone"));
    ISO_CHECK(check.text(definition.contacts.mail, kMaxWord, "contacts.mail"));
    ISO_CHECK(check.text(definition.contacts.site, kMaxWord, "contacts.site"));
    ISO_CHECK(check_site(definition.contacts.site));
    ISO_CHECK(check_projects(definition.projects, check));
    ISO_CHECK(check_ballot_rules(definition));
    return check_rule(definition);
}

}  // namespace isoloir::election
