#include "shared/verify/outcome.hpp"

#include <algorithm>

#include "shared/ballot/encoding.hpp"
#include "shared/count/rule.hpp"
#include "shared/count/sums.hpp"
#include "shared/election/pabulib_write.hpp"
#include "shared/election/selection.hpp"
#include "shared/verify/outcome_json.hpp"
#include "shared/verify/report.hpp"
#include "shared/wire/json.hpp"
#include "shared/wire/jws.hpp"

namespace isoloir::verify {
namespace {

using election::Mark;
using wire::Json;
using Marks = std::vector<Mark>;

constexpr std::size_t kMaxInvalidBytes = 256 * 1024 * 1024;
constexpr std::size_t kMaxResultBytes = 16 * 1024 * 1024;

bool earlier(const Mark& a, const Mark& b)
{
    return std::pair(a.project, a.points) < std::pair(b.project, b.points);
}

bool goes_before(const Marks& a, const Marks& b)
{
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), earlier);
}

const char* method_of(RoundOf of)
{
    switch (of) {
        case RoundOf::all: return "";
        case RoundOf::halls: return "paper";
        case RoundOf::online: return "internet";
    }
    return "";
}

/// What a round's ballots say.
struct Said {
    std::vector<Marks> readable;  // sorted; also those that break the rules
    count::Sums sums;
    Json invalid = Json::array();
};

Json elements_json(std::span<const crypto::Element> elements)
{
    Json json = Json::array();
    for (const crypto::Element& element : elements) json.push_back(to_base64url(element.bytes()));
    return json;
}

Said read_round(const election::Definition& definition, const Round& round)
{
    const std::size_t blocks = ballot::block_count(definition);
    Said said;
    std::vector<std::pair<std::vector<crypto::Element>, const char*>> invalid;
    std::uint64_t unreadable = 0;
    for (std::size_t i = 0; i < round.opened().size(); i += blocks) {
        const auto begin = round.opened().begin() + static_cast<std::ptrdiff_t>(i);
        const std::vector<crypto::Element> elements(begin, begin + static_cast<std::ptrdiff_t>(blocks));
        auto marks = ballot::decode(definition, elements);
        if (!marks) {
            ++unreadable;
            invalid.emplace_back(elements, "unreadable");
            continue;
        }
        if (!election::Selection::make(definition, *marks)) invalid.emplace_back(elements, "rules");
        said.readable.push_back(*std::move(marks));
    }
    std::sort(said.readable.begin(), said.readable.end(), goes_before);
    std::sort(invalid.begin(), invalid.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [elements, reason] : invalid)
        said.invalid.push_back({{"round", round.number()}, {"elements", elements_json(elements)}, {"reason", reason}});
    said.sums = count::sum_up(definition, said.readable);
    said.sums.invalid += unreadable;
    return said;
}

Json sums_json(const count::Sums& sums, const election::Definition& definition)
{
    Json json{{"ballots", sums.ballots}, {"invalid", sums.invalid}, {"votes", Json::object()}};
    for (std::size_t i = 0; i < definition.projects.size(); ++i) json["votes"][definition.projects[i].id] = sums.votes[i];
    return json;
}

class Outcome {
public:
    Outcome(BundleFolder& folder, const Found& found)
        : folder_(folder), found_(found), definition_(found.package.definition), total_(count::sum_up(definition_, {}))
    {
        for (const Round& round : found.rounds) {
            said_.push_back(read_round(definition_, round));
            total_ += said_.back().sums;
        }
        outcome_ = counted();
        expected_ballots_ = ballots_file();
    }

    /// Whole and to the byte: whoever counts the file again counts what was opened.
    Status plaintexts()
    {
        ISO_TRY(const std::string text, folder_.text("invalid.json", kMaxInvalidBytes));
        ISO_TRY(const Json json, wire::parse_json(text));
        Json expected = Json::array();
        for (const Said& said : said_)
            for (const Json& one : said.invalid) expected.push_back(one);
        if (json != expected) return fail(Errc::forged, "it does not list the ballots that are invalid", "invalid.json");
        ISO_TRY(ballots_, folder_.text("ballots.pb", election::kMaxPabulibBytes));
        if (votes_of(ballots_) != votes_of(expected_ballots_)) return fail(Errc::forged, "its votes are not those that were opened", "ballots.pb");
        return {};
    }

    Status read_result()
    {
        ISO_TRY(const std::string jws, folder_.text("result.jws", kMaxResultBytes));
        ISO_TRY(const std::string payload, wire::open_envelope(jws, wire::Kind::result, kMaxResultBytes, found_.package.keys.authority));
        ISO_TRY(result_, wire::parse_json(payload));
        return {};
    }

