// Names are those of PROTOCOL.md 11.3. Ballots and their ciphertexts are counted from 0 here, generators from 1.

#include "shared/proof/shuffle.hpp"

#include <atomic>
#include <mutex>

#include "shared/crypto/fixed_base.hpp"
#include "shared/crypto/secret_scalars.hpp"
#include "shared/crypto/transcript.hpp"
#include "shared/proof/generators.hpp"

namespace isoloir::proof {
namespace {

using crypto::FixedBase;
using crypto::Point;
using crypto::Scalar;
using crypto::SecretScalars;
using crypto::Transcript;

/// Which ballot comes where, in guarded memory.
class Permutation {
public:
    /// Every order alike (Fisher and Yates).
    Permutation(std::size_t count, crypto::Random& random) : bytes_(sizeof(std::uint64_t) * count)
    {
        for (std::size_t i = 0; i < count; ++i) at(i) = i;
        for (std::size_t i = count; i > 1; --i) std::swap(at(i - 1), at(random.below(i)));
    }
    std::size_t operator[](std::size_t i) const { return reinterpret_cast<const std::uint64_t*>(bytes_.data())[i]; }

private:
    std::uint64_t& at(std::size_t i) { return reinterpret_cast<std::uint64_t*>(bytes_.data())[i]; }
    crypto::SecretBytes bytes_;
};

class Prover {
public:
    Prover(const MixPlace& place, const Encodings& input, crypto::Random& random, const Advance& advance)
        : place_(place),
          input_(input),
          advance_(advance),
          blocks_(place.blocks),
          count_(input.size() / (2 * blocks_)),
          generators_(place.election),
          key_(Point(place.key)),
          h_(generators_[0]),
          order_(count_, random),
          r_(SecretScalars::random(count_, random)),
          fresh_(SecretScalars::random(count_ * blocks_, random)),
          chain_r_(SecretScalars::random(count_, random)),
          chain_omega_(SecretScalars::random(count_, random)),
          order_omega_(SecretScalars::random(count_, random)),
          omega_(SecretScalars::random(3 + blocks_, random))
    {
    }

    Result<Shuffled> prove()
    {
        MixProof& proof = mixed_.proof;
        mixed_.output.resize(input_.size());
        for (Encodings* array : {&proof.commitments, &proof.chain, &proof.chain_t, &proof.chain_s, &proof.order_s}) array->resize(count_);
        ISO_CHECK(mix());
        draw_weights();
        chain();
        commit();
        respond();
        return std::move(mixed_);
    }

private:
    /// e', c, and what of t₃ and t₄ is a sum over all ballots.
    Status mix()
    {
        std::atomic<bool> sound{true};
        std::mutex adding;
        t4_.resize(2 * blocks_);
        in_shares(count_, advance_, [&](std::size_t first, std::size_t last) {
            std::vector<Point> generators;
            std::vector<std::vector<Point>> output(2 * blocks_);
            for (std::size_t i = first; i < last; ++i) {
                generators.push_back(generators_[i + 1]);
                const std::size_t from = order_[i];
                mixed_.proof.commitments[from] = (base_.times(r_[from]) + generators.back()).bytes();
                for (std::size_t block = 0; block < blocks_; ++block) {
                    const Scalar r = fresh_[from * blocks_ + block];
                    for (std::size_t half = 0; half < 2; ++half) {
                        const auto read = Point::read(input_[2 * (from * blocks_ + block) + half]);
                        if (!read) sound = false;
                        Point& point = output[2 * block + half].emplace_back(read.value_or(Point()));
                        point += (half == 0 ? base_ : key_).times(r);
                        mixed_.output[2 * (i * blocks_ + block) + half] = point.bytes();
                    }
                }
            }
            const ByteSpan omega = order_omega_.span(first, last - first);
            const Point t3 = crypto::secret_sum(omega, generators);
            std::vector<Point> t4;
            for (const auto& points : output) t4.push_back(crypto::secret_sum(omega, points));
            const std::lock_guard lock(adding);
            t3_ += t3;
            for (std::size_t i = 0; i < t4.size(); ++i) t4_[i] += t4[i];
        });
        if (!sound) return fail(Errc::malformed, "a ballot to be mixed is no ciphertext");
        return {};
    }

    void draw_weights()
    {
        Transcript transcript("mix-statement");
        transcript.add(place_.election).add_number(place_.round).add_number(place_.mixer).add(place_.key);
        statement_ = transcript.add(flat(input_)).add(flat(mixed_.output)).add(flat(mixed_.proof.commitments)).digest();
        Transcript prefix("mix-u");
        prefix.add(statement_);
        u_.resize(count_);
        for_each_index(count_, [&](std::size_t i) {
            Transcript one = prefix;
            const ByteArray<64> digest = one.add_number(i + 1).digest();
            u_[i] = Scalar::of_128_bits(std::span(digest).first<16>());
        });
    }

