#pragma once

#include "shared/ballot/record.hpp"
#include "shared/crypto/secret_scalars.hpp"
#include "shared/election/voter.hpp"

namespace isoloir::journal {

/// A vote between sealing and the voter's word: nothing of it is durable yet, and it is bound to its place in the chain.
/// Journal::seal makes it; it is cast or spoilt once, and what could open or name it is wiped when it goes.
class SealedVote {
public:
    SealedVote(SealedVote&&) noexcept = default;
    SealedVote& operator=(SealedVote&&) noexcept = default;

    /// To be shown before the voter says what becomes of it: the terminal cannot change its mind afterwards.
    const std::string& tracker() const { return tracker_; }

private:
    friend class Journal;
    /// @param voter  tag and opening, 64 bytes
    SealedVote(ballot::RecordContent content, crypto::SecretScalars randomness, crypto::SecretBytes voter, std::string tracker)
        : content_(std::move(content)), randomness_(std::move(randomness)), voter_(std::move(voter)), tracker_(std::move(tracker))
    {
    }

    ballot::RecordContent content_;
    crypto::SecretScalars randomness_;
    crypto::SecretBytes voter_;
    std::string tracker_;
};

}  // namespace isoloir::journal
