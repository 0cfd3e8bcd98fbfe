#include "shared/proof/ceremony_part.hpp"

#include <algorithm>

namespace isoloir::proof {

using crypto::Scalar;

Part Part::draw(std::size_t threshold, crypto::Random& random)
{
    crypto::SecretBytes bytes(64 + 32 * threshold);
    random.fill(bytes.writable().first(64));
    for (std::size_t k = 0; k < threshold; ++k) {
        const Scalar coefficient = Scalar::random(random);
        std::copy(coefficient.bytes().begin(), coefficient.bytes().end(), bytes.data() + 64 + 32 * k);
    }
    return Part(std::move(bytes));
}

Result<Part> Part::read(crypto::SecretBytes bytes, std::size_t threshold)
{
    if (bytes.size() != 64 + 32 * threshold) return fail(Errc::corrupt, "this is not the part of a trustee in this ceremony");
    for (std::size_t k = 0; k < threshold; ++k)
        if (!Scalar::parse(bytes.span().subspan(64 + 32 * k, 32))) return fail(Errc::corrupt, "this is not the part of a trustee in this ceremony");
    return Part(std::move(bytes));
}

std::string Part::commit(const Seat& seat) const
{
    return sign_message(seat, Commit{commitment_to(seat.ceremony, seat.number, polynomial(), salt()), crypto::box_key(box_secret())});
}

std::string Part::reveal(const Seat& seat, const Verdict& verdict, crypto::Random& random) const
{
    Reveal reveal;
    reveal.commits = verdict.commits_hash();
    std::copy(salt().begin(), salt().end(), reveal.salt.begin());
    reveal.polynomial = polynomial();
    const Scalar a = Scalar::random(random);
    reveal.t = crypto::base_times(a);
    reveal.s = a + knowledge_challenge(seat.ceremony, seat.number, reveal.polynomial.front(), reveal.t) * coefficient(0);
    for (std::uint64_t j = 1; j <= seat.ceremony.trustees.size(); ++j) {
        // judge() has refused keys to which nothing can be sealed.
        const Bytes sealed = crypto::seal_to_box(verdict.commits[j - 1]->message.box, value_at(j).bytes(), random).value();
        std::copy(sealed.begin(), sealed.end(), reveal.shares.emplace_back().begin());
    }
    return sign_message(seat, reveal);
}

std::string Part::answer(const Seat& seat, const Verdict& verdict) const
{
    for (std::uint64_t i = 1; i <= verdict.reveals.size(); ++i) {
        if (open_share(verdict.reveals[i - 1]->message, seat.number, box_secret())) continue;
        Complaint complaint{verdict.transcript(), i, {}};
        std::copy(box_secret().begin(), box_secret().end(), complaint.box_secret.begin());
        return sign_message(seat, complaint);
    }
    return sign_message(seat, Confirm{verdict.transcript()});
}

Result<crypto::SecretBytes> Part::share(const Seat& seat, const Verdict& verdict) const
{
    Scalar sum;
    for (const auto& reveal : verdict.reveals) {
        ISO_TRY(const Scalar share, open_share(reveal->message, seat.number, box_secret()));
        sum = sum + share;
    }
    if (crypto::base_times(sum) != verdict.key->public_share(seat.number)) return fail(Errc::forged, "the shares do not add up");
    return crypto::SecretBytes(sum.bytes());
}

Scalar Part::coefficient(std::size_t k) const
{
    return Scalar::parse(bytes_.span().subspan(64 + 32 * k, 32)).value();
}

crypto::Commitments Part::polynomial() const
{
    crypto::Commitments commitments;
    for (std::size_t k = 0; k < threshold(); ++k) commitments.push_back(crypto::base_times(coefficient(k)));
    return commitments;
}

Scalar Part::value_at(std::uint64_t trustee) const
{
    Scalar value;
    for (std::size_t k = threshold(); k-- > 0;) value = Scalar::of(trustee) * value + coefficient(k);
    return value;
}

}  // namespace isoloir::proof
