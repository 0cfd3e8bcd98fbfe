#include "shared/verify/mix_statement.hpp"

#include <algorithm>
#include <atomic>

#include "shared/crypto/transcript.hpp"

namespace isoloir::verify {
namespace {

using crypto::Scalar;
using crypto::Transcript;
using proof::Encodings;
using proof::flat;

Result<Scalar> read_scalar(const ByteArray<32>& bytes, const char* name)
{
    auto scalar = Scalar::parse(bytes);
    if (!scalar) return fail(Errc::forged, "a scalar is not reduced", name);
    return scalar;
}

Result<std::vector<Scalar>> read_scalars(const Encodings& all, const char* name)
{
    std::vector<Scalar> scalars(all.size());
    std::atomic<bool> sound{true};
    for_each_index(all.size(), [&](std::size_t i) {
        const auto scalar = Scalar::parse(all[i]);
        if (scalar) scalars[i] = *scalar;
        else sound = false;
    });
    if (sound) return scalars;
    const auto wrong = std::find_if(all.begin(), all.end(), [](const ByteArray<32>& bytes) { return !Scalar::parse(bytes); });
    return fail(Errc::forged, "scalar " + std::to_string(wrong - all.begin()) + " is not reduced", name);
}

std::vector<ByteArray<32>> sorted_c1(const Encodings& ciphertexts)
{
    std::vector<ByteArray<32>> c1;
    c1.reserve(ciphertexts.size() / 2);
    for (std::size_t i = 0; i < ciphertexts.size(); i += 2) c1.push_back(ciphertexts[i]);
    std::sort(c1.begin(), c1.end());
    return c1;
}

bool share_a_ciphertext(const Encodings& one, const Encodings& other)
{
    std::vector<ByteArray<32>> a;
    std::vector<ByteArray<32>> b;
    for_each_task(2, [&](std::size_t i) {
        if (i == 0) a = sorted_c1(one);
        else b = sorted_c1(other);
    });
    std::size_t at = 0;
    return std::any_of(a.begin(), a.end(), [&](const ByteArray<32>& c1) {
        while (at < b.size() && b[at] < c1) ++at;
        return at < b.size() && b[at] == c1;
    });
}

}  // namespace

Status check_shape(const Mix& mix)
{
    const std::size_t width = 2 * mix.place.blocks;
    if (mix.input.size() % width != 0 || mix.input.size() < 2 * width) return fail(Errc::forged, "fewer than two ballots are mixed", "e");
    if (mix.output.size() != mix.input.size()) return fail(Errc::forged, "as many ballots must come out as went in", "e'");
    const std::size_t count = mix.input.size() / width;
    const proof::MixProof& proof = mix.proof;
    const std::pair<const Encodings*, const char*> arrays[] = {
        {&proof.commitments, "c"}, {&proof.chain, "ĉ"}, {&proof.chain_t, "t̂"}, {&proof.chain_s, "ŝ"}, {&proof.order_s, "s'"}};
    for (const auto& [array, name] : arrays)
        if (array->size() != count) return fail(Errc::forged, "its length is not the number of ballots", name);
    if (proof.t4.size() != mix.place.blocks) return fail(Errc::forged, "its length is not the number of blocks", "t₄");
    if (proof.s4.size() != mix.place.blocks) return fail(Errc::forged, "its length is not the number of blocks", "s₄");
    if (share_a_ciphertext(mix.input, mix.output)) return fail(Errc::forged, "a ciphertext came out as it went in", "e'");
    return {};
}

MixNumbers numbers_of(const Mix& mix)
{
    const auto& [place, input, output, proof] = mix;
    const ByteArray<64> statement = Transcript("mix-statement")
                                        .add(place.election)
                                        .add_number(place.round)
                                        .add_number(place.mixer)
                                        .add(place.key)
                                        .add(flat(input))
                                        .add(flat(output))
                                        .add(flat(proof.commitments))
                                        .digest();
    MixNumbers numbers;
    numbers.u.resize(proof.commitments.size());
    for_each_index(numbers.u.size(), [&](std::size_t i) {
        const ByteArray<64> digest = Transcript("mix-u").add(statement).add_number(i + 1).digest();
        numbers.u[i] = Scalar::of_128_bits(std::span(digest).first<16>());
    });
    Transcript transcript("mix-c");
    transcript.add(statement).add(flat(proof.chain)).add(proof.t1).add(proof.t2).add(proof.t3);
    for (const auto& [first, second] : proof.t4) transcript.add(first).add(second);
    numbers.c = transcript.add(flat(proof.chain_t)).scalar();
    return numbers;
}

Result<MixAnswers> read_answers(const proof::MixProof& proof)
{
    MixAnswers answers;
    ISO_TRY(answers.chain, read_scalars(proof.chain_s, "ŝ"));
    ISO_TRY(answers.order, read_scalars(proof.order_s, "s'"));
    ISO_TRY(answers.s1, read_scalar(proof.s1, "s₁"));
    ISO_TRY(answers.s2, read_scalar(proof.s2, "s₂"));
    ISO_TRY(answers.s3, read_scalar(proof.s3, "s₃"));
    ISO_TRY(answers.s4, read_scalars(proof.s4, "s₄"));
    return answers;
}

}  // namespace isoloir::verify
