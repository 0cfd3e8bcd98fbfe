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

/// What the public can hold a reason against; nothing for those that only openings show.
const std::map<std::string, std::optional<Seen>> kReasons{
    {"spoilt", Seen::spoilt}, {"opening", Seen::opening},   {"unreadable", Seen::unreadable}, {"proof", Seen::proof},       {"not-open", Seen::not_open},
    {"replay", Seen::replay}, {"commitment", std::nullopt}, {"duplicate", std::nullopt},      {"superseded", std::nullopt}, {"not-on-roll", std::nullopt},
};

class Counted {
public:
    Counted(const election::Package& package, const PublicLog& log)
        : log_(log), width_(2 * ballot::block_count(package.definition)), listed_(log.records.size())
    {
    }

    Status read(const Json& json)
    {
        wire::ObjectReader reader(json, "counted");
        ISO_TRY(const Json* counted, reader.array("rounds", kMaxRounds));
        ISO_TRY(const Json* left_out, reader.array("excluded", kMaxLeaves));
        ISO_CHECK(reader.finish());
        for (const Json& round : *counted) ISO_CHECK(read_round(round));
        ISO_CHECK(check_channels());
        std::int64_t last = -1;
        for (const Json& one : *left_out) ISO_CHECK(read_excluded(one, last));
        for (std::size_t leaf = 0; leaf < listed_.size(); ++leaf)
            if (!listed_[leaf] && log_.records[leaf].seen != Seen::event) return fail(Errc::forged, "neither counted nor excluded", name(leaf));
        return {};
    }
    std::vector<RoundInput> rounds;
    std::map<std::string, std::uint64_t> excluded;  // by reason

private:
    static std::string name(std::size_t leaf) { return "leaf " + std::to_string(leaf); }

    /// @param last  the leaf before it in its list
    Result<std::size_t> list(const Json& number, std::int64_t& last)
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
        wire::ObjectReader reader(json, "rounds[" + std::to_string(rounds.size()) + "]");
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
            ISO_TRY(const std::size_t leaf, list(number, last));
            const LoggedRecord& record = log_.records[leaf];
            if (record.seen != Seen::ballot) return fail(Errc::forged, "what is counted is no ballot that the public finds sound", name(leaf));
            if (round.of != RoundOf::all && record.online != (round.of == RoundOf::online))
                return fail(Errc::forged, "it came through another channel", name(leaf));
            ballots.push_back(record.at);
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
        rounds.push_back(std::move(round));
        return {};
    }

    /// One of all, or one of the halls and then one online.
    Status check_channels() const
    {
        if (rounds.size() < 2) return {};
        if (rounds[0].of != RoundOf::halls || rounds[1].of != RoundOf::online)
            return fail(Errc::forged, "two rounds are those of the halls and then online", "rounds");
        return {};
    }

    Status read_excluded(const Json& json, std::int64_t& last)
    {
        wire::ObjectReader reader(json, "excluded");
        ISO_TRY(const std::int64_t number, reader.integer("leaf", 0, static_cast<std::int64_t>(kMaxLeaves)));
        ISO_TRY(const std::string reason, reader.text("reason", 40));
        ISO_CHECK(reader.finish());
        ISO_TRY(const std::size_t leaf, list(number, last));
        const auto known = kReasons.find(reason);
        if (known == kReasons.end()) return fail(Errc::forged, "there is no reason \"" + reason + "\"", name(leaf));
        const Seen seen = log_.records[leaf].seen;
        // What only openings show can be said of a ballot alone; a server that says it of a sound one is held to its report.
        const bool fits =
            known->second ? seen == *known->second : seen != Seen::event && seen != Seen::spoilt && seen != Seen::opening && seen != Seen::unreadable;
        if (!fits) return fail(Errc::forged, "it is not excluded for \"" + reason + "\"", name(leaf));
        ++excluded[reason];
        return {};
    }

    const PublicLog& log_;
    const std::size_t width_;  // encodings of a ballot
    std::vector<bool> listed_;
};

}  // namespace

std::optional<std::vector<RoundInput>> read_counted(BundleFolder& folder, const election::Package& package, const PublicLog& log, Checks& checks)
{
    Counted counted(package, log);
    const auto read = [&]() -> Status {
        ISO_TRY(const std::string text, folder.text("counted.json", kMaxCountedBytes));
        ISO_TRY(const Json json, wire::parse_json(text));
        return counted.read(json);
    };
    std::size_t ballots = 0;
    const Status status = read();
    for (const RoundInput& round : counted.rounds) ballots += round.ballots;
    std::string seen = std::to_string(ballots) + " ballots are counted";
    for (const auto& [reason, number] : counted.excluded) seen += ", " + std::to_string(number) + " excluded as " + reason;
    if (!checks.note("counted", status, seen)) return std::nullopt;
    return std::move(counted.rounds);
}

}  // namespace isoloir::verify
