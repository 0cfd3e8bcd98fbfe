#include "shared/proof/bundle_files.hpp"

#include <nlohmann/json.hpp>

#include "shared/base/encoding.hpp"
#include "shared/base/file.hpp"
#include "shared/wire/jws.hpp"

namespace isoloir::proof {
namespace {

using Json = nlohmann::ordered_json;

/// Writes arrays beside an envelope and gathers their hashes.
class Arrays {
public:
    explicit Arrays(std::filesystem::path beside) : beside_(std::move(beside)) {}

    Status write(const char* name, const Encodings& array)
    {
        hashes[name] = to_base64url(crypto::sha256(flat(array)));
        return write_file(std::filesystem::path(beside_).concat(std::string(".") + name), text_of(flat(array)));
    }
    Json hashes;

private:
    std::filesystem::path beside_;
};

Json texts(const Encodings& array)
{
    Json texts = Json::array();
    for (const auto& one : array) texts.push_back(to_base64url(one));
    return texts;
}

}  // namespace

std::string mix_name(std::uint64_t position)
{
    return "mix-" + std::to_string(position);
}

std::string opening_name(std::uint64_t trustee)
{
    return "opening-" + std::to_string(trustee);
}

Status write_mix(const std::filesystem::path& round, std::uint64_t position, const MixPlace& place, const Shuffled& mixed, const crypto::Signer& mixer)
{
    const std::filesystem::path beside = round / mix_name(position);
    const MixProof& proof = mixed.proof;
    Arrays arrays(beside);
    ISO_CHECK(arrays.write("output", mixed.output));
    ISO_CHECK(arrays.write("commitments", proof.commitments));
    ISO_CHECK(arrays.write("chain", proof.chain));
    ISO_CHECK(arrays.write("chain-t", proof.chain_t));
    ISO_CHECK(arrays.write("chain-s", proof.chain_s));
    ISO_CHECK(arrays.write("order-s", proof.order_s));

    Json json;
    json["election"] = to_base64url(place.election);
    json["round"] = place.round;
    json["mixer"] = place.mixer;
    json["ballots"] = proof.commitments.size();
    json["blocks"] = place.blocks;
    json["files"] = arrays.hashes;
    json["t1"] = to_base64url(proof.t1);
    json["t2"] = to_base64url(proof.t2);
    json["t3"] = to_base64url(proof.t3);
    for (const auto& [first, second] : proof.t4) json["t4"].push_back(texts({first, second}));
    json["s1"] = to_base64url(proof.s1);
    json["s2"] = to_base64url(proof.s2);
    json["s3"] = to_base64url(proof.s3);
    json["s4"] = texts(proof.s4);
    return write_file(std::filesystem::path(beside).concat(".jws"), wire::sign_envelope(wire::Kind::mix, json.dump(), mixer));
}

Status write_opening(const std::filesystem::path& round, const OpeningPlace& place, const Opening& opening, const crypto::Signer& trustee)
{
    const std::filesystem::path beside = round / opening_name(place.trustee);
    Arrays arrays(beside);
    ISO_CHECK(arrays.write("parts", opening.parts));
    Json json;
    json["election"] = to_base64url(place.election);
    json["round"] = place.round;
    json["trustee"] = place.trustee;
    json["ciphertexts"] = opening.parts.size();
    json["files"] = arrays.hashes;
    json["t1"] = to_base64url(opening.t1);
    json["t2"] = to_base64url(opening.t2);
    json["s"] = to_base64url(opening.s);
    return write_file(std::filesystem::path(beside).concat(".jws"), wire::sign_envelope(wire::Kind::opening, json.dump(), trustee));
}

}  // namespace isoloir::proof
