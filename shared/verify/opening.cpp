#include "shared/verify/opening.hpp"

#include <atomic>
#include <mutex>

#include "shared/crypto/point.hpp"
#include "shared/crypto/threshold.hpp"
#include "shared/crypto/transcript.hpp"

namespace isoloir::verify {
namespace {

using crypto::Element;
using crypto::Point;
using crypto::Scalar;
using crypto::Transcript;
using proof::Encodings;
using proof::flat;

struct Sums {
    Element x;  // Σ ρ_i·C₁_i
    Element y;  // Σ ρ_i·D_i
};

/// H("open-rho"; statement, i)
Scalar weight(const ByteArray<64>& statement, std::size_t i)
{
    const ByteArray<64> digest = Transcript("open-rho").add(statement).add_number(i + 1).digest();
    return Scalar::of_128_bits(std::span(digest).first<16>());
}

Result<Sums> sums_plainly(const ByteArray<64>& statement, const Encodings& c1, const Encodings& parts)
{
    Sums sums;
    for (std::size_t i = 0; i < c1.size(); ++i) {
        const auto ciphertext = Element::parse(c1[i]);
        if (!ciphertext) return fail(Errc::forged, "element " + std::to_string(i) + " is not valid", "C₁");
        const auto part = Element::parse(parts[i]);
        if (!part) return fail(Errc::forged, "element " + std::to_string(i) + " is not valid", "D");
        const Scalar rho = weight(statement, i);
        sums.x = sums.x + rho * *ciphertext;
        sums.y = sums.y + rho * *part;
    }
    return sums;
}

Result<Sums> sums_together(const ByteArray<64>& statement, const Encodings& c1, const Encodings& parts, const Advance& advance)
{
    constexpr std::size_t kTogether = 1 << 16;
    Point x;
    Point y;
    bool sound = true;
    std::mutex adding;
    in_shares(
        c1.size(), advance,
        [&](std::size_t first, std::size_t last) {
            std::vector<Scalar> weights;
            std::vector<Point> ciphertexts;
            std::vector<Point> opened;
            bool read = true;
            for (std::size_t i = first; i < last && read; ++i) {
                const auto ciphertext = Point::read(c1[i]);
                const auto part = Point::read(parts[i]);
                read = ciphertext && part;
                weights.push_back(weight(statement, i));
                ciphertexts.push_back(ciphertext.value_or(Point()));
                opened.push_back(part.value_or(Point()));
            }
            const Point some_x = crypto::public_sum(weights, ciphertexts);
            const Point some_y = crypto::public_sum(weights, opened);
            const std::lock_guard lock(adding);
            x += some_x;
            y += some_y;
            sound = sound && read;
        },
        kTogether);
    if (!sound) return sums_plainly(statement, c1, parts);  // which names the element
    return Sums{x.element(), y.element()};
}

template <class MakeSums>
Status check(const proof::OpeningPlace& place, const Encodings& ciphertexts, const proof::Opening& opening, const MakeSums& make_sums)
{
    if (ciphertexts.empty() || opening.parts.size() != ciphertexts.size() / 2) return fail(Errc::forged, "its length is not the number of ciphertexts", "D");
    const auto t1 = Element::parse(opening.t1);
    if (!t1) return fail(Errc::forged, "the element is not valid", "T₁");
    const auto t2 = Element::parse(opening.t2);
    if (!t2) return fail(Errc::forged, "the element is not valid", "T₂");
    const auto s = Scalar::parse(opening.s);
    if (!s) return fail(Errc::forged, "the scalar is not reduced", "s");

    Encodings c1(opening.parts.size());
    for (std::size_t i = 0; i < c1.size(); ++i) c1[i] = ciphertexts[2 * i];
    const ByteArray<64> statement = Transcript("open-statement")
                                        .add(place.election)
                                        .add_number(place.round)
                                        .add_number(place.trustee)
                                        .add(place.public_share)
                                        .add(flat(c1))
                                        .add(flat(opening.parts))
                                        .digest();
    ISO_TRY(const Sums sums, make_sums(statement, c1, opening.parts));
    const Scalar c = Transcript("open-c").add(statement).add(sums.x).add(sums.y).add(*t1).add(*t2).scalar();
    if (crypto::base_times(*s) != *t1 + c * place.public_share) return fail(Errc::forged, "the equation does not hold", "s for K");
    if (*s * sums.x != *t2 + c * sums.y) return fail(Errc::forged, "the equation does not hold", "s for D");
    return {};
}

}  // namespace

Status check_opening(const proof::OpeningPlace& place, const Encodings& ciphertexts, const proof::Opening& opening, const Advance& advance)
{
    return check(place, ciphertexts, opening,
                 [&](const ByteArray<64>& statement, const Encodings& c1, const Encodings& parts) { return sums_together(statement, c1, parts, advance); });
}

Status check_opening_plainly(const proof::OpeningPlace& place, const Encodings& ciphertexts, const proof::Opening& opening)
{
    return check(place, ciphertexts, opening, sums_plainly);
}

Result<std::vector<Element>> open_together(const Encodings& ciphertexts, std::span<const CheckedPart> parts, const Advance& advance)
{
    std::vector<std::uint64_t> trustees;
    for (const CheckedPart& part : parts) trustees.push_back(part.trustee);
    Bytes lambdas;
    for (const std::uint64_t trustee : trustees) {
        const Scalar lambda = crypto::lagrange(trustees, trustee);
        lambdas.insert(lambdas.end(), lambda.bytes().begin(), lambda.bytes().end());
    }

    std::vector<Element> opened(ciphertexts.size() / 2);
    std::atomic<bool> sound{true};
    in_shares(opened.size(), advance, [&](std::size_t first, std::size_t last) {
        std::vector<Point> of_one(parts.size());
        const auto read = [&](const ByteArray<32>& encoding) {
            const auto point = Point::read(encoding);
            if (!point) sound = false;
            return point.value_or(Point());
        };
        for (std::size_t i = first; i < last; ++i) {
            for (std::size_t j = 0; j < parts.size(); ++j) of_one[j] = read((*parts[j].parts)[i]);
            // Nothing here is secret; but of few products this is the faster sum, and of one λ is 1.
            const Point mask = parts.size() == 1 ? of_one[0] : crypto::secret_sum(lambdas, of_one);
            opened[i] = (read(ciphertexts[2 * i + 1]) -= mask).element();
        }
    });
    if (!sound) return fail(Errc::forged, "an element is not valid", "D");
    return opened;
}

}  // namespace isoloir::verify
