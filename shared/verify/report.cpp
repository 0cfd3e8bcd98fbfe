#include "shared/verify/report.hpp"

#include <set>

namespace isoloir::verify {
namespace {

using wire::Json;
using wire::ObjectReader;

constexpr std::int64_t kMostRecords = 1'000'000'000'000;
constexpr std::size_t kMostChannels = 100'000;

/// Reasons of records in the log that are refused.
const std::set<std::string> kInside{"unreadable", "commitment", "proof", "not-open", "replay", "opening", "not-on-roll"};
/// Those of records beside the log, and of lines that never became one.
const std::set<std::string> kOutside{"shape", "unknown-terminal", "revoked",          "not-yet-valid", "signature",    "gap",
                                     "fork",  "after-fork",       "foreign-election", "after-close",   "online-voter", "online-choice"};

Status need(ObjectReader& reader, const char* name, std::uint64_t expected)
{
    ISO_TRY(const std::int64_t said, reader.integer(name, 0, kMostRecords));
    if (static_cast<std::uint64_t>(said) != expected)
        return fail(Errc::forged, "it says " + std::to_string(said) + " where the log has " + std::to_string(expected), reader.place(name));
    return {};
}

ChannelTally sum_of(const CountedList& counted)
{
    ChannelTally all;
    for (const auto& [name, tally] : counted.channels) {
        all.accepted += tally.accepted;
        all.duplicates += tally.duplicates;
        all.spoilt += tally.spoilt;
        all.false_openings += tally.false_openings;
    }
    return all;
}

/// @return  how many were refused
Result<std::int64_t> check_reasons(const Json& json, const CountedList& counted)
{
    ObjectReader reader(json, "report.by_reason");
    std::int64_t sum = 0;
    for (const std::string& reason : kInside) {
        const auto known = counted.excluded.find(reason);
        const std::uint64_t expected = known == counted.excluded.end() ? 0 : known->second;
        if (expected == 0 && !reader.has(reason)) continue;
        ISO_CHECK(need(reader, reason.c_str(), expected));
        sum += static_cast<std::int64_t>(expected);
    }
    for (const std::string& reason : kOutside) {
        if (!reader.has(reason)) continue;
        ISO_TRY(const std::int64_t said, reader.integer(reason, 0, kMostRecords));
        sum += said;
    }
    ISO_CHECK(reader.finish());
    return sum;
}

Status check_channels(const Json& channels, const CountedList& counted, std::int64_t refused)
{
    auto left = counted.channels;
    for (const Json& one : channels) {
        ObjectReader reader(one, "report.by_channel");
        ISO_TRY(const std::string name, reader.text("channel", 1024));
        const ChannelTally tally = left[name];
        left.erase(name);
        ISO_CHECK(need(reader, "accepted", tally.accepted));
        ISO_CHECK(need(reader, "duplicates", tally.duplicates));
        ISO_CHECK(need(reader, "spoilt", tally.spoilt));
        ISO_CHECK(need(reader, "false_openings", tally.false_openings));
        ISO_TRY(const std::int64_t said, reader.integer("refused", 0, kMostRecords));
        refused -= said;
        ISO_CHECK(reader.finish());
    }
    for (const auto& [name, tally] : left)
        if (tally.accepted + tally.duplicates + tally.spoilt + tally.false_openings > 0)
            return fail(Errc::forged, "\"" + name + "\" is missing", "report.by_channel");
    if (refused != 0) return fail(Errc::forged, "what was refused does not add up", "report.by_channel");
    return {};
}

}  // namespace

Status check_report(const Json& report, const CountedList& counted)
{
    ObjectReader reader(report, "report");
    const ChannelTally all = sum_of(counted);
    ISO_CHECK(need(reader, "accepted", all.accepted));
    ISO_CHECK(need(reader, "duplicates", all.duplicates));
    ISO_CHECK(need(reader, "spoilt", all.spoilt));
    ISO_TRY(const std::int64_t refused, reader.integer("refused", 0, kMostRecords));
    ISO_TRY(const Json* reasons, reader.object("by_reason"));
    ISO_TRY(const std::int64_t sum, check_reasons(*reasons, counted));
    if (sum != refused) return fail(Errc::forged, "it is not the sum of the reasons", "report.refused");
    ISO_TRY(const Json* channels, reader.array("by_channel", kMostChannels));
    ISO_CHECK(reader.finish());
    return check_channels(*channels, counted, refused);
}

}  // namespace isoloir::verify
