#pragma once
// What one record shows by itself (PROTOCOL.md 8): a pure function of its bytes, and by far the dearest part of intake,
// so that it runs on all cores before the one writer looks at chains and voters.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "shared/ballot/record.hpp"
#include "shared/election/election.hpp"
#include "shared/wire/sync.hpp"
#include "sync-server/store/store.hpp"

namespace isoloir::intake {

using store::Reason;

struct Checked {
    std::string record;
    crypto::Digest hash{};
    crypto::Digest leaf_hash{};  // set with the content, as the hash is
    /// Absent when the signature does not hold or there is nothing that one could hold over.
    std::optional<ballot::RecordContent> content;
    /// accepted: nothing in the record itself speaks against it; event; spoilt; or the first of the checks that failed.
    Reason reason{Reason::shape};
    std::optional<wire::BatchLine::Voter> voter;  // of a ballot
    std::vector<store::Mark> marks;               // as in store::Leaf
};

/// Judges one line of a batch from the terminal with this key.
Checked check_record(const wire::BatchLine& line, const crypto::PublicKey& terminal, const election::Package& package);

/// All lines, in parallel; 0.1 ms a ballot and core. The proofs of a share of them are checked as one (ballot/proofs.hpp).
std::vector<Checked> check_records(std::span<const wire::BatchLine> lines, const crypto::PublicKey& terminal, const election::Package& package);

}  // namespace isoloir::intake
