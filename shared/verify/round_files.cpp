#include "shared/verify/round_files.hpp"

#include <algorithm>

#include "shared/wire/json.hpp"
#include "shared/wire/jws.hpp"

namespace isoloir::verify {
namespace {

using proof::Encodings;
using wire::Json;

constexpr std::size_t kMaxSmallFile = 64 * 1024;
constexpr std::int64_t kMaxBallots = 100'000'000;

Error forged(Error error, const std::string& file)
{
    error.code = Errc::forged;
    error.where = error.where.empty() ? file : file + ": " + error.where;
    return error;
}

Result<Encodings> read_texts(const Json& array, std::size_t count, const std::string& place)
{
    if (!array.is_array() || array.size() != count) return fail(Errc::forged, "it must have " + std::to_string(count), place);
    Encodings encodings;
    for (const Json& item : array) {
        const auto bytes = item.is_string() ? array_from_base64url<32>(item.get_ref<const std::string&>()) : fail(Errc::malformed, "not text");
        if (!bytes) return fail(Errc::forged, bytes.error().message, place);
        encodings.push_back(*bytes);
    }
    return encodings;
}

Status expect(wire::ObjectReader& reader, const char* name, std::uint64_t expected)
{
    ISO_TRY(const std::int64_t found, reader.integer(name, 0, kMaxBallots));
    if (static_cast<std::uint64_t>(found) != expected) return fail(Errc::forged, "it must be " + std::to_string(expected), name);
    return {};
}

Status expect_election(wire::ObjectReader& reader, const crypto::Digest& election)
{
    ISO_TRY(const auto found, reader.bytes<32>("election"));
    if (found != election) return fail(Errc::forged, "it is of another election", "election");
    return {};
}

class Hashes {
public:
    Hashes(const Json& json) : reader_(json, "files") {}
    Status read(BundleFolder& folder, const std::string& file, const char* name, std::size_t count, Encodings& into)
    {
        ISO_TRY(const auto hash, reader_.bytes<32>(name));
        ISO_TRY(into, folder.encodings(file + "." + name, count, hash));
        return {};
    }
    Status finish() const { return reader_.finish(); }

private:
    wire::ObjectReader reader_;
};

Result<MixFile> parse_mix(BundleFolder& folder, const std::string& file, const Json& json, const proof::MixPlace& place, std::size_t ballots)
{
    wire::ObjectReader reader(json, "");
    MixFile mix;
    ISO_CHECK(expect_election(reader, place.election));
    ISO_CHECK(expect(reader, "round", place.round));
    ISO_TRY(const std::int64_t mixer, reader.integer("mixer", 1, election::kMaxTrustees));
    mix.mixer = static_cast<std::uint64_t>(mixer);
    ISO_CHECK(expect(reader, "ballots", ballots));
    ISO_CHECK(expect(reader, "blocks", place.blocks));
    ISO_TRY(const Json* files, reader.object("files"));
    Hashes hashes(*files);
    ISO_CHECK(hashes.read(folder, file, "output", 2 * place.blocks * ballots, mix.output));
    ISO_CHECK(hashes.read(folder, file, "commitments", ballots, mix.proof.commitments));
    ISO_CHECK(hashes.read(folder, file, "chain", ballots, mix.proof.chain));
    ISO_CHECK(hashes.read(folder, file, "chain-t", ballots, mix.proof.chain_t));
    ISO_CHECK(hashes.read(folder, file, "chain-s", ballots, mix.proof.chain_s));
    ISO_CHECK(hashes.read(folder, file, "order-s", ballots, mix.proof.order_s));
    ISO_CHECK(hashes.finish());
    ISO_TRY(mix.proof.t1, reader.bytes<32>("t1"));
    ISO_TRY(mix.proof.t2, reader.bytes<32>("t2"));
    ISO_TRY(mix.proof.t3, reader.bytes<32>("t3"));
    ISO_TRY(const Json* t4, reader.array("t4", place.blocks));
    for (const Json& pair : *t4) {
        ISO_TRY(const Encodings halves, read_texts(pair, 2, "t4"));
        mix.proof.t4.push_back({halves[0], halves[1]});
    }
    ISO_TRY(mix.proof.s1, reader.bytes<32>("s1"));
    ISO_TRY(mix.proof.s2, reader.bytes<32>("s2"));
    ISO_TRY(mix.proof.s3, reader.bytes<32>("s3"));
    ISO_TRY(const Json* s4, reader.array("s4", place.blocks));
    ISO_TRY(mix.proof.s4, read_texts(*s4, place.blocks, "s4"));
    ISO_CHECK(reader.finish());
    return mix;
}

Result<proof::Opening> parse_opening(BundleFolder& folder, const std::string& file, const Json& json, const proof::OpeningPlace& place, std::size_t ciphertexts)
{
    wire::ObjectReader reader(json, "");
    proof::Opening opening;
    ISO_CHECK(expect_election(reader, place.election));
    ISO_CHECK(expect(reader, "round", place.round));
    ISO_CHECK(expect(reader, "trustee", place.trustee));
    ISO_CHECK(expect(reader, "ciphertexts", ciphertexts));
    ISO_TRY(const Json* files, reader.object("files"));
    Hashes hashes(*files);
    ISO_CHECK(hashes.read(folder, file, "parts", ciphertexts, opening.parts));
    ISO_CHECK(hashes.finish());
    ISO_TRY(opening.t1, reader.bytes<32>("t1"));
    ISO_TRY(opening.t2, reader.bytes<32>("t2"));
    ISO_TRY(opening.s, reader.bytes<32>("s"));
    ISO_CHECK(reader.finish());
    return opening;
}

}  // namespace

Result<MixFile> read_mix(BundleFolder& folder, const std::string& file, const election::Trustees& trustees, const proof::MixPlace& place, std::size_t ballots)
{
    const auto read = [&]() -> Result<MixFile> {
        ISO_TRY(const std::string jws, folder.text(file + ".jws", kMaxSmallFile));
        ISO_TRY(const auto envelope, wire::split_envelope(jws, wire::Kind::mix, kMaxSmallFile));
        const auto signer = std::find_if(trustees.members.begin(), trustees.members.end(),
                                         [&](const election::Trustee& member) { return crypto::key_id(member.key) == envelope.kid; });
        if (signer == trustees.members.end()) return fail(Errc::forged, "it is signed by nobody who holds the key");
        ISO_TRY(const std::string payload, wire::open_envelope(envelope, signer->key));
        ISO_TRY(const Json json, wire::parse_json(payload));
        ISO_TRY(MixFile mix, parse_mix(folder, file, json, place, ballots));
        const auto number = static_cast<std::uint64_t>(signer - trustees.members.begin()) + 1;
        if (mix.mixer != number) return fail(Errc::forged, "it must be " + std::to_string(number) + ", who signed", "mixer");
        return mix;
    };
    auto mix = read();
    if (!mix) return tl::make_unexpected(forged(mix.error(), file));
    return mix;
}

Result<proof::Opening> read_opening(BundleFolder& folder, const std::string& file, const crypto::PublicKey& key, const proof::OpeningPlace& place,
                                    std::size_t ciphertexts)
{
    const auto read = [&]() -> Result<proof::Opening> {
        ISO_TRY(const std::string jws, folder.text(file + ".jws", kMaxSmallFile));
        ISO_TRY(const std::string payload, wire::open_envelope(jws, wire::Kind::opening, kMaxSmallFile, key));
        ISO_TRY(const Json json, wire::parse_json(payload));
        return parse_opening(folder, file, json, place, ciphertexts);
    };
    auto opening = read();
    if (!opening) return tl::make_unexpected(forged(opening.error(), file));
    return opening;
}

}  // namespace isoloir::verify
