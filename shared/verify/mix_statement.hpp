#pragma once
// What both ways of checking a mix begin with: its shape, and the numbers that hang on its transcript.

#include "shared/verify/mix.hpp"

namespace isoloir::verify {

/// Weights and challenge of a mix whose shape is right.
struct MixNumbers {
    std::vector<crypto::Scalar> u;
    crypto::Scalar c;
};

/// Lengths, and that no ciphertext came out as it went in.
/// @error forged
Status check_shape(const Mix& mix);
MixNumbers numbers_of(const Mix& mix);

/// The scalars of a proof.
struct MixAnswers {
    std::vector<crypto::Scalar> chain;  // ŝ
    std::vector<crypto::Scalar> order;  // s'
    crypto::Scalar s1, s2, s3;
    std::vector<crypto::Scalar> s4;
};
/// @error forged  one is not reduced
Result<MixAnswers> read_answers(const proof::MixProof& proof);

}  // namespace isoloir::verify
