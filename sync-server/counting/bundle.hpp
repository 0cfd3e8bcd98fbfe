#pragma once
// A count as a bundle (PROTOCOL.md 12): public files from which anyone checks it.

#include <filesystem>

#include "shared/verify/bundle.hpp"
#include "sync-server/counting/rounds.hpp"
#include "sync-server/store/reason.hpp"

namespace isoloir::counting {

/// A record in the log that is neither counted nor an event.
struct Excluded {
    std::uint64_t leaf{0};
    store::Reason reason{};
};

/// counted.json. @param excluded  leaves rising
std::string counted_json(std::span<const Round> rounds, std::span<const Excluded> excluded);

/// Writes leaves as the tiles of a log, one after the other.
class LogWriter {
public:
    explicit LogWriter(std::filesystem::path bundle) : log_(std::move(bundle) / "log") {}
    Status add(std::string_view record);
    /// The last tile, which may not be full.
    Status finish();

private:
    Status write();
    std::filesystem::path log_;
    Bytes tile_;
    std::uint64_t leaves_{0};
    unsigned width_{0};
};

/// Mixes and opens each round with proofs, where the server holds the whole key (n = t = 1), as trustee 1.
/// @error refused  a round of fewer than two ballots;  corrupt  as fill_urn
Status mix_and_open(const std::filesystem::path& bundle, const election::Package& package, const crypto::Scalar& election_secret,
                    const crypto::Signer& authority, std::span<const Round> rounds, crypto::Random& random, const Stages& stages);

struct OpenedBundle {
    std::vector<OpenedRound> rounds;
    std::string invalid;  // invalid.json: what does not decode, or breaks the ballot's rules
};
/// What the openings of a checked bundle say.
OpenedBundle read_opened(verify::Bundle& bundle);

}  // namespace isoloir::counting