    Status tally() const
    {
        if (result_.value("outcome", Json()) != Json(outcome_json(outcome_, definition_)))
            return fail(Errc::forged, "the ballots give another outcome", "outcome");
        if (result_.value("channels", Json()) != channels()) return fail(Errc::forged, "halls and online add up to something else", "channels");
        if (without_comment(ballots_) != without_comment(expected_ballots_))
            return fail(Errc::forged, "it says of the election, its projects or what was funded something else than follows", "ballots.pb");
        return {};
    }

    Status result()
    {
        wire::ObjectReader reader(result_, "");
        ISO_TRY(const auto election, reader.bytes<32>("election"));
        if (election != found_.package.id) return fail(Errc::forged, "it is of another election", "election");
        ISO_CHECK(reader.object("outcome").map([](const Json*) {}));
        if (reader.has("channels")) ISO_CHECK(reader.object("channels").map([](const Json*) {}));
        ISO_TRY(const Json* report, reader.object("report"));
        ISO_CHECK(check_report(*report, found_.counted));
        ISO_TRY(const std::string checkpoint, reader.text("checkpoint", 4096));
        if (checkpoint != found_.checkpoint) return fail(Errc::forged, "it is of another log", "checkpoint");
        ISO_TRY(const Json* files, reader.object("files"));
        ISO_CHECK(reader.finish());
        wire::ObjectReader hashes(*files, "files");
        for (const char* name : {"counted.json", "ballots.pb", "invalid.json"}) {
            ISO_TRY(const auto hash, hashes.bytes<32>(name));
            ISO_TRY(const std::string text, folder_.text(name, election::kMaxPabulibBytes * 4));
            if (crypto::sha256(bytes_of(text)) != hash) return fail(Errc::forged, "it is another file than the one that was signed for", name);
        }
        return hashes.finish();
    }

    std::string seen() const { return std::to_string(total_.ballots) + " valid ballots, " + std::to_string(total_.invalid) + " invalid"; }

private:
    count::Outcome counted() const
    {
        std::vector<Marks> ballots;
        for (const Said& said : said_) ballots.insert(ballots.end(), said.readable.begin(), said.readable.end());
        count::Outcome outcome = count::tally(definition_, ballots);
        outcome.invalid = total_.invalid;
        return outcome;
    }

    /// Of the channels, where they were counted apart; else null.
    Json channels() const
    {
        Json json;
        for (std::size_t i = 0; i < said_.size(); ++i) {
            if (found_.rounds[i].of() == RoundOf::all) return {};
            json[found_.rounds[i].of() == RoundOf::halls ? "in_halls" : "online"] = sums_json(said_[i].sums, definition_);
        }
        for (const char* channel : {"in_halls", "online"})
            if (!json.contains(channel)) json[channel] = sums_json(count::sum_up(definition_, {}), definition_);
        return json;
    }

    /// ballots.pb as it must be.
    std::string ballots_file() const
    {
        election::PabulibFile file;
        file.definition = definition_;
        for (std::size_t i = 0; i < said_.size(); ++i) {
            for (const Marks& marks : said_[i].readable) file.votes.push_back({std::to_string(file.votes.size() + 1), marks, method_of(found_.rounds[i].of())});
        }
        std::vector<election::PabulibCounted> counted(definition_.projects.size());
        for (const auto& ranked : outcome_.ranking) counted[ranked.project] = {ranked.votes, ranked.verdict == count::Verdict::funded};
        return election::write_pabulib(file, counted);
    }
    /// META's comment is a note to the reader, of which nothing follows.
    static std::string without_comment(std::string file)
    {
        const std::size_t at = file.find("\ncomment;");
        if (at < file.find("\nPROJECTS\n")) file.erase(at, file.find('\n', at + 1) - at);
        return file;
    }
    static std::string_view votes_of(std::string_view file) { return file.substr(std::min(file.size(), file.find("\nVOTES\n"))); }

    BundleFolder& folder_;
    const Found& found_;
    const election::Definition& definition_;
    std::vector<Said> said_;
    count::Sums total_;
    count::Outcome outcome_;
    std::string expected_ballots_;
    std::string ballots_;
    Json result_;
};

}  // namespace

bool check_outcome(BundleFolder& folder, const Found& found, Checks& checks)
{
    Outcome outcome(folder, found);
    bool passed = checks.note("plaintexts", outcome.plaintexts(), outcome.seen());
    if (const Status read = outcome.read_result(); !read) return checks.note("result", read, "");
    passed = checks.note("tally", outcome.tally(), "counted again, they give the same outcome") && passed;
    return checks.note("result", outcome.result(), "signed by the authority, over these very files") && passed;
}

}  // namespace isoloir::verify
