#pragma once
// Terminals as the authority knows them, and how one becomes known: enrolment request out, provision bundle back.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/clock.hpp"
#include "shared/base/result.hpp"
#include "shared/crypto/hash.hpp"
#include "shared/crypto/sign.hpp"

namespace isoloir::wire {

struct RosterEntry {
    crypto::PublicKey key{};
    std::string hall;
    Hour valid_from{0};
    std::optional<Hour> revoked;  // nothing is accepted any more, whatever hour a record claims
};

/// Names a staff file (staff_token.hpp), so that it can be withdrawn.
using TokenId = ByteArray<16>;

/// Signed by the authority with a rising version; a reader refuses an older one.
struct Roster {
    crypto::Digest election{};
    std::int64_t version{0};
    std::vector<RosterEntry> terminals;
    std::vector<TokenId> withdrawn{};  // staff files that open nothing any more

    const RosterEntry* find(const crypto::KeyId& terminal) const;
};

std::string sign_roster(const Roster& roster, const crypto::Signer& authority);
Result<Roster> open_roster(std::string_view jws, const crypto::PublicKey& authority);

/// A terminal's request to be approved, signed by its own device key (which it carries).
struct Enrolment {
    crypto::PublicKey key{};
    std::string name;  // what the clerk calls it: "Mairie de Jambes 1"
};
std::string sign_enrolment(const Enrolment& enrolment, const crypto::Signer& device);
Result<Enrolment> open_enrolment(std::string_view jws);

/// All that a terminal needs, signed by the authority and meant for one device: the tag key inside is sealed to it.
struct Provision {
    crypto::PublicKey terminal{};
    crypto::PublicKey authority{};
    std::string package;         // JWS
    std::string roster;          // JWS
    Bytes sealed_tag_key;        // crypto::seal_to(terminal)
    crypto::PublicKey server{};  // pinned TLS key
    std::string host;            // where the server is reached
    std::uint16_t port{0};
    crypto::PublicKey recovery{};  // the journal's key is also sealed to it
};
std::string sign_provision(const Provision& provision, const crypto::Signer& authority);
/// The bundle names its authority; whoever opens it first trusts it as the clerk does who carried it here, later ones
/// must name the same.
Result<Provision> open_provision(std::string_view jws, const std::optional<crypto::PublicKey>& authority);

}  // namespace isoloir::wire
