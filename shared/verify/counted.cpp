#include "shared/verify/counted.hpp"

#include <algorithm>
#include <map>

#include "shared/ballot/encoding.hpp"
#include "shared/wire/json.hpp"

namespace isoloir::verify {
namespace {

using wire::Json;

constexpr std::size_t kMaxCountedBytes = 1024 * 1024 * 1024;
constexpr std::size_t kMaxLeaves = 100'000'000;
constexpr std::size_t kMaxRounds = 2;

/// Reasons that the public finds for itself.
const std::map<std::string, Seen> kSeen{{"spoilt", Seen::spoilt}, {"opening", Seen::opening},   {"unreadable", Seen::unreadable},
                                        {"proof", Seen::proof},   {"not-open", Seen::not_open}, {"replay", Seen::replay}};

/// Whether a record that the public sees so may be excluded for that.
bool may_be_excluded(Seen seen, const std::string& reason, const election::Definition& definition)
{
    if (const auto known = kSeen.find(reason); known != kSeen.end()) return seen == known->second;
    const bool ballot = seen == Seen::ballot || seen == Seen::proof || seen == Seen::not_open || seen == Seen::replay;
    if (reason == "commitment") return ballot;  // looked at before all else, and known to whoever has the openings alone
    if (seen != Seen::ballot) return false;
    return reason == "duplicate" || (reason == "not-on-roll" && definition.eligibility.roll) ||
           (reason == "superseded" && definition.precedence != election::Precedence::first);
}

class Counted {
public:
    Counted(const election::Package& package, const PublicLog& log)
        : definition_(package.definition), log_(log), width_(2 * ballot::block_count(package.definition)), listed_(log.records.size())
    {
    }

    Status read(const Json& json)
    {
        wire::ObjectReader reader(json, "counted");
        ISO_TRY(const Json* counted, reader.array("rounds", kMaxRounds));
        ISO_TRY(const Json* left_out, reader.array("excluded", kMaxLeaves));
        ISO_CHECK(reader.finish());
        for (const Json& round : *counted) ISO_CHECK(read_round(round));
        ISO_CHECK(check_division());
        std::int64_t last = -1;
        for (const Json& one : *left_out) ISO_CHECK(read_excluded(one, last));
        for (std::size_t leaf = 0; leaf < listed_.size(); ++leaf)
            if (!listed_[leaf] && log_.records[leaf].seen != Seen::event) return fail(Errc::forged, "neither counted nor excluded", name(leaf));
        return {};
    }
    CountedList list;

private:
    static std::string name(std::size_t leaf) { return "leaf " + std::to_string(leaf); }

    /// @param last  the leaf before it in its list
    Result<std::size_t> take(const Json& number, std::int64_t& last)
    {
        if (!number.is_number_integer()) return fail(Errc::forged, "a leaf is a whole number");
        const auto leaf = number.get<std::int64_t>();
        if (leaf <= last) return fail(Errc::forged, "leaves must rise", name(static_cast<std::size_t>(std::max<std::int64_t>(leaf, 0))));
        last = leaf;
        const auto index = static_cast<std::size_t>(leaf);
        if (index >= listed_.size()) return fail(Errc::forged, "the log has no such leaf", name(index));
        if (listed_[index]) return fail(Errc::forged, "it is listed twice", name(index));
        listed_[index] = true;
        return index;
    }

