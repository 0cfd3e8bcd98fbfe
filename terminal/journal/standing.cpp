// Who may vote here: the votes cast here and what the centre told, together.

#include "shared/election/precedence.hpp"
#include "terminal/journal/journal.hpp"

namespace isoloir::journal {

Result<Standing> Journal::standing(const election::VoterIdentifier& voter)
{
    ISO_TRY(const bool here, has_voted(voter));
    if (here) return Standing::voted_here;
    const election::Definition& definition = package_->definition;
    ISO_TRY(const Standing known, voters().standing(wire::short_tag(election::voter_tag(tag_key_, voter)), definition.eligibility.roll));
    const bool online = known == Standing::voted_online;
    // By the election's rule a ballot that is cast here now may count in that one's stead.
    if ((online || known == Standing::voted_elsewhere) && election::supersedes(definition.precedence, {false, 0}, {online, 0})) return Standing::may_vote;
    return known;
}

Status Journal::need_roll()
{
    if (!package_->definition.eligibility.roll) return {};
    ISO_TRY(const bool known, voters().knows_roll());
    if (known) return {};
    return fail(Errc::refused,
                "this election has an electoral roll, and this terminal does not know it yet; run `isoloir-terminal sync`, or "
                "`isoloir-terminal provision BUNDLE --roll FILE` with the file that the centre wrote");
}

Result<std::size_t> Journal::take_roll(std::string_view jws)
{
    if (!package_) return fail(Errc::refused, "this terminal has no election yet; run `isoloir-terminal provision` first");
    ISO_TRY(const auto roll, wire::open_roll(jws, provision_->authority));
    if (roll.election != package_->id) return fail(Errc::refused, "this roll is of another election");
    if (!package_->definition.eligibility.roll) return fail(Errc::refused, "this election has no electoral roll");
    ISO_CHECK(voters().take(roll));
    return roll.tags.size();
}

}  // namespace isoloir::journal
