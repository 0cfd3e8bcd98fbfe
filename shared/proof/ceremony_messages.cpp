#include "shared/proof/ceremony_messages.hpp"

#include "shared/proof/ceremony_json.hpp"
#include "shared/wire/jws.hpp"

namespace isoloir::proof {
namespace {

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;  // which clang 14 does not find by itself

OrderedJson json_of(const Seat& seat, const Message& message)
{
    OrderedJson json;
    json["round"] = name_of(message);
    json["ceremony"] = to_base64url(seat.ceremony.id);
    json["trustee"] = seat.number;
    std::visit(Overloaded{[&](const Commit& commit) {
                              json["commitment"] = to_base64url(commit.commitment);
                              json["box"] = to_base64url(commit.box);
                          },
                          [&](const Reveal& reveal) {
                              json["commits"] = to_base64url(reveal.commits);
                              json["salt"] = to_base64url(reveal.salt);
                              json["polynomial"] = elements_json(reveal.polynomial);
                              json["t"] = to_base64url(reveal.t.bytes());
                              json["s"] = to_base64url(reveal.s.bytes());
                              for (const auto& share : reveal.shares) json["shares"].push_back(to_base64url(share));
                          },
                          [&](const Confirm& confirm) { json["transcript"] = to_base64url(confirm.transcript); },
                          [&](const Complaint& complaint) {
                              json["transcript"] = to_base64url(complaint.transcript);
                              json["against"] = complaint.against;
                              json["box_secret"] = to_base64url(complaint.box_secret);
                          }},
               message);
    return json;
}

Result<Message> read_commit(wire::ObjectReader& reader)
{
    Commit commit;
    ISO_TRY(commit.commitment, reader.bytes<64>("commitment"));
    ISO_TRY(commit.box, reader.bytes<32>("box"));
    return commit;
}

Result<Message> read_reveal(wire::ObjectReader& reader, const Ceremony& ceremony)
{
    Reveal reveal;
    ISO_TRY(reveal.commits, reader.bytes<32>("commits"));
    ISO_TRY(reveal.salt, reader.bytes<32>("salt"));
    ISO_TRY(reveal.polynomial, read_elements(reader, "polynomial"));
    if (reveal.polynomial.size() != ceremony.threshold)
        return fail(Errc::refused, "as many elements as the threshold are expected", reader.place("polynomial"));
    ISO_TRY(const auto t, reader.bytes<32>("t"));
    ISO_TRY(reveal.t, crypto::Element::parse(t));
    ISO_TRY(const auto s, reader.bytes<32>("s"));
    ISO_TRY(reveal.s, crypto::Scalar::parse(s));
    ISO_TRY(const wire::Json* shares, reader.array("shares", kMaxTrustees));
    if (shares->size() != ceremony.trustees.size()) return fail(Errc::refused, "one for each trustee is expected", reader.place("shares"));
    for (const wire::Json& share : *shares) {
        if (!share.is_string()) return fail(Errc::malformed, "texts are expected", reader.place("shares"));
        ISO_TRY(reveal.shares.emplace_back(), array_from_base64url<80>(share.get_ref<const std::string&>()));
    }
    return reveal;
}

Result<Message> read_complaint(wire::ObjectReader& reader, const Ceremony& ceremony)
{
    Complaint complaint;
    ISO_TRY(complaint.transcript, reader.bytes<32>("transcript"));
    ISO_TRY(const auto against, reader.integer("against", 1, static_cast<std::int64_t>(ceremony.trustees.size())));
    complaint.against = static_cast<std::uint64_t>(against);
    ISO_TRY(complaint.box_secret, reader.bytes<32>("box_secret"));
    return complaint;
}

Result<Message> read_body(wire::ObjectReader& reader, const Ceremony& ceremony, std::uint64_t sender)
{
    ISO_TRY(const std::string round, reader.text("round", 16));
    ISO_TRY(const auto number, reader.integer("trustee", 1, static_cast<std::int64_t>(kMaxTrustees)));
    if (static_cast<std::uint64_t>(number) != sender) return fail(Errc::refused, "bears the number " + std::to_string(number));
    if (round == "commit") return read_commit(reader);
    if (round == "reveal") return read_reveal(reader, ceremony);
    if (round == "complaint") return read_complaint(reader, ceremony);
    if (round != "confirm") return fail(Errc::refused, "there is no such round", "round");
    ISO_TRY(const auto transcript, reader.bytes<32>("transcript"));
    return Confirm{transcript};
}

/// The payload that `sender` did sign.
tl::expected<Message, Fault> read_payload(const Ceremony& ceremony, std::uint64_t sender, std::string_view payload)
{
    const auto fault = [&](bool proven, const std::string& what) { return tl::make_unexpected(Fault{sender, proven, what}); };
    const auto json = wire::parse_json(payload);
    if (!json) return fault(false, "signed something that cannot be read: " + json.error().text());
    wire::ObjectReader reader(*json, "");
    const auto id = reader.bytes<32>("ceremony");
    if (!id) return fault(false, "signed something that is no message of a ceremony: " + id.error().text());
    if (*id != ceremony.id) return fault(false, "signed this for another ceremony: here it says nothing");
    auto message = read_body(reader, ceremony, sender);
    const Status finished = message ? reader.finish() : tl::make_unexpected(message.error());
    if (!finished) return fault(true, "signed a message that breaks the rules: " + finished.error().text());
    return *std::move(message);
}

}  // namespace

std::string_view name_of(const Message& message)
{
    constexpr std::array<std::string_view, 4> names{"commit", "reveal", "confirm", "complaint"};
    return names.at(message.index());
}

std::string sign_message(const Seat& seat, const Message& message)
{
    return wire::sign_envelope(wire::Kind::trustee, json_of(seat, message).dump(), seat.signer);
}

tl::expected<Signed, Fault> open_message(const Ceremony& ceremony, std::string_view jws)
{
    const auto envelope = wire::split_envelope(jws, wire::Kind::trustee, kMaxCeremonyBytes);
    if (!envelope) return tl::make_unexpected(Fault{0, false, "is no message of a trustee: " + envelope.error().text()});
    for (std::uint64_t number = 1; number <= ceremony.trustees.size(); ++number) {
        const crypto::PublicKey& key = ceremony.trustees[number - 1].key;
        if (envelope->kid != crypto::key_id(key)) continue;
        const auto payload = wire::open_envelope(*envelope, key);
        if (!payload) return tl::make_unexpected(Fault{number, false, "did not sign this, although it says so: it was altered or damaged on its way"});
        auto message = read_payload(ceremony, number, *payload);
        if (!message) return tl::make_unexpected(std::move(message).error());
        return Signed{number, *std::move(message), wire::envelope_hash(jws)};
    }
    return tl::make_unexpected(Fault{0, false, "is signed by nobody of this ceremony"});
}

std::string sign_card(const std::string& name, const crypto::Signer& signer)
{
    OrderedJson json;
    json["round"] = "card";
    json["name"] = name;
    json["key"] = to_base64url(signer.public_key());
    return wire::sign_envelope(wire::Kind::trustee, json.dump(), signer);
}

Result<Trustee> open_card(std::string_view jws)
{
    ISO_TRY(const auto envelope, wire::split_envelope(jws, wire::Kind::trustee, kMaxCeremonyBytes));
    // A card vouches for its own key, so that is read before anything is believed, and the signature decides at once.
    ISO_TRY(const Bytes claimed, from_base64url(envelope.payload_part));
    ISO_TRY(const wire::Json json, wire::parse_json(text_of(claimed)));
    wire::ObjectReader reader(json, "");
    ISO_TRY(const std::string round, reader.text("round", 16));
    if (round != "card") return fail(Errc::refused, "this is no card, but a message of the round " + round);
    Trustee trustee;
    ISO_TRY(trustee.name, read_name(reader));
    ISO_TRY(trustee.key, reader.bytes<32>("key"));
    ISO_CHECK(reader.finish());
    ISO_CHECK(wire::open_envelope(envelope, trustee.key));
    return trustee;
}

}  // namespace isoloir::proof
