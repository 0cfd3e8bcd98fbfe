#include "shared/wire/bundle.hpp"

#include "shared/base/encoding.hpp"
#include "shared/wire/json.hpp"
#include "shared/wire/jws.hpp"

namespace isoloir::wire {
namespace {

constexpr std::size_t kMaxHeaderBytes = 4096;

}  // namespace

std::string write_bundle(const Bundle& bundle, const crypto::Signer& terminal)
{
    const std::string lines = write_batch(bundle.lines);
    nlohmann::ordered_json json;
    json["election"] = to_base64url(bundle.election);
    json["terminal"] = to_base64url(terminal.public_key());
    json["first"] = bundle.first;
    json["count"] = bundle.lines.size();
    json["sha256"] = to_base64url(crypto::sha256(bytes_of(lines)));
    return sign_envelope(Kind::bundle, json.dump(), terminal) + "\n" + lines;
}

Result<Bundle> read_bundle(std::string_view text)
{
    const auto end = text.find('\n');
    if (end == std::string_view::npos) return fail(Errc::malformed, "not a bundle file: it has no header line");
    ISO_TRY(const Envelope envelope, split_envelope(text.substr(0, end), Kind::bundle, kMaxHeaderBytes));
    const std::string_view lines = text.substr(end + 1);

    // The device key stands inside; whether it is a terminal of ours the intake decides, as for every record.
    ISO_TRY(const Bytes payload, from_base64url(envelope.payload_part));
    ISO_TRY(const Json json, parse_json(text_of(payload)));
    ObjectReader reader(json, "bundle");
    Bundle bundle;
    ISO_TRY(bundle.election, reader.bytes<32>("election"));
    ISO_TRY(bundle.terminal, reader.bytes<32>("terminal"));
    ISO_TRY(const auto first, reader.integer("first", 0, 1'000'000'000));
    bundle.first = static_cast<std::uint64_t>(first);
    ISO_TRY(const auto count, reader.integer("count", 0, 1'000'000'000));
    ISO_TRY(const auto hash, reader.bytes<32>("sha256"));
    ISO_CHECK(reader.finish());
    ISO_CHECK(open_envelope(envelope, bundle.terminal));
    if (crypto::sha256(bytes_of(lines)) != hash)
        return fail(Errc::forged, "the file was cut short or altered after the terminal wrote it; export it once more");

    ISO_TRY(bundle.lines, read_lines(lines));
    if (bundle.lines.size() != static_cast<std::size_t>(count)) return fail(Errc::malformed, "the number of lines is not the one in the header");
    return bundle;
}

}  // namespace isoloir::wire
