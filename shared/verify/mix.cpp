// Every equation of PROTOCOL.md 11.3 says that a sum of products is the identity. Each is taken with a weight of its own, drawn
// here, and the products of one element are gathered, so that each element is read once and multiplied once:
//
//   h_i  a₁·c + a₃·s'_i            C'_i   a₄·s'_i       ĉ_i  w_{i+1}·s'_{i+1} − w_i·c, and for the last − a₂·c
//   c_i  −c·(a₁ + a₃·u_i)          C_i    −a₄·c·u_i     t̂_i  −w_i
//   h    a₂·c·û + w_1·s'_1

#include "shared/verify/mix.hpp"

#include <mutex>

#include "shared/crypto/point.hpp"
#include "shared/proof/generators.hpp"
#include "shared/verify/mix_statement.hpp"

namespace isoloir::verify {
namespace {

using crypto::Point;
using crypto::Scalar;

std::vector<Scalar> draw_weights(std::size_t count, crypto::Random& random)
{
    Bytes bytes(16 * count);
    random.fill(bytes);
    std::vector<Scalar> weights;
    weights.reserve(count);
    for (std::size_t i = 0; i < count; ++i) weights.push_back(Scalar::of_128_bits(std::span(bytes).subspan(16 * i).first<16>()));
    return weights;
}

/// Products to be added up.
struct Products {
    std::vector<Scalar> factors;
    std::vector<Point> points;
    bool sound{true};

    void add(const Scalar& factor, const Point& point)
    {
        factors.push_back(factor);
        points.push_back(point);
    }
    void add(const Scalar& factor, const ByteArray<32>& encoding)
    {
        const auto point = Point::read(encoding);
        if (point) add(factor, *point);
        else sound = false;
    }
    Point sum() const { return crypto::public_sum(factors, points); }
};

class Equation {
public:
    Equation(const Mix& mix, const MixAnswers& answers, crypto::Random& random)
        : mix_(mix),
          s_(answers),
          count_(mix.proof.commitments.size()),
          blocks_(mix.place.blocks),
          numbers_(numbers_of(mix)),
          w_(draw_weights(count_, random)),
          a_(draw_weights(3 + 2 * blocks_, random)),
          generators_(mix.place.election)
    {
    }

    bool holds(const Advance& advance) const
    {
        constexpr std::size_t kTogether = 1 << 14;
        Products few = of_all_ballots();
        bool sound = few.sound;
        Point sum = few.sum();
        std::mutex adding;
        in_shares(
            count_, advance,
            [&](std::size_t first, std::size_t last) {
                const Products products = of_ballots(first, last);
                const Point some = products.sum();
                const std::lock_guard lock(adding);
                sum += some;
                sound = sound && products.sound;
            },
            kTogether);
        return sound && sum == Point();
    }

private:
    Products of_ballots(std::size_t first, std::size_t last) const
    {
        const auto& [u, c] = numbers_;
        const Scalar minus_c = Scalar{} - c;
        Products products;
        products.factors.reserve((last - first) * (4 + 4 * blocks_));
        products.points.reserve((last - first) * (4 + 4 * blocks_));
        for (std::size_t i = first; i < last; ++i) {
            products.add(a_[0] * c + a_[2] * s_.order[i], generators_[i + 1]);
            products.add(minus_c * (a_[0] + a_[2] * u[i]), mix_.proof.commitments[i]);
            products.add(w_[i] * minus_c + (i + 1 < count_ ? w_[i + 1] * s_.order[i + 1] : a_[1] * minus_c), mix_.proof.chain[i]);
            products.add(Scalar{} - w_[i], mix_.proof.chain_t[i]);
            const Scalar u_c = minus_c * u[i];
            for (std::size_t half = 0; half < 2 * blocks_; ++half) {
                products.add(a_[3 + half] * s_.order[i], mix_.output[2 * blocks_ * i + half]);
                products.add(a_[3 + half] * u_c, mix_.input[2 * blocks_ * i + half]);
            }
        }
        return products;
    }

    /// What stands once in the equations.
    Products of_all_ballots() const
    {
        const auto& [u, c] = numbers_;
        Scalar product = Scalar::of(1);
        Scalar base = a_[0] * s_.s1 + a_[1] * s_.s2 + a_[2] * s_.s3;
        for (std::size_t i = 0; i < count_; ++i) {
            product = product * u[i];
            base = base + w_[i] * s_.chain[i];
        }
        Products products;
        products.add(a_[1] * c * product + w_[0] * s_.order[0], generators_[0]);
        products.add(Scalar{} - a_[0], mix_.proof.t1);
        products.add(Scalar{} - a_[1], mix_.proof.t2);
        products.add(Scalar{} - a_[2], mix_.proof.t3);
        Scalar key;
        for (std::size_t block = 0; block < blocks_; ++block) {
            const Scalar& c1 = a_[3 + 2 * block];
            const Scalar& c2 = a_[4 + 2 * block];
            base = base - c1 * s_.s4[block];
            key = key - c2 * s_.s4[block];
            products.add(Scalar{} - c1, mix_.proof.t4[block][0]);
            products.add(Scalar{} - c2, mix_.proof.t4[block][1]);
        }
        products.add(key, Point(mix_.place.key));
        products.add(base, Point(crypto::base_times(Scalar::of(1))));
        return products;
    }

    const Mix& mix_;
    const MixAnswers& s_;
    const std::size_t count_;
    const std::size_t blocks_;
    const MixNumbers numbers_;
    const std::vector<Scalar> w_;  // of the chain's equations
    const std::vector<Scalar> a_;  // of those for s₁ s₂ s₃, then s₄ of C₁ and C₂ of each block
    const proof::Generators generators_;
};

}  // namespace

Status check_mix(const Mix& mix, crypto::Random& random, const Advance& advance)
{
    ISO_CHECK(check_shape(mix));
    ISO_TRY(const MixAnswers answers, read_answers(mix.proof));
    if (Equation(mix, answers, random).holds(advance)) return {};
    return check_mix_plainly(mix);
}

}  // namespace isoloir::verify
