#pragma once
// A provisioned journal with its poll open, for the tests of this folder.

#include "terminal/journal/journal.hpp"
#include "tests/support/a_centre.hpp"
#include "tests/support/catch.hpp"

namespace isoloir::test {

constexpr std::string_view kPassphrase = "quatre mots de passe";
constexpr Hour kNoon = 500'000;

inline journal::Journal an_open_journal(ACentre& centre, const std::filesystem::path& folder, Hour valid_from = 0)
{
    auto journal = journal::Journal::create(folder, kPassphrase, "Jambes 1", centre.random).value();
    REQUIRE(journal.provision(centre.approve(journal.device().public_key(), valid_from)));
    REQUIRE(journal.open_poll(kNoon));
    return journal;
}

inline journal::Journal reopened(ACentre& centre, const std::filesystem::path& folder)
{
    auto journal = journal::Journal::open(folder, kPassphrase, centre.random);
    INFO((journal ? std::string() : journal.error().text()));
    REQUIRE(journal);
    return *std::move(journal);
}

inline election::VoterIdentifier voter(int number)
{
    return {election::IdentifierKind::voter_code, "CARD" + std::to_string(number)};
}

inline election::Selection choice(const ACentre& centre, std::vector<std::size_t> projects = {0, 2})
{
    return election::Selection::make(centre.package.definition, std::move(projects)).value();
}

/// Sealed and cast at once, as a voter does who does not check the terminal.
inline Result<std::string> cast(journal::Journal& journal, const election::VoterIdentifier& voter, const election::Selection& selection, Hour hour = kNoon)
{
    ISO_TRY(auto vote, journal.seal(voter, selection, hour));
    return journal.cast(std::move(vote));
}

/// Sealed, and then the terminal is checked.
inline Result<ballot::Challenge> check(journal::Journal& journal, const election::VoterIdentifier& voter, const election::Selection& selection)
{
    ISO_TRY(auto vote, journal.seal(voter, selection, kNoon));
    return journal.spoil(std::move(vote));
}

}  // namespace isoloir::test