    /// ĉ and t̂, each from two products of fixed bases, so that none waits for the one before.
    void chain()
    {
        big_u_.set(0, Scalar::of(1));
        for (std::size_t i = 0; i < count_; ++i) {
            const Scalar u = u_[order_[i]];
            big_r_.set(i + 1, chain_r_[i] + u * big_r_[i]);
            big_u_.set(i + 1, u * big_u_[i]);
        }
        in_steps(count_, advance_, [&](std::size_t i) {
            mixed_.proof.chain[i] = (base_.times(big_r_[i + 1]) + h_.times(big_u_[i + 1])).bytes();
            const Scalar omega = order_omega_[i];
            mixed_.proof.chain_t[i] = (base_.times(chain_omega_[i] + omega * big_r_[i]) + h_.times(omega * big_u_[i])).bytes();
        });
    }

    void commit()
    {
        MixProof& proof = mixed_.proof;
        proof.t1 = base_.times(omega_[0]).bytes();
        proof.t2 = base_.times(omega_[1]).bytes();
        proof.t3 = (base_.times(omega_[2]) + t3_).bytes();
        for (std::size_t block = 0; block < blocks_; ++block) {
            const Scalar minus = Scalar{} - omega_[3 + block];
            proof.t4.push_back({(t4_[2 * block] + base_.times(minus)).bytes(), (t4_[2 * block + 1] + key_.times(minus)).bytes()});
        }
    }

    Scalar challenge() const
    {
        const MixProof& proof = mixed_.proof;
        Transcript transcript("mix-c");
        transcript.add(statement_).add(flat(proof.chain)).add(proof.t1).add(proof.t2).add(proof.t3);
        for (const auto& [first, second] : proof.t4) transcript.add(first).add(second);
        return transcript.add(flat(proof.chain_t)).scalar();
    }

    void respond()
    {
        MixProof& proof = mixed_.proof;
        const Scalar c = challenge();
        Scalar r_bar;
        Scalar r_tilde;
        std::vector<Scalar> r_star(blocks_);
        for (std::size_t i = 0; i < count_; ++i) {
            r_bar = r_bar + r_[i];
            r_tilde = r_tilde + u_[i] * r_[i];
            for (std::size_t block = 0; block < blocks_; ++block) r_star[block] = r_star[block] + u_[i] * fresh_[i * blocks_ + block];
        }
        proof.s1 = (omega_[0] + c * r_bar).bytes();
        proof.s2 = (omega_[1] + c * big_r_[count_]).bytes();  // Σ r̂_i·v_i is what the last of the chain hides
        proof.s3 = (omega_[2] + c * r_tilde).bytes();
        for (std::size_t block = 0; block < blocks_; ++block) proof.s4.push_back((omega_[3 + block] + c * r_star[block]).bytes());
        for_each_index(count_, [&](std::size_t i) {
            proof.chain_s[i] = (chain_omega_[i] + c * chain_r_[i]).bytes();
            proof.order_s[i] = (order_omega_[i] + c * u_[order_[i]]).bytes();
        });
    }

    const MixPlace& place_;
    const Encodings& input_;
    const Advance& advance_;
    const std::size_t blocks_;
    const std::size_t count_;
    const Generators generators_;
    const FixedBase base_;
    const FixedBase key_;
    const FixedBase h_;

    const Permutation order_;          // ψ
    const SecretScalars r_;            // by ballot of the input
    const SecretScalars fresh_;        // r', by ballot of the input and block
    const SecretScalars chain_r_;      // r̂, by ballot of the output
    const SecretScalars chain_omega_;  // ω̂, by ballot of the output
    const SecretScalars order_omega_;  // ω', by ballot of the output
    const SecretScalars omega_;        // ω₁ ω₂ ω₃, then ω₄ of each block
    SecretScalars big_r_{count_ + 1};  // R
    SecretScalars big_u_{count_ + 1};  // U

    Point t3_;
    std::vector<Point> t4_;
    ByteArray<64> statement_{};
    std::vector<Scalar> u_;
    Shuffled mixed_;
};

}  // namespace

Result<Shuffled> shuffle(const MixPlace& place, const Encodings& input, crypto::Random& random, const Advance& advance)
{
    if (input.size() % (2 * place.blocks) != 0) return fail(Errc::refused, "not a whole number of ballots");
    if (input.size() < 4 * place.blocks) return fail(Errc::refused, "fewer than two ballots cannot be mixed");
    return Prover(place, input, random, advance).prove();
}

}  // namespace isoloir::proof
