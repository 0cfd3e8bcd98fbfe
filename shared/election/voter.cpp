#include "shared/election/voter.hpp"

namespace isoloir::election {

VoterTag voter_tag(const crypto::SecretBytes& tag_key, const VoterIdentifier& voter)
{
    // Neither word is a prefix of the other, so kind and identifier cannot run into each other.
    const std::string_view kind = voter.kind() == IdentifierKind::national_number ? "national-number" : "voter-code";
    return crypto::blake2b({bytes_of("isoloir/voter"), bytes_of(kind), bytes_of(voter.canonical())}, tag_key.span());
}

VoterCommitment commit_voter(const VoterTag& tag, const Opening& opening)
{
    return crypto::blake2b({bytes_of("isoloir/commit"), tag, opening});
}

}  // namespace isoloir::election
