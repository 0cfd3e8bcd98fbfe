#pragma once
// A real centre behind its real server, which can be stopped and started again at the same port.

#include "sync-server/http/server.hpp"
#include "terminal/journal/journal.hpp"
#include "tests/support/a_free_port.hpp"
#include "tests/support/a_server_folder.hpp"
#include "tests/support/catch.hpp"

namespace isoloir::test {

struct ARunningCentre : AServerFolder {
    std::unique_ptr<http::Server> server;
    std::uint16_t port{a_free_port()};
    http::Limits limits;  // of the next start

    explicit ARunningCentre(const election::Definition& definition = an_election().build()) : AServerFolder(definition) { start(); }

    void start()
    {
        http::Settings settings;
        settings.address = settings.public_address = "127.0.0.1";
        settings.port = port;
        settings.folder = path;
        settings.limits = limits;
        server = http::Server::start(settings, centre->keys().tls, *centre).value();
    }
    void stop() { server.reset(); }

    /// A terminal's journal, approved and provisioned here.
    journal::Journal a_provisioned_journal(const std::filesystem::path& place)
    {
        auto journal = journal::Journal::create(place, "quatre mots de passe", "Jambes 1", random).value();
        REQUIRE(journal.provision(centre->approve({journal.device().public_key(), "Jambes"}, "Jambes", "127.0.0.1", port).value()));
        return journal;
    }
    /// With its poll open as well.
    journal::Journal a_journal(const std::filesystem::path& place)
    {
        auto journal = a_provisioned_journal(place);
        REQUIRE(journal.open_poll(clock.hour()));
        return journal;
    }
    void vote(journal::Journal& journal, int voter)
    {
        const auto selection = election::Selection::make(package().definition, {0}).value();
        REQUIRE(journal.cast(journal.seal({election::IdentifierKind::voter_code, "CARD" + std::to_string(voter)}, selection, clock.hour()).value()));
    }
};

}  // namespace isoloir::test
