#include "sync-server/trustee/show.hpp"

#include <algorithm>
#include <ostream>

#include <nlohmann/json.hpp>

#include "shared/base/encoding.hpp"
#include "shared/base/text.hpp"

namespace isoloir::trustee {
namespace {

using Json = nlohmann::ordered_json;

const char* name_of(proof::Stage stage)
{
    switch (stage) {
        case proof::Stage::commit: return "commit";
        case proof::Stage::reveal: return "reveal";
        case proof::Stage::confirm: return "confirm";
        case proof::Stage::finished: return "finished";
        case proof::Stage::ended: break;
    }
    return "ended";
}

/// "confirm" or "complaint"; empty while neither is there.
std::string answer_of(const proof::Verdict& verdict, std::size_t i)
{
    if (!verdict.answers[i]) return {};
    return std::holds_alternative<proof::Confirm>(verdict.answers[i]->message) ? "confirm" : "complaint";
}

std::string listed(const proof::Ceremony& ceremony, const std::vector<std::uint64_t>& trustees)
{
    std::string text;
    for (const auto trustee : trustees) text += (text.empty() ? "" : ", ") + ceremony.called(trustee);
    return text;
}

/// Who is shown to have cheated, each once.
std::vector<std::uint64_t> cheats_in(const proof::Verdict& verdict)
{
    std::vector<std::uint64_t> cheats;
    for (const auto& fault : verdict.faults)
        if (fault.proven) cheats.push_back(fault.trustee);
    std::sort(cheats.begin(), cheats.end());
    cheats.erase(std::unique(cheats.begin(), cheats.end()), cheats.end());
    return cheats;
}

}  // namespace

std::string fingerprint(ByteSpan bytes)
{
    return in_groups(to_hex(bytes));
}

void show_trustees(const proof::Ceremony& ceremony, std::ostream& out)
{
    out << "Ceremony " << in_groups(to_hex(ByteSpan(ceremony.id).first(8))) << ": " << ceremony.trustees.size() << " trustees, any " << ceremony.threshold
        << " of whom can open the urn together.\n";
    for (std::size_t i = 0; i < ceremony.trustees.size(); ++i)
        out << "  " << i + 1 << ". " << ceremony.trustees[i].name << "\n     " << fingerprint(ceremony.trustees[i].key) << '\n';
}

bool show_faults(const proof::Ceremony& ceremony, const proof::Verdict& verdict, std::ostream& out)
{
    for (const auto& fault : verdict.faults)
        out << (fault.proven ? "WRONG: " : "Left aside: ") << as_plain_line(fault.file) << ": "
            << (fault.trustee == 0 ? "this file" : ceremony.called(fault.trustee)) << " " << fault.what << ".\n";
    return !verdict.faults.empty();
}

void show_advice(const proof::Ceremony& ceremony, const proof::Verdict& verdict, std::ostream& out)
{
    if (verdict.stage == proof::Stage::finished) {
        out << "The key is made. Its fingerprint, which all trustees and the election's package must show:\n  " << fingerprint(verdict.key->key().bytes())
            << "\nNext: give trustees.json to the election authority, and print a paper backup of each share (`isoloir-trustee backup`).\n";
        return;
    }
    if (verdict.stage == proof::Stage::ended) {
        out << "This ceremony has ended, and its key must never be used. What is wrong is signed by: " << listed(ceremony, cheats_in(verdict))
            << ".\nNext: keep this folder as evidence, find out what happened, and start anew in another folder (`isoloir-trustee convene`)\n"
               "with the cards of those whom all still trust; as many as must open have to be left.\n";
        return;
    }
    out << "Round " << name_of(verdict.stage) << ". Awaited: " << listed(ceremony, verdict.awaited) << ".\n"
        << "Next: they run `isoloir-trustee ceremony FOLDER EXCHANGE` on their machines, on this folder with all its files; then everybody again.\n"
           "Waiting loses nothing. If somebody will not come, start anew without them in another folder (`isoloir-trustee convene`): all who\n"
           "are listed must take part in making a key, and "
        << ceremony.threshold << " of them in opening.\n";
}

void show_verdict(const proof::Ceremony& ceremony, const proof::Verdict& verdict, std::ostream& out)
{
    show_trustees(ceremony, out);
    out << '\n';
    for (std::size_t i = 0; i < ceremony.trustees.size(); ++i) {
        const std::string answer = answer_of(verdict, i);
        out << "  " << i + 1 << ". commit " << (verdict.commits[i] ? "yes" : "-") << ", reveal " << (verdict.reveals[i] ? "yes" : "-") << ", "
            << (answer == "complaint" ? "complaint"
                : answer.empty()      ? "confirm -"
                                      : "confirm yes")
            << '\n';
    }
    out << '\n';
    if (show_faults(ceremony, verdict, out)) out << '\n';
    show_advice(ceremony, verdict, out);
}

void show_verdict_json(const proof::Ceremony& ceremony, const proof::Verdict& verdict, std::ostream& out)
{
    Json json;
    json["ceremony"] = to_hex(ceremony.id);
    json["threshold"] = ceremony.threshold;
    json["stage"] = name_of(verdict.stage);
    for (std::size_t i = 0; i < ceremony.trustees.size(); ++i) {
        const std::string answer = answer_of(verdict, i);
        json["trustees"].push_back({{"number", i + 1},
                                    {"name", ceremony.trustees[i].name},
                                    {"key", to_hex(ceremony.trustees[i].key)},
                                    {"commit", verdict.commits[i].has_value()},
                                    {"reveal", verdict.reveals[i].has_value()},
                                    {"answer", answer.empty() ? Json(nullptr) : Json(answer)}});
    }
    json["awaited"] = verdict.awaited;
    json["faults"] = Json::array();
    for (const auto& fault : verdict.faults)
        json["faults"].push_back({{"trustee", fault.trustee == 0 ? Json(nullptr) : Json(fault.trustee)},
                                  {"file", as_plain_line(fault.file)},
                                  {"what", as_plain_line(fault.what)},
                                  {"proven", fault.proven}});
    json["key"] = verdict.key ? Json(to_hex(verdict.key->key().bytes())) : Json(nullptr);
    json["transcript"] = verdict.key ? Json(to_hex(verdict.key->transcript)) : Json(nullptr);
    out << json.dump() << '\n';
}

}  // namespace isoloir::trustee
