#include "shared/crypto/transcript.hpp"
#include "shared/verify/mix_statement.hpp"

namespace isoloir::verify {
namespace {

using crypto::base_times;
using crypto::Element;
using crypto::Scalar;
using proof::Encodings;

Result<std::vector<Element>> read_elements(const Encodings& all, const char* name)
{
    std::vector<Element> elements;
    elements.reserve(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto element = Element::parse(all[i]);
        if (!element) return fail(Errc::forged, "element " + std::to_string(i) + " is not valid", name);
        elements.push_back(*element);
    }
    return elements;
}

Element generator(const crypto::Digest& election, std::uint64_t index)
{
    return Element::from_hash(crypto::Transcript("generator").add(election).add_number(index).digest());
}

Status holds(bool equation, const char* name)
{
    if (!equation) return fail(Errc::forged, "the equation does not hold", name);
    return {};
}

}  // namespace

Status check_mix_plainly(const Mix& mix)
{
    ISO_CHECK(check_shape(mix));
    const proof::MixPlace& place = mix.place;
    const std::size_t count = mix.proof.commitments.size();
    ISO_TRY(const auto input, read_elements(mix.input, "e"));
    ISO_TRY(const auto output, read_elements(mix.output, "e'"));
    ISO_TRY(const auto commitments, read_elements(mix.proof.commitments, "c"));
    ISO_TRY(const auto chain, read_elements(mix.proof.chain, "ĉ"));
    ISO_TRY(const auto chain_t, read_elements(mix.proof.chain_t, "t̂"));
    ISO_TRY(const auto t123, read_elements({mix.proof.t1, mix.proof.t2, mix.proof.t3}, "t₁ t₂ t₃"));
    Encodings t4_encodings;
    for (const auto& halves : mix.proof.t4) t4_encodings.insert(t4_encodings.end(), halves.begin(), halves.end());
    ISO_TRY(const auto t4, read_elements(t4_encodings, "t₄"));
    ISO_TRY(const MixAnswers s, read_answers(mix.proof));
    const auto [u, c] = numbers_of(mix);
    const Element h = generator(place.election, 0);

    Element committed;               // Σ c_i
    Element generators;              // Σ h_i
    Element weighed;                 // Σ u_i·c_i
    Element answered;                // Σ s'_i·h_i
    Scalar product = Scalar::of(1);  // û
    for (std::size_t i = 0; i < count; ++i) {
        const Element h_i = generator(place.election, i + 1);
        committed = committed + commitments[i];
        generators = generators + h_i;
        weighed = weighed + u[i] * commitments[i];
        answered = answered + s.order[i] * h_i;
        product = product * u[i];
    }
    ISO_CHECK(holds(base_times(s.s1) == t123[0] + c * (committed - generators), "s₁"));
    ISO_CHECK(holds(base_times(s.s2) == t123[1] + c * (chain.back() - product * h), "s₂"));
    ISO_CHECK(holds(base_times(s.s3) + answered == t123[2] + c * weighed, "s₃"));

    for (std::size_t block = 0; block < place.blocks; ++block) {
        Element in[2];
        Element out[2];
        for (std::size_t i = 0; i < count; ++i)
            for (std::size_t half = 0; half < 2; ++half) {
                const std::size_t at = 2 * (i * place.blocks + block) + half;
                in[half] = in[half] + u[i] * input[at];
                out[half] = out[half] + s.order[i] * output[at];
            }
        ISO_CHECK(holds(out[0] - base_times(s.s4[block]) == t4[2 * block] + c * in[0], "s₄ of C₁"));
        ISO_CHECK(holds(out[1] - s.s4[block] * place.key == t4[2 * block + 1] + c * in[1], "s₄ of C₂"));
    }

    for (std::size_t i = 0; i < count; ++i)
        ISO_CHECK(holds(base_times(s.chain[i]) + s.order[i] * (i == 0 ? h : chain[i - 1]) == chain_t[i] + c * chain[i], "ŝ"));
    return {};
}

}  // namespace isoloir::verify
