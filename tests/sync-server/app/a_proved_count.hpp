#pragma once
// Elections whose count is proved, by the server that holds the key or by trustees.

#include "shared/base/file.hpp"
#include "shared/verify/bundle.hpp"
#include "sync-server/trustee/count_steps.hpp"
#include "tests/support/a_server_folder.hpp"
#include "tests/support/a_shared_key.hpp"
#include "tests/support/catch.hpp"

namespace isoloir::test {

inline Advance silent(const std::string&, std::size_t)
{
    return nobody_watches;
}

inline std::vector<verify::Check> checks_of(const std::filesystem::path& folder, verify::Known known = {})
{
    crypto::SystemRandom random;
    verify::Bundle bundle(folder, std::move(known), random, silent);
    (void)check_all(bundle);
    return bundle.checks().all();
}

/// Name of the first check that fails, or nothing.
inline std::string fails_at(const std::filesystem::path& folder)
{
    for (const verify::Check& check : checks_of(folder))
        if (!check.passed) return check.name;
    return "";
}

inline std::vector<std::filesystem::path> files_of(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

/// Votes in two halls and, when asked, online; a duplicate, a spoilt ballot; closed.
inline void hold_election(AServerFolder& folder, std::uint64_t voters)
{
    auto one = folder.terminal("Jambes");
    auto two = folder.terminal("Salzinnes");
    for (std::uint64_t voter = 0; voter < voters; ++voter) (voter % 2 == 0 ? one : two).vote(folder.package(), a_voter(voter), {voter % 3});
    two.vote(folder.package(), a_voter(0), {1});
    one.spoilt(folder.package(), {2});
    one.closed(folder.package());
    two.closed(folder.package());
    REQUIRE(folder.send(one));
    REQUIRE(folder.send(two));
    REQUIRE(folder.centre->close());
}

inline election::Definition by_trustees()
{
    auto definition = an_election().build();
    definition.counting = election::Counting::ceremony;
    return definition;
}

/// The server counts, and leaves its proof in a folder; an empty name: it leaves none.
inline Result<bool> count_into(AServerFolder& folder, const std::filesystem::path& bundle)
{
    return folder.centre->count([](const char*, std::size_t) { return nobody_watches; }, bundle);
}

/// A trustee at its own machine.
struct ATrustee {
    const ASharedKey& key;
    std::size_t number;  // from 1
    std::filesystem::path memory;
    crypto::SystemRandom random{};

    Result<std::string> mix(const std::filesystem::path& bundle) { return trustee::mix_bundle(bundle, key.signers[number - 1], random, silent); }
    Result<std::string> open(const std::filesystem::path& bundle) { return open_with(bundle, number); }
    /// With somebody's share.
    Result<std::string> open_with(const std::filesystem::path& bundle, std::size_t whose)
    {
        const auto share = [this, whose](const election::Trustees&) { return Result<crypto::SecretBytes>(crypto::SecretBytes(key.shares[whose - 1].bytes())); };
        return trustee::open_bundle(bundle, {key.signers[number - 1], share, memory}, random, silent);
    }
};

struct ACeremony {
    crypto::SystemRandom random;
    ASharedKey key{2, 3, random};
    AServerFolder folder{by_trustees(), key.trustees};
    std::filesystem::path bundle{folder.root / "bundle"};
    std::vector<ATrustee> trustees{{key, 1, folder.root / "one"}, {key, 2, folder.root / "two"}, {key, 3, folder.root / "three"}};

    explicit ACeremony(std::uint64_t voters = 24, bool few = false)
    {
        hold_election(folder, voters);
        REQUIRE(folder.centre->write_bundle(bundle, few));
    }
    Result<bool> count() { return count_into(folder, bundle); }
};

}  // namespace isoloir::test
