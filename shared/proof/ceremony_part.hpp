#pragma once
// A trustee's own part in a ceremony, with what it keeps secret until the key stands.

#include "shared/crypto/secret.hpp"
#include "shared/proof/ceremony_verdict.hpp"

namespace isoloir::proof {

class Part {
public:
    /// Picks f_i of degree t − 1, the salt and the box's secret key.
    /// @param threshold  t, 1 to kMaxTrustees
    static Part draw(std::size_t threshold, crypto::Random& random);
    /// As bytes() gave them.
    /// @error corrupt  not of a part in a ceremony of this threshold
    static Result<Part> read(crypto::SecretBytes bytes, std::size_t threshold);

    /// salt(32) || secret key of the box(32) || a_{i,0}(32) …: to be stored under encryption before anything is sent.
    const crypto::SecretBytes& bytes() const { return bytes_; }

    /// The same for the same part.
    std::string commit(const Seat& seat) const;
    /// Another one each time: it is stored before it is sent, and never made twice.
    /// @param verdict  with every commit, and no proven fault
    std::string reveal(const Seat& seat, const Verdict& verdict, crypto::Random& random) const;
    /// Confirms, or complains of the first whose share is wrong.
    /// @param verdict  with every reveal, and no proven fault
    std::string answer(const Seat& seat, const Verdict& verdict) const;
    /// x_j
    /// @param verdict  finished
    /// @error forged  the shares do not add up to what the key says: the messages are not those that were confirmed
    Result<crypto::SecretBytes> share(const Seat& seat, const Verdict& verdict) const;

private:
    explicit Part(crypto::SecretBytes bytes) : bytes_(std::move(bytes)) {}
    ByteSpan salt() const { return bytes_.span().first(32); }
    ByteSpan box_secret() const { return bytes_.span().subspan(32, 32); }
    std::size_t threshold() const { return bytes_.size() / 32 - 2; }
    crypto::Scalar coefficient(std::size_t k) const;
    crypto::Commitments polynomial() const;
    /// f_i(j)
    crypto::Scalar value_at(std::uint64_t trustee) const;

    crypto::SecretBytes bytes_;
};

}  // namespace isoloir::proof
