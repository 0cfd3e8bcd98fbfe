#include "terminal/app/practice.hpp"

#include "shared/base/encoding.hpp"
#include "shared/crypto/box.hpp"

namespace isoloir::app {
namespace {

/// What the centre signs for a terminal, signed by nobody whom anybody knows.
Result<std::string> bundle_for(const journal::Journal& practising, const journal::Journal& real, crypto::Random& random)
{
    const auto authority = crypto::Signer::generate(random);
    const auto other = [&random] { return crypto::Signer::generate(random).public_key(); };
    election::Definition definition = real.package().definition;
    definition.eligibility.roll = false;  // the roll's tags are made with a key that has no place here
    const auto election_key = crypto::base_times(crypto::Scalar::random(random));
    const auto package = election::sign_package(definition, {election_key, authority.public_key(), other(), other(), other()}, authority);

    wire::Roster roster;
    roster.election = package.id;
    roster.version = 1;
    roster.terminals.push_back({practising.device().public_key(), practising.name(), 0, std::nullopt});
    const auto tag_key = random.bytes<32>();
    ISO_TRY(auto sealed, crypto::seal_to(practising.device().public_key(), tag_key));
    return wire::sign_provision({practising.device().public_key(), authority.public_key(), package.jws, wire::sign_roster(roster, authority), std::move(sealed),
                                 other(), "practice.invalid", 1, authority.public_key()},
                                authority);
}

}  // namespace

std::filesystem::path practice_folder(const std::filesystem::path& data)
{
    return data / "practice";
}

void erase_practice(const std::filesystem::path& folder)
{
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
}

Result<std::unique_ptr<Practice>> Practice::begin(const journal::Journal& real, const std::filesystem::path& folder, Hour hour, crypto::Random& random)
{
    erase_practice(folder);
    ISO_TRY(auto journal, journal::Journal::create(folder, to_hex(random.bytes<32>()), real.name(), random));
    std::unique_ptr<Practice> practice(new Practice(folder, std::move(journal)));
    ISO_TRY(const auto bundle, bundle_for(practice->journal(), real, random));
    ISO_CHECK(practice->journal().provision(bundle));
    ISO_CHECK(practice->journal().open_poll(hour));
    return practice;
}

Practice::~Practice()
{
    journal_.reset();
    erase_practice(folder_);
}

}  // namespace isoloir::app
