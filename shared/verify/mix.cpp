// Every equation of PROTOCOL.md 11.3 says that a sum of products is the identity. Each is taken with a weight of its own, drawn
// here (that of s₃ may be 1: what is left must still add up to nothing), and the products of one element are gathered, so that
// each element is read once and multiplied once:
//
//   h_i  a₁·c + s'_i            C'_i   a₄·s'_i       ĉ_i  w_{i+1}·s'_{i+1} − w_i·c, and for the last − a₂·c
//   h    a₂·c·û + w_1·s'_1
//
// Products with factors of half the length cost half. So what can be is added up with these, and its sum multiplied by the rest:
//
//   −c · Σ (a₁ + u_i)·c_i       −a₄·c · Σ u_i·C_i    −1 · Σ w_i·t̂_i

#include "shared/verify/mix.hpp"

#include <atomic>
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

    void add(const Scalar& factor, const Point& point)
    {
        factors.push_back(factor);
        points.push_back(point);
    }
};

/// Some ballots: what is read of them, and what it is multiplied by where that is not w or u.
struct Part {
    std::size_t first{0};
    std::size_t count{0};
    Products whole;  // with factors of full length
    Products commitments;
    std::vector<Point> chain_t;
    std::vector<std::vector<Point>> input;  // of each half of each block
    Scalar chain_s;                         // Σ w_i·ŝ_i
    Scalar product{Scalar::of(1)};          // Π u_i
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
          a_(draw_weights(2, random)),
          a4_(draw_weights(2 * blocks_, random)),
          generators_(mix.place.election),
          input_(2 * blocks_)
    {
    }

    bool holds(const Advance& advance)
    {
        constexpr std::size_t kTogether = 1 << 15;
        in_parts(count_, kTogether, advance, [&](std::size_t begin, std::size_t end) {
            std::vector<Part> parts;
            std::mutex adding;
            for_each_share(end - begin, [&](std::size_t first, std::size_t last) {
                Part part = read(begin + first, begin + last);
                const std::lock_guard lock(adding);
                parts.push_back(std::move(part));
            });
            add(parts);
        });
        const Products products = of_all_ballots();
        return sound_ && crypto::public_sum(products.factors, products.points) + whole_ == Point();
    }

private:
    Point read(const ByteArray<32>& encoding)
    {
        const auto point = Point::read(encoding);
        if (!point) sound_ = false;
        return point.value_or(Point());
    }

    Part read(std::size_t first, std::size_t last)
    {
        const auto& [u, c] = numbers_;
        const std::size_t halves = input_.size();
        const Scalar a1_c = a_[0] * c;
        Part part;
        part.first = first;
        part.count = last - first;
        part.input.resize(halves);
        part.whole.points.reserve((2 + halves) * part.count);
        for (auto* points : {&part.commitments.points, &part.chain_t}) points->reserve(part.count);
        for (auto& points : part.input) points.reserve(part.count);
        for (std::size_t i = first; i < last; ++i) {
            part.whole.add(a1_c + s_.order[i], generators_[i + 1]);
            part.whole.add((i + 1 < count_ ? w_[i + 1] * s_.order[i + 1] : Scalar{} - a_[1] * c) - w_[i] * c, read(mix_.proof.chain[i]));
            part.commitments.add(a_[0] + u[i], read(mix_.proof.commitments[i]));
            part.chain_t.push_back(read(mix_.proof.chain_t[i]));
            for (std::size_t half = 0; half < halves; ++half) {
                part.whole.add(a4_[half] * s_.order[i], read(mix_.output[halves * i + half]));
                part.input[half].push_back(read(mix_.input[halves * i + half]));
            }
            part.chain_s = part.chain_s + w_[i] * s_.chain[i];
            part.product = part.product * u[i];
        }
        return part;
    }

    void add(const std::vector<Part>& parts)
    {
        std::vector<std::vector<crypto::Products>> sums(3 + input_.size());
        for (const Part& part : parts) {
            const auto of_part = [&](const std::vector<Scalar>& factors) { return std::span(factors).subspan(part.first, part.count); };
            sums[0].push_back({part.whole.factors, part.whole.points});
            sums[1].push_back({part.commitments.factors, part.commitments.points});
            sums[2].push_back({of_part(w_), part.chain_t});
            for (std::size_t half = 0; half < input_.size(); ++half) sums[3 + half].push_back({of_part(numbers_.u), part.input[half]});
            chain_s_ = chain_s_ + part.chain_s;
            product_ = product_ * part.product;
        }
        const std::vector<Point> points = crypto::public_sums(sums);
        whole_ += points[0];
        commitments_ += points[1];
        chain_t_ += points[2];
        for (std::size_t half = 0; half < input_.size(); ++half) input_[half] += points[3 + half];
    }

    /// What stands once in the equations, and the sums with what they are still to be multiplied by.
    Products of_all_ballots()
    {
        const Scalar& c = numbers_.c;
        const Scalar minus_one = Scalar{} - Scalar::of(1);
        Products products;
        products.add(a_[1] * c * product_ + w_[0] * s_.order[0], generators_[0]);
        products.add(Scalar{} - c, commitments_);
        products.add(minus_one, chain_t_);
        products.add(Scalar{} - a_[0], read(mix_.proof.t1));
        products.add(Scalar{} - a_[1], read(mix_.proof.t2));
        products.add(minus_one, read(mix_.proof.t3));
        Scalar base = a_[0] * s_.s1 + a_[1] * s_.s2 + s_.s3 + chain_s_;
        Scalar key;
        for (std::size_t block = 0; block < blocks_; ++block) {
            for (std::size_t half = 2 * block; half < 2 * block + 2; ++half) {
                products.add(Scalar{} - a4_[half] * c, input_[half]);
                products.add(Scalar{} - a4_[half], read(mix_.proof.t4[block][half % 2]));
            }
            base = base - a4_[2 * block] * s_.s4[block];
            key = key - a4_[2 * block + 1] * s_.s4[block];
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
    const std::vector<Scalar> w_;   // of the chain's equations
    const std::vector<Scalar> a_;   // of those for s₁ and s₂
    const std::vector<Scalar> a4_;  // of those for s₄, of C₁ and C₂ of each block
    const proof::Generators generators_;

    Point whole_;                    // of products with factors of full length
    Point commitments_;              // Σ (a₁ + u_i)·c_i
    Point chain_t_;                  // Σ w_i·t̂_i
    std::vector<Point> input_;       // Σ u_i·C_i of each half of each block
    Scalar chain_s_;                 // Σ w_i·ŝ_i
    Scalar product_{Scalar::of(1)};  // û
    std::atomic<bool> sound_{true};  // whether all elements read
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
