#include "sync-server/publish/account.hpp"

#include <algorithm>

#include "shared/base/encoding.hpp"
#include "sync-server/publish/chart.hpp"
#include "sync-server/publish/html.hpp"

namespace isoloir::publish {
namespace {

std::string row(const std::string& name, std::uint64_t number, const Words& words, const char* open = "tr")
{
    return std::string("<") + open + ">" + element("th scope=\"row\"", name) + element("td", number_in(words, number)) + "</tr>";
}

std::string table(const char* heading, const char* caption, const std::string& rows, const std::string& note = {})
{
    return "<section>" + element("h2", heading) + "<table>" + element("caption", caption) + "<tbody>" + rows + "</tbody></table>" + note + "</section>";
}

}  // namespace

std::string channel_name(const intake::ChannelReport& channel, const Words& words)
{
    if (channel.name == "online") return words.online;
    return channel.name == "unknown" ? words.unknown_place : channel.name;
}

std::map<std::string, std::uint64_t> public_reasons(const intake::Report& report, const Words& words)
{
    std::map<std::string, std::uint64_t> reasons;
    for (const auto& [reason, count] : report.reasons) reasons[public_reason(words, reason)] += count;
    return reasons;
}

std::string by_place(const Standing& standing, const Words& words)
{
    std::uint64_t most = 0;
    for (const auto& channel : standing.report.channels) most = std::max(most, channel.accepted);
    std::string rows;
    for (const auto& channel : standing.report.channels)
        if (channel.accepted > 0) rows += metered_row(channel_name(channel, words), channel.accepted, most, words);
    return rows.empty() ? "" : table(words.by_place, words.by_place_caption, rows);
}

std::string merge_report(const Standing& standing, const Words& words)
{
    constexpr const char* kPart = "tr class=\"part\"";
    const intake::Report& report = standing.report;
    std::string rows =
        row(words.received, report.accepted + report.duplicates + report.refused + report.spoilt, words) + row(words.accepted, report.accepted, words);
    if (const auto* outcome = public_outcome(standing)) rows += row(words.invalid, outcome->invalid, words, kPart);
    rows += row(words.duplicates, report.duplicates, words) + row(words.refused, report.refused, words);
    for (const auto& [reason, count] : public_reasons(report, words)) rows += row(reason, count, words, kPart);
    if (report.spoilt == 0) return table(words.merge, words.merge_caption, rows);
    rows += row(words.spoilt, report.spoilt, words);
    return table(words.merge, words.merge_caption, rows, element("p class=\"note\"", words.spoilt_text));
}

std::string proof(const Standing& standing, const Words& words)
{
    const std::string text = std::string(words.proof_text) + " " + number_in(words, standing.log_size) + " " + words.records + ".";
    const std::string fingerprints = element("dt", words.election_id) + element("dd", to_hex(standing.package.id)) + element("dt", words.authority_key) +
                                     element("dd", to_hex(standing.package.keys.authority));
    std::string files =
        file_item("checkpoint", words.checkpoint_file) + file_item("package.jws", words.package_file) + file_item("result.json", words.result_file);
    if (public_outcome(standing) != nullptr) files += file_item("result.jws", words.signed_file);
    if (standing.proved) files += file_item("bundle.zip", words.bundle_file);
    return "<section>" + element("h2", words.proof) + element("p class=\"note\"", text) + element("pre", standing.checkpoint) + "<ul class=\"files\">" + files +
           "</ul><p>" + element("a href=\"/verify\"", words.verify_page) + "</p><p>" + element("a href=\"/check\"", words.check_page) +
           "</p><dl class=\"fingerprints\">" + fingerprints + "</dl></section>";
}

}  // namespace isoloir::publish
