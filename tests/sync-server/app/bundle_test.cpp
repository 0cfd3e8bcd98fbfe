// The count as a bundle: made by the server that holds the key or by trustees, and checked from its files alone.

#include "tests/support/fails_as.hpp"
#include "tests/sync-server/app/a_proved_count.hpp"

using namespace isoloir;
using namespace isoloir::test;

TEST_CASE("a server that holds the key proves its count, and any changed bit of the proof is found out")
{
    AServerFolder folder;
    hold_election(folder, 24);
    const auto bundle = folder.root / "bundle";
    REQUIRE(count_into(folder, bundle));
    CHECK(fails_at(bundle) == "");
    CHECK(folder.centre->standing().outcome->ballots == 24);

    for (const auto& file : files_of(bundle)) {
        const std::string good = *read_file(file, 1 << 24);
        for (const std::size_t place : {std::size_t{0}, good.size() / 3, good.size() / 2, good.size() - 1}) {
            std::string bad = good;
            bad[place] = static_cast<char>(bad[place] ^ (1 << (place % 7)));
            REQUIRE(write_file(file, bad));
            CAPTURE(file.filename().string(), place);
            CHECK(fails_at(bundle) != "");
        }
        REQUIRE(write_file(file, good));
    }
    CHECK(fails_at(bundle) == "");
}

TEST_CASE("a bundle from which a file is missing, or in which there is one too many, is none")
{
    AServerFolder folder;
    hold_election(folder, 20);
    const auto bundle = folder.root / "bundle";
    REQUIRE(count_into(folder, bundle));
    for (const auto& file : files_of(bundle)) {
        const std::string good = *read_file(file, 1 << 24);
        std::filesystem::remove(file);
        CAPTURE(file.filename().string());
        CHECK(fails_at(bundle) != "");
        REQUIRE(write_file(file, good.substr(0, good.size() - 1)));
        CHECK(fails_at(bundle) != "");
        REQUIRE(write_file(file, good));
    }
    REQUIRE(write_file(bundle / "round-0" / "notes", "x"));
    CHECK(fails_at(bundle) == "files");
}

TEST_CASE("checkpoints that somebody kept are held against the log of a bundle, each by name")
{
    AServerFolder folder;
    auto early = folder.terminal("Bouge");
    early.vote(folder.package(), a_voter(100), {0});
    early.closed(folder.package());
    REQUIRE(folder.send(early));
    const auto kept = folder.checkpoint();
    hold_election(folder, 24);
    const auto bundle = folder.root / "bundle";
    REQUIRE(count_into(folder, bundle));

    const auto signed_by = [&](const crypto::Signer& signer, log::Checkpoint checkpoint) {
        return log::sign_checkpoint(checkpoint, folder.package().id, signer);
    };
    const crypto::Signer& log = folder.centre->keys().log;
    const auto forked = log::Checkpoint{kept.size, crypto::sha256(bytes_of("another log")), kept.epoch};
    const std::vector<std::string> good{signed_by(log, kept), signed_by(log, {0, log::MerkleTree().root(), 0}), folder.centre->standing().checkpoint};
    const std::vector<std::string> bad{signed_by(log, forked), signed_by(log, {kept.size + 1000, kept.root, 0}), signed_by(log, {kept.size, kept.root, 5}),
                                       signed_by(folder.centre->keys().authority, kept), ""};
    auto all = good;
    all.insert(all.end(), bad.begin(), bad.end());
    const auto checks = checks_of(bundle, {{}, all});
    REQUIRE(checks.size() > 4 + all.size());
    CHECK(checks[3].name == "log");
    for (std::size_t i = 0; i < all.size(); ++i) {
        CAPTURE(i, checks[4 + i].says);
        CHECK(checks[4 + i].name == "kept checkpoint " + std::to_string(i + 1));
        CHECK(checks[4 + i].passed == (i < good.size()));
    }
    CHECK(all_passed(checks_of(bundle, {{}, good})));
}

