#include "shared/proof/opening.hpp"

#include <atomic>
#include <mutex>

#include "shared/crypto/point.hpp"
#include "shared/crypto/transcript.hpp"

namespace isoloir::proof {
namespace {

using crypto::Element;
using crypto::Point;
using crypto::Scalar;
using crypto::Transcript;

constexpr std::size_t kTogether = 1 << 16;

ByteArray<64> statement_of(const OpeningPlace& place, const Encodings& c1, const Encodings& parts)
{
    Transcript transcript("open-statement");
    transcript.add(place.election).add_number(place.round).add_number(place.trustee).add(place.public_share);
    return transcript.add(flat(c1)).add(flat(parts)).digest();
}

/// X: the ciphertexts, weighed.
Element weigh(const ByteArray<64>& statement, const Encodings& c1)
{
    Transcript prefix("open-rho");
    prefix.add(statement);
    Point sum;
    std::mutex adding;
    in_shares(
        c1.size(), [](std::uint64_t) {},
        [&](std::size_t first, std::size_t last) {
            std::vector<Scalar> weights;
            std::vector<Point> points;
            for (std::size_t i = first; i < last; ++i) {
                Transcript one = prefix;
                const ByteArray<64> digest = one.add_number(i + 1).digest();
                weights.push_back(Scalar::of_128_bits(std::span(digest).first<16>()));
                points.push_back(Point::read(c1[i]).value_or(Point()));
            }
            const Point some = crypto::public_sum(weights, points);
            const std::lock_guard lock(adding);
            sum += some;
        },
        kTogether);
    return sum.element();
}

}  // namespace

Result<Opening> open_in_part(const OpeningPlace& place, const Encodings& ciphertexts, const Scalar& share, crypto::Random& random, const Advance& advance)
{
    if (ciphertexts.empty() || ciphertexts.size() % 2 != 0) return fail(Errc::refused, "there is nothing whole to open");
    Encodings c1(ciphertexts.size() / 2);
    Opening opening;
    opening.parts.resize(c1.size());
    std::atomic<bool> sound{true};
    in_steps(c1.size(), advance, [&](std::size_t i) {
        c1[i] = ciphertexts[2 * i];
        if (const auto part = crypto::times(share, c1[i])) opening.parts[i] = part->bytes();
        else sound = false;
    });
    if (!sound) return fail(Errc::malformed, "a ballot to be opened is no ciphertext");

    const ByteArray<64> statement = statement_of(place, c1, opening.parts);
    const Element x = weigh(statement, c1);
    const Element y = share * x;  // what the parts add up to, weighed alike
    const Scalar a = Scalar::random(random);
    opening.t1 = crypto::base_times(a).bytes();
    opening.t2 = (a * x).bytes();
    const Scalar c = Transcript("open-c").add(statement).add(x).add(y).add(opening.t1).add(opening.t2).scalar();
    opening.s = (a + c * share).bytes();
    return opening;
}

}  // namespace isoloir::proof
