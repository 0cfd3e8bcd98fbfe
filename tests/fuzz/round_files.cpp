// The files of a mix and of an opening as a trustee published them. Whatever they say, they are read as what was written or not at all,
// and both ways of checking take the honest ones alone.
//
//   input := 0 envelope                 mix-1.jws and opening-1.jws as received
//          | 1 payload                  of the same, signed by the trustee
//          | 2 place (2 bytes) bytes    written over the arrays, signed for as they are then

#include <fstream>

#include "shared/proof/bundle_files.hpp"
#include "shared/verify/round_files.hpp"
#include "tests/fuzz/wire_target.hpp"
#include "tests/shared/proof/an_urn.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace isoloir;

namespace {

struct ARound {
    test::SeededRandom random{1};
    test::ASharedKey key{1, 1, random};
    test::AMix mix{2, 1, key.key(), random};
    proof::OpeningPlace place{mix.place.election, mix.place.round, 1, key.trustees.public_share(1)};
    proof::Opening opening;
    test::TemporaryFolder folder;

    ARound()
    {
        mix.place.mixer = 1;
        auto shuffled = proof::shuffle(mix.place, mix.input, random, test::nobody_waits).value();
        mix.output = std::move(shuffled.output);
        mix.proof = std::move(shuffled.proof);
        opening = proof::open_in_part(place, mix.output, key.shares[0], random, test::nobody_waits).value();
    }
    void write(const test::AMix& some_mix, const proof::Opening& some_opening) const
    {
        fuzz::require(proof::write_mix(folder.path(), 1, mix.place, {some_mix.output, some_mix.proof}, key.signers[0]).has_value());
        fuzz::require(proof::write_opening(folder.path(), place, some_opening, key.signers[0]).has_value());
    }
};

std::string mixed_text(const proof::Encodings& output, const proof::MixProof& proof)
{
    std::string text;
    for (const auto* array : {&output, &proof.commitments, &proof.chain, &proof.chain_t, &proof.chain_s, &proof.order_s, &proof.s4})
        text += text_of(proof::flat(*array));
    for (const auto& halves : proof.t4)
        for (const auto& half : halves) text += text_of(half);
    for (const auto& one : {proof.t1, proof.t2, proof.t3, proof.s1, proof.s2, proof.s3}) text += text_of(one);
    return text;
}

std::string opened_text(const proof::Opening& opening)
{
    std::string text(text_of(proof::flat(opening.parts)));
    for (const auto& one : {opening.t1, opening.t2, opening.s}) text += text_of(one);
    return text;
}

void check(ARound& round)
{
    const test::AMix& honest = round.mix;
    verify::BundleFolder folder(round.folder.path());
    if (const auto mix = verify::read_mix(folder, proof::mix_name(1), round.key.trustees, honest.place, 2)) {
        const verify::Mix lent{honest.place, honest.input, mix->output, mix->proof};
        const bool holds = verify::check_mix(lent, round.random, test::nobody_waits).has_value();
        fuzz::require(holds == verify::check_mix_plainly(lent).has_value());
        fuzz::require(holds == (mixed_text(mix->output, mix->proof) == mixed_text(honest.output, honest.proof)));
    }
    if (const auto opening = verify::read_opening(folder, proof::opening_name(1), round.key.signers[0].public_key(), round.place, 2)) {
        const bool holds = verify::check_opening(round.place, honest.output, *opening, test::nobody_waits).has_value();
        fuzz::require(holds == verify::check_opening_plainly(round.place, honest.output, *opening).has_value());
        fuzz::require(holds == (opened_text(*opening) == opened_text(round.opening)));
    }
}

void write(const ARound& round, const std::string& file, std::string_view text)
{
    std::ofstream(round.folder.path() / file, std::ios::binary) << text;
}

/// Arrays of both, one after the other, with `bytes` over them from `at` on.
void overwrite(const ARound& round, std::size_t at, ByteSpan bytes)
{
    test::AMix mix = round.mix;
    proof::Opening opening = round.opening;
    std::vector<std::uint8_t*> all;
    for (auto* array : {&mix.output, &mix.proof.commitments, &mix.proof.chain, &mix.proof.chain_t, &mix.proof.chain_s, &mix.proof.order_s, &opening.parts})
        for (auto& encoding : *array)
            for (auto& byte : encoding) all.push_back(&byte);
    for (const std::uint8_t byte : bytes) *all[at++ % all.size()] = byte;
    round.write(mix, opening);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::require(crypto::start());
    static ARound round;
    if (size == 0) return 0;
    const ByteSpan rest = ByteSpan(data, size).subspan(1);
    round.write(round.mix, round.opening);
    if (data[0] == 0) {
        write(round, "mix-1.jws", text_of(rest));
        write(round, "opening-1.jws", text_of(rest));
    } else if (data[0] == 1) {
        write(round, "mix-1.jws", wire::sign_envelope(wire::Kind::mix, text_of(rest), round.key.signers[0]));
        write(round, "opening-1.jws", wire::sign_envelope(wire::Kind::opening, text_of(rest), round.key.signers[0]));
    } else if (rest.size() >= 2) {
        overwrite(round, std::size_t{rest[0]} | std::size_t{rest[1]} << 8, rest.subspan(2));
    }
    check(round);
    return 0;
}
