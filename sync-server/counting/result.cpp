#include "sync-server/counting/result.hpp"

#include <algorithm>

#include "shared/verify/outcome_json.hpp"
#include "shared/wire/json.hpp"
#include "shared/wire/jws.hpp"

namespace isoloir::counting {
namespace {

using wire::Json;
using wire::ObjectReader;

constexpr std::size_t kMaxResultBytes = 16 * 1024 * 1024;
constexpr std::int64_t kMostBallots = 1'000'000'000'000;
constexpr std::size_t kMaxChannels = 100'000;

Result<std::uint64_t> number(ObjectReader& reader, const std::string& name)
{
    ISO_TRY(const auto value, reader.integer(name, 0, kMostBallots));
    return static_cast<std::uint64_t>(value);
}

Result<count::Sums> read_sums(const Json& json, const election::Definition& definition)
{
    ObjectReader reader(json, "result.channels");
    count::Sums sums;
    ISO_TRY(sums.ballots, number(reader, "ballots"));
    ISO_TRY(sums.invalid, number(reader, "invalid"));
    ISO_TRY(const Json* votes, reader.object("votes"));
    ObjectReader by_project(*votes, "result.channels.votes");
    for (const auto& project : definition.projects) { ISO_TRY(sums.votes.emplace_back(), number(by_project, project.id)); }
    ISO_CHECK(by_project.finish());
    ISO_CHECK(reader.finish());
    return sums;
}

bool add_up(const ChannelSums& channels, const count::Outcome& outcome)
{
    count::Sums all = channels.in_halls;
    all += channels.online;
    return all.ballots == outcome.ballots && all.invalid == outcome.invalid &&
           std::all_of(outcome.ranking.begin(), outcome.ranking.end(), [&](const auto& ranked) { return all.votes[ranked.project] == ranked.votes; });
}

Result<ChannelSums> read_channels(const Json& json, const election::Definition& definition, const count::Outcome& outcome)
{
    ObjectReader reader(json, "result.channels");
    ChannelSums channels;
    ISO_TRY(const Json* in_halls, reader.object("in_halls"));
    ISO_TRY(channels.in_halls, read_sums(*in_halls, definition));
    ISO_TRY(const Json* online, reader.object("online"));
    ISO_TRY(channels.online, read_sums(*online, definition));
    ISO_CHECK(reader.finish());
    if (!add_up(channels, outcome)) return fail(Errc::malformed, "halls and online do not add up to the outcome", "result.channels");
    return channels;
}

Result<intake::Report> read_report(const Json& json)
{
    ObjectReader reader(json, "result.report");
    intake::Report report;
    ISO_TRY(report.accepted, number(reader, "accepted"));
    ISO_TRY(report.duplicates, number(reader, "duplicates"));
    ISO_TRY(report.refused, number(reader, "refused"));
    ISO_TRY(report.spoilt, number(reader, "spoilt"));
    ISO_TRY(const Json* reasons, reader.object("by_reason"));
    ObjectReader by_reason(*reasons, "result.report.by_reason");
    for (const store::Reason reason : store::kReasons) {
        if (!by_reason.has(store::name_of(reason))) continue;
        ISO_TRY(report.reasons[reason], number(by_reason, store::name_of(reason)));
    }
    ISO_CHECK(by_reason.finish());
    ISO_TRY(const Json* channels, reader.array("by_channel", kMaxChannels));
    for (const Json& item : *channels) {
        ObjectReader entry(item, "result.report.by_channel");
        intake::ChannelReport channel;
        ISO_TRY(channel.name, entry.text("channel", 1024));
        ISO_TRY(channel.accepted, number(entry, "accepted"));
        ISO_TRY(channel.duplicates, number(entry, "duplicates"));
        ISO_TRY(channel.refused, number(entry, "refused"));
        ISO_TRY(channel.spoilt, number(entry, "spoilt"));
        ISO_TRY(channel.false_openings, number(entry, "false_openings"));
        ISO_CHECK(entry.finish());
        report.channels.push_back(std::move(channel));
    }
    ISO_CHECK(reader.finish());
    return report;
}

Result<BundleHashes> read_hashes(const Json& json)
{
    ObjectReader reader(json, "result.files");
    BundleHashes hashes;
    ISO_TRY(hashes.counted, reader.bytes<32>("counted.json"));
    ISO_TRY(hashes.ballots, reader.bytes<32>("ballots.pb"));
    ISO_TRY(hashes.invalid, reader.bytes<32>("invalid.json"));
    ISO_CHECK(reader.finish());
    return hashes;
}

nlohmann::ordered_json sums_json(const count::Sums& sums, const election::Definition& definition)
{
    nlohmann::ordered_json json;
    json["ballots"] = sums.ballots;
    json["invalid"] = sums.invalid;
    json["votes"] = Json::object();
    for (std::size_t i = 0; i < definition.projects.size(); ++i) json["votes"][definition.projects[i].id] = sums.votes[i];
    return json;
}

}  // namespace

nlohmann::ordered_json report_json(const intake::Report& report)
{
    nlohmann::ordered_json json;
    json["accepted"] = report.accepted;
    json["duplicates"] = report.duplicates;
    json["refused"] = report.refused;
    json["spoilt"] = report.spoilt;
    json["by_reason"] = Json::object();
    for (const auto& [reason, count] : report.reasons) json["by_reason"][store::name_of(reason)] = count;
    json["by_channel"] = Json::array();
    for (const auto& channel : report.channels) {
        nlohmann::ordered_json item;
        item["channel"] = channel.name;
        item["accepted"] = channel.accepted;
        item["duplicates"] = channel.duplicates;
        item["refused"] = channel.refused;
        item["spoilt"] = channel.spoilt;
        item["false_openings"] = channel.false_openings;
        json["by_channel"].push_back(std::move(item));
    }
    return json;
}

nlohmann::ordered_json channels_json(const election::Definition& definition, const ChannelSums& channels)
{
    nlohmann::ordered_json json;
    json["in_halls"] = sums_json(channels.in_halls, definition);
    json["online"] = sums_json(channels.online, definition);
    return json;
}

std::string sign_result(const SignedResult& result, const election::Package& package, const crypto::Signer& authority)
{
    nlohmann::ordered_json json;
    json["election"] = to_base64url(package.id);
    json["outcome"] = verify::outcome_json(result.outcome, package.definition);
    if (result.channels) json["channels"] = channels_json(package.definition, *result.channels);
    json["report"] = report_json(result.report);
    json["checkpoint"] = result.checkpoint;
    if (result.files) {
        json["files"]["counted.json"] = to_base64url(result.files->counted);
        json["files"]["ballots.pb"] = to_base64url(result.files->ballots);
        json["files"]["invalid.json"] = to_base64url(result.files->invalid);
    }
    return wire::sign_envelope(wire::Kind::result, json.dump(), authority);
}

Result<SignedResult> open_result(std::string_view jws, const election::Package& package)
{
    ISO_TRY(const std::string payload, wire::open_envelope(jws, wire::Kind::result, kMaxResultBytes, package.keys.authority));
    ISO_TRY(const Json json, wire::parse_json(payload));
    ObjectReader reader(json, "result");
    ISO_TRY(const auto election, reader.bytes<32>("election"));
    if (election != package.id) return fail(Errc::refused, "of another election", "result");
    SignedResult result;
    ISO_TRY(const Json* outcome, reader.object("outcome"));
    ISO_TRY(result.outcome, verify::read_outcome(*outcome, package.definition));
    if (reader.has("channels")) {
        ISO_TRY(const Json* channels, reader.object("channels"));
        ISO_TRY(result.channels, read_channels(*channels, package.definition, result.outcome));
    }
    ISO_TRY(const Json* report, reader.object("report"));
    ISO_TRY(result.report, read_report(*report));
    ISO_TRY(result.checkpoint, reader.text("checkpoint", 4096));
    if (reader.has("files")) {
        ISO_TRY(const Json* files, reader.object("files"));
        ISO_TRY(result.files, read_hashes(*files));
    }
    ISO_CHECK(reader.finish());
    return result;
}

}  // namespace isoloir::counting
