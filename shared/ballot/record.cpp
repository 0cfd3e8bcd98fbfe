#include "shared/ballot/record.hpp"

#include "shared/base/encoding.hpp"
#include "shared/wire/json.hpp"
#include "shared/wire/jws.hpp"

namespace isoloir::ballot {
namespace {

using wire::Json;

constexpr std::size_t kMaxBlocks = 16;

std::string joined(const ByteArray<32>& first, const ByteArray<32>& second)
{
    Bytes both(first.begin(), first.end());
    both.insert(both.end(), second.begin(), second.end());
    return to_base64url(both);
}

std::vector<std::string> texts_of(const std::vector<Ciphertext>& ciphertexts)
{
    std::vector<std::string> texts;
    for (const auto& [c1, c2] : ciphertexts) texts.push_back(joined(c1.bytes(), c2.bytes()));
    return texts;
}

std::string payload_of(const RecordContent& content)
{
    nlohmann::ordered_json json;
    json["election"] = to_base64url(content.election);
    json["terminal"] = to_base64url(content.terminal);
    json["seq"] = content.sequence;
    json["prev"] = to_base64url(content.previous);
    json["hour"] = content.hour;
    if (const auto* ballot = std::get_if<BallotBody>(&content.body)) {
        json["kind"] = "ballot";
        json["voter"] = to_base64url(ballot->voter);
        std::vector<std::string> proofs;
        for (const auto& [t, s] : ballot->ballot.proofs) proofs.push_back(joined(t.bytes(), s.bytes()));
        json["ciphertext"] = texts_of(ballot->ballot.ciphertexts);
        json["proof"] = proofs;
    } else if (const auto* spoilt = std::get_if<SpoiltBody>(&content.body)) {
        json["kind"] = "spoilt";
        std::vector<std::string> choice;
        for (const Payload& payload : spoilt->revealed.choice) choice.push_back(to_base64url(payload));
        std::vector<std::string> randomness;
        for (const crypto::Scalar& r : spoilt->revealed.randomness) randomness.push_back(to_base64url(r.bytes()));
        json["ciphertext"] = texts_of(spoilt->ciphertexts);
        json["choice"] = choice;
        json["randomness"] = randomness;
    } else {
        const auto& event = std::get<EventBody>(content.body);
        json["kind"] = "event";
        json["event"] = std::string(name_of(event.kind));
        json["ballots"] = event.ballots;
        if (!event.staff.empty()) json["staff"] = event.staff;
    }
    return json.dump();
}

/// The items of an array of byte strings, N bytes each.
template <std::size_t N>
Result<std::vector<ByteArray<N>>> items(wire::ObjectReader& reader, const std::string& name)
{
    ISO_TRY(const Json* array, reader.array(name, kMaxBlocks));
    std::vector<ByteArray<N>> items;
    for (const Json& item : *array) {
        if (!item.is_string()) return fail(Errc::malformed, "a text is expected", reader.place(name));
        ISO_TRY(const auto bytes, array_from_base64url<N>(item.get_ref<const std::string&>()));
        items.push_back(bytes);
    }
    return items;
}

/// The two 32-byte halves of each item of an array.
Result<std::vector<std::pair<ByteArray<32>, ByteArray<32>>>> halves(wire::ObjectReader& reader, const std::string& name)
{
    ISO_TRY(const auto whole, items<64>(reader, name));
    std::vector<std::pair<ByteArray<32>, ByteArray<32>>> pairs;
    for (const auto& both : whole) {
        auto& [first, second] = pairs.emplace_back();
        std::copy_n(both.begin(), 32, first.begin());
        std::copy_n(both.begin() + 32, 32, second.begin());
    }
    return pairs;
}

/// As Element::parse.
Result<crypto::ReadElement> read_element(const ByteArray<32>& bytes)
{
    auto read = crypto::ReadElement::read(bytes);
    if (!read) return fail(Errc::malformed, "not a canonical ristretto255 element, or the identity");
    return *std::move(read);
}

Result<BallotBody> read_ballot(wire::ObjectReader& reader)
{
    BallotBody body;
    ProofPoints& points = body.points.emplace();
    ISO_TRY(body.voter, reader.bytes<32>("voter"));
    ISO_TRY(const auto ciphertexts, halves(reader, "ciphertext"));
    for (const auto& [first, second] : ciphertexts) {
        ISO_TRY(const auto c1, read_element(first));
        ISO_TRY(const auto c2, crypto::Element::parse(second));
        body.ballot.ciphertexts.push_back({c1.element, c2});
        points.c1.push_back(c1.point);
    }
    ISO_TRY(const auto proofs, halves(reader, "proof"));
    for (const auto& [first, second] : proofs) {
        ISO_TRY(const auto t, read_element(first));
        ISO_TRY(const auto s, crypto::Scalar::parse(second));
        body.ballot.proofs.push_back({t.element, s});
        points.t.push_back(t.point);
    }
    return body;
}

Result<SpoiltBody> read_spoilt(wire::ObjectReader& reader)
{
    SpoiltBody body;
    ISO_TRY(const auto ciphertexts, halves(reader, "ciphertext"));
    for (const auto& [first, second] : ciphertexts) {
        ISO_TRY(const auto c1, crypto::Element::parse(first));
        ISO_TRY(const auto c2, crypto::Element::parse(second));
        body.ciphertexts.push_back({c1, c2});
    }
    ISO_TRY(body.revealed.choice, items<kPayloadBytes>(reader, "choice"));
    ISO_TRY(const auto randomness, items<32>(reader, "randomness"));
    for (const auto& bytes : randomness) {
        ISO_TRY(const auto r, crypto::Scalar::parse(bytes));
        body.revealed.randomness.push_back(r);
    }
    return body;
}

Result<EventBody> read_event(wire::ObjectReader& reader)
{
    EventBody body;
    ISO_TRY(const std::string name, reader.text("event", 32));
    ISO_TRY(body.ballots, reader.integer("ballots", 0, kMaxSequence));
    if (reader.has("staff")) {
        ISO_TRY(body.staff, reader.text("staff", kMaxHandle));
        if (!is_handle(body.staff)) return fail(Errc::malformed, "nobody is named so", reader.place("staff"));
    }
    if (const auto kind = event_named(name)) {
        body.kind = *kind;
        return body;
    }
    return fail(Errc::refused, "this event is not known in version 1", reader.place("event"));
}

Result<decltype(RecordContent::body)> read_body(wire::ObjectReader& reader)
{
    decltype(RecordContent::body) body;
    ISO_TRY(const std::string kind, reader.text("kind", 32));
    if (kind == "ballot") {
        ISO_TRY(body, read_ballot(reader));
    } else if (kind == "spoilt") {
        ISO_TRY(body, read_spoilt(reader));
    } else if (kind == "event") {
        ISO_TRY(body, read_event(reader));
    } else {
        return fail(Errc::refused, "this kind of record is not known in version 1", reader.place("kind"));
    }
    ISO_CHECK(reader.finish());
    return body;
}

}  // namespace

std::optional<Claim> claim_of(const RecordContent& content)
{
    const auto* body = std::get_if<BallotBody>(&content.body);
    if (body == nullptr) return std::nullopt;
    return Claim{&body->ballot, {content.election, body->voter, content.terminal, content.sequence}, body->points ? &*body->points : nullptr};
}

Record sign_record(const RecordContent& content, const crypto::Signer& terminal)
{
    Record record{wire::sign_envelope(wire::Kind::record, payload_of(content), terminal), {}};
    record.hash = wire::envelope_hash(record.jws);
    return record;
}

Result<crypto::KeyId> record_signer(std::string_view jws)
{
    ISO_TRY(const auto envelope, wire::split_envelope(jws, wire::Kind::record, kMaxRecordBytes));
    return envelope.kid;
}

Result<RecordContent> open_record(std::string_view jws, const crypto::PublicKey& terminal)
{
    ISO_TRY(const std::string payload, wire::open_envelope(jws, wire::Kind::record, kMaxRecordBytes, terminal));
    ISO_TRY(const Json json, wire::parse_json(payload));
    wire::ObjectReader reader(json, "record");
    RecordContent content;
    ISO_TRY(content.election, reader.bytes<32>("election"));
    ISO_TRY(content.terminal, reader.bytes<16>("terminal"));
    ISO_TRY(const auto sequence, reader.integer("seq", 0, kMaxSequence));
    content.sequence = static_cast<std::uint64_t>(sequence);
    ISO_TRY(content.previous, reader.bytes<32>("prev"));
    ISO_TRY(content.hour, reader.integer("hour", 0, 24LL * 366 * 10'000));
    if (content.terminal != crypto::key_id(terminal)) return fail(Errc::forged, "signed by another terminal than it names", "record.terminal");
    auto body = read_body(reader);
    if (body) content.body = *std::move(body);
    else content.body = UnreadableBody{body.error().text()};
    return content;
}

}  // namespace isoloir::ballot
