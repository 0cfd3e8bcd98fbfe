#pragma once
// The log of a bundle as anyone reads it: held against its checkpoint, every record verified, every ballot judged as far as
// the public can judge it (PROTOCOL.md 8, 9).

#include "shared/base/parallel.hpp"
#include "shared/election/package.hpp"
#include "shared/proof/encodings.hpp"
#include "shared/verify/bundle_folder.hpp"
#include "shared/verify/checkpoints.hpp"
#include "shared/verify/checks.hpp"
#include "shared/wire/roster.hpp"

namespace isoloir::verify {

/// What the public sees of a record.
enum class Seen {
    event,
    ballot,   // nothing speaks against it
    spoilt,   // and its opening holds
    opening,  // spoilt, with a false opening
    unreadable,
    proof,     // its proof of knowledge does not hold
    not_open,  // cast while the poll was not open
    replay,    // its ciphertext stands in the log before
};

struct LoggedRecord {
    Seen seen{Seen::event};
    bool online{false};
    const std::string* channel{nullptr};  // its hall in the roster, or "online"
    std::size_t at{0};                    // of its ciphertexts in PublicLog::ciphertexts
};

struct PublicLog {
    std::vector<LoggedRecord> records;  // by leaf
    proof::Encodings ciphertexts;       // C₁ and C₂ of each block of each ballot, spoilt or not
};

/// Reads all of the log, and notes the checks "log", those of kept checkpoints, "records" and "spoilt".
/// @param advance  told of each record
/// @param roster  lent for as long as what is returned
/// @return  nothing where one did not pass
std::optional<PublicLog> read_log(BundleFolder& folder, const election::Package& package, const wire::Roster& roster, Checkpoints& checkpoints, Checks& checks,
                                  const Advance& advance);

}  // namespace isoloir::verify
