#include "shared/log/checkpoint.hpp"

#include <algorithm>
#include <charconv>

#include "shared/base/encoding.hpp"

namespace isoloir::log {
namespace {

std::string origin_of(const crypto::Digest& election, std::int64_t epoch)
{
    return "isoloir/" + to_hex(election) + (epoch == 0 ? "" : "/" + std::to_string(epoch));
}

/// C2SP signed-note: the first 4 bytes of SHA-256(name || "\n" || 0x01 || key); 0x01 says Ed25519.
ByteArray<4> key_hash(std::string_view name, const crypto::PublicKey& key)
{
    const crypto::Digest digest = crypto::sha256({bytes_of(name), bytes_of("\n\x01"), key});
    ByteArray<4> hash;
    std::copy_n(digest.begin(), hash.size(), hash.begin());
    return hash;
}

std::string body_of(const Checkpoint& checkpoint, const std::string& origin)
{
    return origin + "\n" + std::to_string(checkpoint.size) + "\n" + to_base64(checkpoint.root) + "\n";
}

std::string signature_line(const std::string& origin, const crypto::PublicKey& key, const crypto::Signature& signature)
{
    const auto hash = key_hash(origin, key);
    Bytes bytes(hash.begin(), hash.end());
    bytes.insert(bytes.end(), signature.begin(), signature.end());
    return "\u2014 " + origin + " " + to_base64(bytes) + "\n";
}

}  // namespace

std::string sign_checkpoint(const Checkpoint& checkpoint, const crypto::Digest& election, const crypto::Signer& log)
{
    const std::string origin = origin_of(election, checkpoint.epoch);
    const std::string body = body_of(checkpoint, origin);
    return body + "\n" + signature_line(origin, log.public_key(), log.sign(bytes_of(body)));
}

Result<Checkpoint> open_checkpoint(std::string_view note, const crypto::Digest& election, const crypto::PublicKey& log)
{
    const auto malformed = [](std::string message) { return fail(Errc::malformed, std::move(message), "checkpoint"); };
    if (note.size() > kMaxCheckpointBytes) return malformed("too large");
    const auto end = note.find("\n\n");
    if (end == std::string_view::npos) return malformed("no signatures");
    const std::string_view body = note.substr(0, end + 1);
    Checkpoint checkpoint;
    const std::string_view name = body.substr(0, body.find('\n'));
    const std::string first_name = origin_of(election, 0);
    if (name.substr(0, first_name.size()) != first_name) return fail(Errc::refused, "of another election", "checkpoint");
    if (name.size() > first_name.size() + 1) std::from_chars(name.data() + first_name.size() + 1, name.data() + name.size(), checkpoint.epoch);
    const std::string origin = origin_of(election, checkpoint.epoch);
    if (name != origin || checkpoint.epoch < 0) return malformed("the log's name is not in its canonical form");

    const std::string_view rest = body.substr(origin.size() + 1);
    const auto [stop, status] = std::from_chars(rest.data(), rest.data() + rest.size(), checkpoint.size);
    if (status != std::errc{}) return malformed("no tree size");
    const std::string_view after = rest.substr(static_cast<std::size_t>(stop - rest.data()));
    if (after.size() < 3) return malformed("no root");
    // Our own encoder is the only accepted form: what was read must write back to the same bytes.
    const auto root = from_base64(after.substr(1, after.size() - 2));
    if (!root || root->size() != checkpoint.root.size()) return malformed("no root");
    std::copy(root->begin(), root->end(), checkpoint.root.begin());
    if (body_of(checkpoint, origin) != body) return malformed("size or root are not in their canonical form");

    // Other lines are cosignatures of witnesses; ours must be among them.
    std::string_view lines = note.substr(end + 2);
    const std::string prefix = "\u2014 " + origin + " ";
    while (!lines.empty()) {
        const auto line_end = lines.find('\n');
        if (line_end == std::string_view::npos) return malformed("a signature line is cut");
        const std::string_view line = lines.substr(0, line_end);
        lines.remove_prefix(line_end + 1);
        if (line.substr(0, prefix.size()) != prefix) continue;
        const auto bytes = from_base64(line.substr(prefix.size()));
        if (!bytes || bytes->size() != 68) continue;  // key hash and signature
        const auto hash = key_hash(origin, log);
        if (!std::equal(hash.begin(), hash.end(), bytes->begin())) continue;
        crypto::Signature signature;
        std::copy(bytes->begin() + 4, bytes->end(), signature.begin());
        if (crypto::verify(log, bytes_of(body), signature)) return checkpoint;
    }
    return fail(Errc::forged, "not signed by the log's key", "checkpoint");
}

}  // namespace isoloir::log
