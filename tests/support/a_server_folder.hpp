#pragma once
// A centre in a throwaway folder, with its keys and an election, closed and opened again at will.

#include <memory>

#include "sync-server/app/centre.hpp"
#include "sync-server/operations/log.hpp"
#include "tests/support/a_postgres.hpp"
#include "tests/support/a_terminal.hpp"
#include "tests/support/an_election.hpp"
#include "tests/support/stopped_clock.hpp"
#include "tests/support/temporary_folder.hpp"

namespace isoloir::test {

struct AServerFolder {
    TemporaryFolder root;
    StoppedClock clock;
    crypto::SystemRandom random;
    std::filesystem::path path{root / "centre"};
    std::string database;
    std::unique_ptr<app::Centre> centre;

    /// With keys alone, and no election yet.
    struct Bare {};

    /// @param where  a PostgreSQL's address, or nothing: embedded
    explicit AServerFolder(const election::Definition& definition = an_election().build(), const std::string& where = a_database())
        : AServerFolder(Bare{}, where)
    {
        (void)centre->import_election({definition, {}});
    }
    /// Of which trustees hold the key.
    AServerFolder(const election::Definition& definition, const election::Trustees& trustees) : AServerFolder(Bare{})
    {
        (void)centre->import_election({definition, {}}, trustees);
    }
    explicit AServerFolder(Bare, const std::string& where = a_database()) : database(where)
    {
        operations::speak(operations::Level::error, operations::Format::text);
        {
            auto made = store::create_folder({path, std::nullopt, database}, random);
            (void)app::make_keys(*made->store, random);
        }
        centre = *open();
    }

    Result<std::unique_ptr<app::Centre>> open()
    {
        centre.reset();
        ISO_TRY(auto folder, store::open_folder({path}));
        return app::Centre::open(std::move(folder), clock, random);
    }
    void restart() { centre = *open(); }
    const election::Package& package() const { return centre->package_read(); }

    /// A terminal on the roster with its poll open (not sent yet).
    ATerminal terminal(const std::string& hall = "Jambes")
    {
        ATerminal terminal(random);
        (void)centre->approve({terminal.device().public_key(), hall}, hall, "localhost", 8443);
        terminal.opened(package());
        return terminal;
    }
    wire::Receipt receipt(const std::string& jws) const { return *wire::open_receipt(jws, package().keys.receipts); }
    /// Sends all of a terminal's records.
    Result<std::string> send(const ATerminal& terminal, std::size_t first = 0) { return centre->accept(terminal.id(), terminal.batch(first)); }
    intake::Report report() const { return centre->standing().report; }
    log::Checkpoint checkpoint() const { return *log::open_checkpoint(centre->standing().checkpoint, package().id, package().keys.log); }
};

/// No progress to be shown.
inline void nobody_watches(std::uint64_t) {}

}  // namespace isoloir::test