    Status read_round(const Json& json)
    {
        wire::ObjectReader reader(json, "rounds[" + std::to_string(list.rounds.size()) + "]");
        ISO_TRY(const std::string channel, reader.text("channel", 10));
        ISO_TRY(const Json* leaves, reader.array("leaves", kMaxLeaves));
        ISO_CHECK(reader.finish());
        RoundInput round;
        if (channel == "halls") round.of = RoundOf::halls;
        else if (channel == "online") round.of = RoundOf::online;
        else if (channel != "all") return fail(Errc::forged, "there is no such channel", reader.place("channel"));
        std::vector<std::size_t> ballots;
        std::int64_t last = -1;
        for (const Json& number : *leaves) {
            ISO_TRY(const std::size_t leaf, take(number, last));
            const LoggedRecord& record = log_.records[leaf];
            if (record.seen != Seen::ballot) return fail(Errc::forged, "what is counted is no ballot that the public finds sound", name(leaf));
            if (round.of != RoundOf::all && record.online != (round.of == RoundOf::online))
                return fail(Errc::forged, "it came through another channel", name(leaf));
            ballots.push_back(record.at);
            ++list.channels[*record.channel].accepted;
        }
        if (ballots.empty()) return fail(Errc::forged, "a round without ballots", reader.place("leaves"));
        round.ballots = ballots.size();
        const auto begin = log_.ciphertexts.begin();
        const auto of = [&](std::size_t at) { return begin + static_cast<std::ptrdiff_t>(at); };
        const auto width = static_cast<std::ptrdiff_t>(width_);
        std::sort(ballots.begin(), ballots.end(),
                  [&](std::size_t a, std::size_t b) { return std::lexicographical_compare(of(a), of(a) + width, of(b), of(b) + width); });
        round.ciphertexts.reserve(ballots.size() * width_);
        for (const std::size_t at : ballots) round.ciphertexts.insert(round.ciphertexts.end(), of(at), of(at) + width);
        list.rounds.push_back(std::move(round));
        return {};
    }

    /// PROTOCOL.md 11.2, as far as the log tells it: where live rounds ended does not stand in it.
    Status check_division() const
    {
        std::size_t halls = 0;
        std::size_t online = 0;
        for (std::size_t leaf = 0; leaf < listed_.size(); ++leaf)
            if (listed_[leaf]) ++(log_.records[leaf].online ? online : halls);
        std::vector<RoundOf> apart;
        if (halls > 0) apart.push_back(RoundOf::halls);
        if (online > 0) apart.push_back(RoundOf::online);
        std::vector<RoundOf> said;
        for (const RoundInput& round : list.rounds) said.push_back(round.of);
        const std::size_t fewest = std::min(halls, online);
        const bool may_apart = fewest == 0 || fewest >= std::max<std::size_t>(definition_.batch_minimum, 2);
        const bool may_together = !may_apart || definition_.ranking == election::Ranking::live;
        if (said == apart ? may_apart : said == std::vector{RoundOf::all} && may_together) return {};
        return fail(Errc::forged, "the rounds are not those of " + std::to_string(halls) + " ballots of halls and " + std::to_string(online) + " online",
                    "rounds");
    }

    Status read_excluded(const Json& json, std::int64_t& last)
    {
        wire::ObjectReader reader(json, "excluded");
        ISO_TRY(const std::int64_t number, reader.integer("leaf", 0, static_cast<std::int64_t>(kMaxLeaves)));
        ISO_TRY(const std::string reason, reader.text("reason", 40));
        ISO_CHECK(reader.finish());
        ISO_TRY(const std::size_t leaf, take(number, last));
        if (!may_be_excluded(log_.records[leaf].seen, reason, definition_)) return fail(Errc::forged, "it is not excluded for \"" + reason + "\"", name(leaf));
        ++list.excluded[reason];
        ChannelTally& tally = list.channels[*log_.records[leaf].channel];
        if (reason == "duplicate" || reason == "superseded") ++tally.duplicates;
        if (reason == "spoilt") ++tally.spoilt;
        if (reason == "opening") ++tally.false_openings;
        return {};
    }

    const election::Definition& definition_;
    const PublicLog& log_;
    const std::size_t width_;  // encodings of a ballot
    std::vector<bool> listed_;
};

}  // namespace

std::optional<CountedList> read_counted(BundleFolder& folder, const election::Package& package, const PublicLog& log, Checks& checks)
{
    Counted counted(package, log);
    const auto read = [&]() -> Status {
        ISO_TRY(const std::string text, folder.text("counted.json", kMaxCountedBytes));
        ISO_TRY(const Json json, wire::parse_json(text));
        return counted.read(json);
    };
    std::size_t ballots = 0;
    const Status status = read();
    for (const RoundInput& round : counted.list.rounds) ballots += round.ballots;
    std::string seen = std::to_string(ballots) + " ballots are counted";
    for (const auto& [reason, number] : counted.list.excluded) seen += ", " + std::to_string(number) + " excluded as " + reason;
    if (!checks.note("counted", status, seen)) return std::nullopt;
    return std::move(counted.list);
}

}  // namespace isoloir::verify
