// A backup holds everything; what came after it comes again from the terminals, and is not passed over in silence.

#include "tests/support/catch.hpp"

#include "shared/base/file.hpp"
#include "sync-server/store/sqlcipher/sqlcipher_connection.hpp"
#include "tests/sync-server/app/restored.hpp"

using namespace isoloir;
using test::a_voter;
using test::AServerFolder;
using test::Restored;

TEST_CASE("a backup holds what was there, in either engine, under the folder's key alone")
{
    AServerFolder folder(test::an_election().with_roll().build());
    REQUIRE(folder.centre->import_roll("voter_id\nAAAA1\nAAAA2\n", false, [](std::size_t, const std::string&) {}));
    auto terminal = folder.terminal();
    for (std::uint64_t i = 0; i < 5; ++i) terminal.vote(folder.package(), a_voter(i), {0});
    REQUIRE(folder.send(terminal));
    const auto file = folder.root / "backup.db";
    REQUIRE(folder.centre->backup(file, test::nobody_watches));
    CHECK(folder.centre->backup(file, test::nobody_watches).error().code == Errc::conflict);
    const auto before = folder.centre->standing();

    CHECK(read_file(file, 100'000'000)->find(folder.package().jws.substr(200, 40)) == std::string::npos);
    CHECK(store::SqlcipherConnection::open(file, crypto::SecretBytes(bytes_of("another key of thirty-two bytes!"))).error().code == Errc::forged);

    Restored restored;
    REQUIRE(restored.from(folder, file));
    const auto after = restored.centre->standing();
    CHECK(after.report == before.report);
    CHECK(after.log_size == before.log_size);
    CHECK(restored.centre->package() == folder.package().jws);
    CHECK(restored.centre->roster() == folder.centre->roster());
    CHECK(restored.centre->whole_roll()->tags == folder.centre->whole_roll()->tags);
    CHECK(crypto::equal_secrets(restored.centre->keys().tag.span(), folder.centre->keys().tag.span()));
}

TEST_CASE("a backup goes nowhere where something is already, and needs its key")
{
    AServerFolder folder;
    const auto file = folder.root / "backup.db";
    REQUIRE(folder.centre->backup(file, test::nobody_watches));
    Restored restored;
    REQUIRE(restored.from(folder, file));
    restored.centre.reset();
    CHECK(restored.from(folder, file).error().code == Errc::conflict);
    CHECK(store::restore_folder({folder.root / "elsewhere"}, file, test::nobody_watches).error().code == Errc::not_found);
    CHECK_FALSE(std::filesystem::exists(folder.root / "elsewhere"));
    CHECK(store::restore_folder({restored.path, std::nullopt, restored.database}, folder.root / "none.db", test::nobody_watches).error().code ==
          Errc::not_found);
}

TEST_CASE("what a restored server lacks is shown by the terminals' receipts, comes again, and counts once")
{
    AServerFolder folder;
    auto one = folder.terminal("Jambes");
    auto two = folder.terminal("Salzinnes");
    one.vote(folder.package(), a_voter(1), {0});
    REQUIRE(folder.send(one));
    const auto file = folder.root / "backup.db";
    REQUIRE(folder.centre->backup(file, test::nobody_watches));
    // After the backup: more of the first terminal, and all of the second.
    one.vote(folder.package(), a_voter(2), {0});
    two.vote(folder.package(), a_voter(3), {1}).vote(folder.package(), a_voter(1), {1});
    const std::string kept_by_one = *folder.send(one);
    const std::string kept_by_two = *folder.send(two);
    const auto before = folder.centre->standing();
    folder.clock.pass(std::chrono::hours{24});

    Restored restored;
    REQUIRE(restored.from(folder, file));
    app::Centre& centre = *restored.centre;
    CHECK(centre.standing().report.accepted == 1);
    CHECK(folder.receipt(*centre.head(one.id())).next == 2);
    CHECK(centre.terminals()[0].lost == 0);  // not known before a terminal says so

    CHECK(centre.present(one.id(), kept_by_two).error().code == Errc::forged);
    CHECK(centre.present(one.id(), "no receipt").error().code == Errc::malformed);
    CHECK(folder.receipt(*centre.present(one.id(), kept_by_one)).next == 2);
    CHECK(folder.receipt(*centre.present(two.id(), kept_by_two)).next == 0);
    CHECK(centre.terminals()[0].lost == 1);
    CHECK(centre.terminals()[1].lost == 3);

    REQUIRE(centre.accept(two.id(), two.batch(0)));
    REQUIRE(centre.accept(one.id(), one.batch(2)));
    CHECK(centre.terminals()[0].lost == 0);
    CHECK(centre.terminals()[1].lost == 0);
    const auto after = centre.standing();
    CHECK(after.report.accepted == before.report.accepted);
    CHECK(after.report.duplicates == before.report.duplicates);
    CHECK(after.log_size == before.log_size);
    // Another order of leaves is another log, and bears another name.
    CHECK(after.checkpoint != before.checkpoint);
    const auto& package = folder.package();
    CHECK(log::open_checkpoint(before.checkpoint, package.id, package.keys.log)->epoch == 0);
    CHECK(log::open_checkpoint(after.checkpoint, package.id, package.keys.log)->epoch == folder.clock.now().time_since_epoch().count());
    // It is restored twice from one file: a third log, again with a name of its own.
    folder.clock.pass(std::chrono::hours{1});
    Restored again;
    REQUIRE(again.from(folder, file));
    CHECK(again.centre->standing().checkpoint != after.checkpoint);
}

TEST_CASE("a restored backup knows which ballots a live ranking has shown")
{
    AServerFolder folder(test::an_election().with_live_ranking(2).build());
    auto terminal = folder.terminal();
    for (std::uint64_t i = 0; i < 5; ++i) terminal.vote(folder.package(), a_voter(i), {0});
    REQUIRE(folder.send(terminal));
    REQUIRE(*folder.centre->make_round());
    const auto file = folder.root / "backup.db";
    REQUIRE(folder.centre->backup(file, test::nobody_watches));
    Restored restored;
    REQUIRE(restored.from(folder, file));
    CHECK(restored.centre->standing().so_far->ballots == 3);
    CHECK_FALSE(*restored.centre->make_round());
}

TEST_CASE("a restored backup of a live ranking tells no channel apart: rounds may have been shown that it does not know")
{
    const bool live = GENERATE(true, false);
    auto definition = test::an_election().with_live_ranking(2).build();
    if (!live) definition.ranking = election::Ranking::sealed;
    AServerFolder folder(definition);
    auto terminal = folder.terminal();
    for (std::uint64_t i = 0; i < 5; ++i) terminal.vote(folder.package(), a_voter(i), {0});
    REQUIRE(folder.send(terminal));
    const auto file = folder.root / "backup.db";
    REQUIRE(folder.centre->backup(file, test::nobody_watches));
    Restored restored;
    REQUIRE(restored.from(folder, file));
    REQUIRE(*restored.centre->close());
    REQUIRE(*restored.centre->count([](const char*, std::size_t) -> Advance { return test::nobody_watches; }));
    CHECK(restored.centre->standing().channels.has_value() == !live);
}