TEST_CASE("two of three trustees mix and open, and the server counts what it could not have opened")
{
    ACeremony ceremony;
    REQUIRE(ceremony.trustees[0].mix(ceremony.bundle));
    REQUIRE(ceremony.trustees[2].mix(ceremony.bundle));
    REQUIRE(ceremony.trustees[2].open(ceremony.bundle));
    CHECK(fails_as(ceremony.count(), Errc::forged));  // one alone opens nothing
    REQUIRE(ceremony.trustees[0].open(ceremony.bundle));
    REQUIRE(ceremony.count());
    CHECK(fails_at(ceremony.bundle) == "");
    const auto outcome = ceremony.folder.centre->standing().outcome;
    CHECK(outcome->ballots == 24);
    CHECK(outcome->ranking.front().votes == 8);
    CHECK(ceremony.count().value() == false);  // a second click
}

TEST_CASE("a third trustee's opening agrees with those of the other two")
{
    ACeremony ceremony;
    for (auto& trustee : ceremony.trustees) REQUIRE(trustee.mix(ceremony.bundle));
    for (auto& trustee : ceremony.trustees) REQUIRE(trustee.open(ceremony.bundle));
    REQUIRE(ceremony.count());
    CHECK(fails_at(ceremony.bundle) == "");
}

TEST_CASE("a trustee's step that is repeated changes nothing, and one that comes in the wrong order is refused")
{
    ACeremony ceremony;
    ATrustee& one = ceremony.trustees[0];
    ATrustee& two = ceremony.trustees[1];
    ATrustee& three = ceremony.trustees[2];
    CHECK(fails_as(one.open(ceremony.bundle), Errc::forged));  // nobody mixed
    REQUIRE(one.mix(ceremony.bundle));
    const auto before = files_of(ceremony.bundle).size();
    REQUIRE(one.mix(ceremony.bundle));
    CHECK(files_of(ceremony.bundle).size() == before);
    CHECK(fails_as(one.open(ceremony.bundle), Errc::forged));  // as many must mix as open
    REQUIRE(three.mix(ceremony.bundle));
    CHECK(fails_as(two.open(ceremony.bundle), Errc::refused));  // opens only what it mixed itself
    REQUIRE(one.open(ceremony.bundle));
    CHECK(fails_as(two.mix(ceremony.bundle), Errc::refused));  // the opening has begun
    REQUIRE(one.open(ceremony.bundle));
}

TEST_CASE("a trustee opens one list of ballots a round, whatever it is shown later")
{
    ACeremony ceremony;
    auto& one = ceremony.trustees[0];
    const auto other = ceremony.folder.root / "other";
    std::filesystem::copy(ceremony.bundle, other, std::filesystem::copy_options::recursive);
    auto& two = ceremony.trustees[1];
    for (const auto& bundle : {ceremony.bundle, other})
        for (auto* trustee : {&one, &two}) REQUIRE(trustee->mix(bundle));
    REQUIRE(one.open(ceremony.bundle));
    CHECK(fails_as(one.open(other), Errc::refused));
}

TEST_CASE("nobody but a trustee of the election mixes or opens, and only with the share that the package lists")
{
    ACeremony ceremony;
    crypto::SystemRandom random;
    const ASharedKey strangers(2, 3, random);
    ATrustee stranger{strangers, 1, ceremony.folder.root / "stranger"};
    CHECK(fails_as(stranger.mix(ceremony.bundle), Errc::refused));
    REQUIRE(ceremony.trustees[0].mix(ceremony.bundle));
    CHECK(fails_as(ceremony.trustees[0].open_with(ceremony.bundle, 2), Errc::refused));
}

TEST_CASE("an election of trustees is not counted without them, and one that the server counts has none")
{
    ACeremony ceremony;
    CHECK(fails_as(count_into(ceremony.folder, {}), Errc::refused));
    AServerFolder bare{AServerFolder::Bare{}};
    CHECK(fails_as(bare.centre->import_election({by_trustees(), {}}), Errc::refused));
    CHECK(fails_as(bare.centre->import_election({test::an_election().build(), {}}, ceremony.key.trustees), Errc::refused));
    CHECK_FALSE(bare.centre->has_election());
}

TEST_CASE("a bundle of another log than the server's is not counted")
{
    ACeremony one;
    ACeremony other;
    one.bundle = other.bundle;
    CHECK(fails_as(one.count(), Errc::forged));  // another authority
}
