#pragma once
// The centre as a terminal sees it: the keys behind a package, and the provision bundles and receipts that they sign.

#include <string>

#include "shared/ballot/record.hpp"
#include "shared/crypto/box.hpp"
#include "shared/election/package.hpp"
#include "shared/log/checkpoint.hpp"
#include "shared/wire/roster.hpp"
#include "shared/wire/sync.hpp"
#include "tests/support/an_election.hpp"

namespace isoloir::test {

struct ACentre {
    crypto::SystemRandom random;
    crypto::Signer authority{crypto::Signer::generate(random)};
    crypto::Signer log{crypto::Signer::generate(random)};
    crypto::Signer receipts{crypto::Signer::generate(random)};
    crypto::Signer online{crypto::Signer::generate(random)};
    crypto::Signer tls{crypto::Signer::generate(random)};
    crypto::Scalar election_secret{crypto::Scalar::random(random)};
    crypto::SecretBytes tag_key{random.bytes<32>()};
    election::Package package;
    wire::Roster roster;

    explicit ACentre(const election::Definition& definition = an_election().with_projects(9).build())
        : package(election::sign_package(
              definition, {crypto::base_times(election_secret), authority.public_key(), log.public_key(), receipts.public_key(), online.public_key()},
              authority))
    {
        roster.election = package.id;
    }

    /// Approves a device and returns its provision bundle.
    std::string approve(const crypto::PublicKey& device, Hour valid_from = 0)
    {
        ++roster.version;
        if (roster.find(crypto::key_id(device)) == nullptr) roster.terminals.push_back({device, "Jambes", valid_from, std::nullopt});
        return wire::sign_provision({device, authority.public_key(), package.jws, wire::sign_roster(roster, authority),
                                     *crypto::seal_to(device, tag_key.span()), tls.public_key(), "localhost", 8443, authority.public_key()},
                                    authority);
    }

    std::string receipt(const crypto::KeyId& terminal, const ballot::ChainHead& head, const log::Checkpoint& checkpoint) const
    {
        return wire::sign_receipt({package.id, terminal, head.next, head.last, log::sign_checkpoint(checkpoint, package.id, log), false, head.next, {}},
                                  receipts);
    }
};

}  // namespace isoloir::test
