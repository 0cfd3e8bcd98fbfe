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

ByteArray<64> statement_of(const OpeningPlace& place, const Encodings& c1, const Encodings& parts)
{
    Transcript transcript("open-statement");
    transcript.add(place.election).add_number(place.round).add_number(place.trustee).add(place.public_share);
    return transcript.add(flat(c1)).add(flat(parts)).digest();
}

/// X and Y: the ciphertexts and their parts, each set weighed alike.
struct Weighed {
    Element x;
    Element y;
};

Weighed weigh(const ByteArray<64>& statement, const Encodings& c1, const Encodings& parts)
{
    Transcript prefix("open-rho");
    prefix.add(statement);
    Point x;
    Point y;
    std::mutex adding;
    in_shares(
        c1.size(), [](std::uint64_t) {},
        [&](std::size_t first, std::size_t last) {
            std::vector<Scalar> weights;
            std::vector<Point> ciphertexts;
            std::vector<Point> opened;
            for (std::size_t i = first; i < last; ++i) {
                Transcript one = prefix;
                const ByteArray<64> digest = one.add_number(i + 1).digest();
                weights.push_back(Scalar::of_128_bits(std::span(digest).first<16>()));
                ciphertexts.push_back(Point::read(c1[i]).value_or(Point()));
                opened.push_back(Point::read(parts[i]).value_or(Point()));
            }
            const Point some_x = crypto::public_sum(weights, ciphertexts);
            const Point some_y = crypto::public_sum(weights, opened);
            const std::lock_guard lock(adding);
            x += some_x;
            y += some_y;
        });
    return {x.element(), y.element()};
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
        if (const auto element = Element::parse(c1[i])) opening.parts[i] = (share * *element).bytes();
        else sound = false;
    });
    if (!sound) return fail(Errc::malformed, "a ballot to be opened is no ciphertext");

    const ByteArray<64> statement = statement_of(place, c1, opening.parts);
    const auto [x, y] = weigh(statement, c1, opening.parts);
    const Scalar a = Scalar::random(random);
    opening.t1 = crypto::base_times(a).bytes();
    opening.t2 = (a * x).bytes();
    const Scalar c = Transcript("open-c").add(statement).add(x).add(y).add(opening.t1).add(opening.t2).scalar();
    opening.s = (a + c * share).bytes();
    return opening;
}

}  // namespace isoloir::proof
