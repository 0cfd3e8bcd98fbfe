// One bit of the stored log changed, by a failing disk or by somebody with the key: found before anything is signed.

#include "tests/support/catch.hpp"

#include "shared/base/file.hpp"
#include "sync-server/store/postgres/postgres_connection.hpp"
#include "sync-server/store/sqlcipher/sqlcipher_connection.hpp"
#include "tests/support/a_server_folder.hpp"

using namespace isoloir;
using test::a_voter;
using test::AServerFolder;

namespace {

/// Runs statements on the database, as somebody who has its key could.
void meddle(AServerFolder& folder, std::string_view sql)
{
    folder.centre.reset();
    const std::string key = *read_file(folder.path / "store.key", 100);
    const auto connection = test::on_postgres() ? store::PostgresConnection::open(folder.database)
                                                : store::SqlcipherConnection::open(folder.path / "store.db", crypto::SecretBytes(bytes_of(key)));
    REQUIRE(connection);
    while (!sql.empty()) {
        const auto end = std::min(sql.find(';'), sql.size());
        REQUIRE((*connection)->run(sql.substr(0, end), {}));
        sql.remove_prefix(std::min(end + 1, sql.size()));
    }
}

void cast_votes(AServerFolder& folder)
{
    auto terminal = folder.terminal();
    for (std::uint64_t i = 0; i < 5; ++i) terminal.vote(folder.package(), a_voter(i), {0});
    REQUIRE(folder.send(terminal));
}

}  // namespace

TEST_CASE("a stored log that is not the one that was signed keeps the server from starting")
{
    const auto [what, sql] = GENERATE(table<const char*, const char*>({
        {"a bit of a record flipped", "UPDATE leaves SET record = substr(record, 1, 100) || 'x' || substr(record, 102) WHERE leaf = 2"},
        {"the hash beside a record altered", "UPDATE leaves SET hash = (SELECT hash FROM leaves WHERE leaf = 1) WHERE leaf = 2"},
        {"the last record dropped", "DELETE FROM leaves WHERE leaf = 5"},
        {"a record in the middle dropped", "DELETE FROM leaves WHERE leaf = 2"},
        {"two records swapped",
         "UPDATE leaves SET leaf = 100 WHERE leaf = 2; UPDATE leaves SET leaf = 2 WHERE leaf = 3; UPDATE leaves SET leaf = 3 WHERE leaf = 100"},
        {"a chain's end moved", "UPDATE chains SET next = 4"},
        {"a chain forgotten", "DELETE FROM chains"},
        {"a count altered", "UPDATE tallies SET count = count + 1"},
        {"a ballot that counts made one that does not", "UPDATE leaves SET reason = 35 WHERE leaf = 2"},
        {"the checkpoint altered", "UPDATE checkpoints SET note = replace(note, 'isoloir', 'isolair')"},
        {"the last checkpoint dropped", "DELETE FROM checkpoints WHERE size > 0"},
    }));
    CAPTURE(what);
    AServerFolder folder;
    cast_votes(folder);
    meddle(folder, sql);
    const auto opened = folder.open();
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == Errc::corrupt);
}

TEST_CASE("a record altered while the server runs is found before the count")
{
    AServerFolder folder;
    auto terminal = folder.terminal();
    terminal.vote(folder.package(), a_voter(1), {0});
    REQUIRE(folder.send(terminal));
    REQUIRE(*folder.centre->close());
    // The folder's lock is advisory: the disk may rot under a server that holds it. A ledger on the same store shows it.
    folder.centre.reset();
    auto opened = *store::open_folder({folder.path});
    const auto keys = *app::read_keys(*opened.store);
    const auto package = *election::open_package(**opened.store->document("package"), keys.authority.public_key());
    const auto ledger = *intake::Ledger::open(*opened.store, package, keys.log, keys.receipts);
    REQUIRE(ledger->check());
    const store::Leaf forged{2, "a leaf that nobody signed", {}, 0, {}, store::Reason::accepted, {}};
    REQUIRE(opened.store->append({&forged, 1}));
    CHECK(ledger->check().error().code == Errc::corrupt);
}
