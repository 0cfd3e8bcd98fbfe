#include "shared/wire/sync.hpp"

#include <algorithm>

#include "shared/base/encoding.hpp"
#include "shared/wire/json.hpp"
#include "shared/wire/jws.hpp"

namespace isoloir::wire {
namespace {

constexpr std::size_t kMaxLineBytes = 20 * 1024;
constexpr std::int64_t kMaxNumber = 1'000'000'000;

/// A line letter by letter as write_batch writes it, which is how they come; one that is put in another way, as JSON allows,
/// and one that is wrong, is left to the JSON reader.
std::optional<BatchLine> read_plain_line(std::string_view text)
{
    const auto takes = [&](std::string_view expected) {
        if (!text.starts_with(expected)) return false;
        text.remove_prefix(expected.size());
        return true;
    };
    const auto take_until_quote = [&] {
        const auto value = text.substr(0, text.find('"'));
        text.remove_prefix(value.size());
        return value;
    };
    if (!takes(R"({"record":")")) return std::nullopt;
    BatchLine line{std::string(take_until_quote()), std::nullopt};
    if (!std::all_of(line.record.begin(), line.record.end(), [](char c) { return c >= ' ' && c <= '~' && c != '\\'; })) return std::nullopt;
    if (text == "\"}") return line;
    if (!takes(R"(","tag":")")) return std::nullopt;
    const auto tag = array_from_base64url<32>(take_until_quote());
    if (!takes(R"(","opening":")")) return std::nullopt;
    const auto opening = array_from_base64url<32>(take_until_quote());
    if (text != "\"}" || !tag || !opening) return std::nullopt;
    line.voter = BatchLine::Voter{*tag, *opening};
    return line;
}

Result<BatchLine> read_line(std::string_view text, const std::string& place)
{
    if (text.size() > kMaxLineBytes) return fail(Errc::malformed, "longer than " + std::to_string(kMaxLineBytes) + " bytes", place);
    if (auto plain = read_plain_line(text)) return *std::move(plain);
    auto json = parse_json(text);
    if (!json) return fail(Errc::malformed, json.error().message, place);
    ObjectReader reader(*json, place);
    BatchLine line;
    ISO_TRY(line.record, reader.text("record", kMaxLineBytes));
    if (reader.has("tag") || reader.has("opening")) {
        BatchLine::Voter voter;
        ISO_TRY(voter.tag, reader.bytes<32>("tag"));
        ISO_TRY(voter.opening, reader.bytes<32>("opening"));
        line.voter = voter;
    }
    ISO_CHECK(reader.finish());
    return line;
}

}  // namespace

std::string write_batch(const std::vector<BatchLine>& lines)
{
    std::string text;
    for (const BatchLine& line : lines) {
        // Every value is of the base64url alphabet (a JWS adds dots): nothing needs escaping.
        text += R"({"record":")" + line.record + "\"";
        if (line.voter) text += R"(,"tag":")" + to_base64url(line.voter->tag) + R"(","opening":")" + to_base64url(line.voter->opening) + "\"";
        text += "}\n";
    }
    return text;
}

Result<std::vector<BatchLine>> read_lines(std::string_view text)
{
    std::vector<BatchLine> lines;
    while (!text.empty()) {
        const std::string place = "line " + std::to_string(lines.size() + 1);
        const auto end = text.find('\n');
        if (end == std::string_view::npos) return fail(Errc::malformed, "cut short: the line has no end", place);
        ISO_TRY(auto line, read_line(text.substr(0, end), place));
        lines.push_back(std::move(line));
        text.remove_prefix(end + 1);
    }
    return lines;
}

Result<std::vector<BatchLine>> read_batch(std::string_view text)
{
    if (text.size() > kMaxBatchBytes) return fail(Errc::refused, "a batch has at most " + std::to_string(kMaxBatchBytes) + " bytes");
    ISO_TRY(auto lines, read_lines(text));
    if (lines.size() > kMaxBatchLines) return fail(Errc::refused, "a batch has at most " + std::to_string(kMaxBatchLines) + " lines");
    return lines;
}

std::string sign_receipt(const Receipt& receipt, const crypto::Signer& receipts)
{
    nlohmann::ordered_json json;
    json["election"] = to_base64url(receipt.election);
    json["terminal"] = to_base64url(receipt.terminal);
    json["next"] = receipt.next;
    json["last"] = to_base64url(receipt.last);
    json["checkpoint"] = receipt.checkpoint;
    json["forked"] = receipt.forked;
    json["first"] = receipt.first;
    std::string states;
    for (const RecordState state : receipt.states) states += state == RecordState::accepted ? 'a' : 'r';
    json["states"] = states;
    return sign_envelope(Kind::receipt, json.dump(), receipts);
}

Result<Receipt> open_receipt(std::string_view jws, const crypto::PublicKey& receipts)
{
    ISO_TRY(const std::string payload, open_envelope(jws, Kind::receipt, kMaxReceiptBytes, receipts));
    ISO_TRY(const Json json, parse_json(payload));
    ObjectReader reader(json, "receipt");
    Receipt receipt;
    ISO_TRY(receipt.election, reader.bytes<32>("election"));
    ISO_TRY(receipt.terminal, reader.bytes<16>("terminal"));
    ISO_TRY(const auto next, reader.integer("next", 0, kMaxNumber));
    receipt.next = static_cast<std::uint64_t>(next);
    ISO_TRY(receipt.last, reader.bytes<32>("last"));
    ISO_TRY(receipt.checkpoint, reader.text("checkpoint", 4096));
    ISO_TRY(receipt.forked, reader.boolean("forked"));
    ISO_TRY(const auto first, reader.integer("first", 0, kMaxNumber));
    receipt.first = static_cast<std::uint64_t>(first);
    ISO_TRY(const std::string states, reader.text("states", kMaxBatchLines));
    for (const char state : states) {
        if (state != 'a' && state != 'r') return fail(Errc::malformed, "a state is 'a' (accepted) or 'r' (refused)", reader.place("states"));
        receipt.states.push_back(state == 'a' ? RecordState::accepted : RecordState::refused);
    }
    ISO_CHECK(reader.finish());
    return receipt;
}

}  // namespace isoloir::wire
