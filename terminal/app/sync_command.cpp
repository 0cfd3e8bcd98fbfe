#include "terminal/app/sync_command.hpp"

#include <iostream>

#include "terminal/app/journal_voters.hpp"
#include "terminal/app/tell_state.hpp"
#include "terminal/sync/client.hpp"
#include "terminal/sync/usb.hpp"

namespace isoloir::app {
namespace {

Status need_election(const journal::Journal& journal)
{
    if (!journal.is_provisioned()) return fail(Errc::refused, "this terminal has no election yet; run `isoloir-terminal provision` first");
    return {};
}

void say_how_far(const journal::Journal& journal)
{
    std::cout << "The centre has " << journal.acknowledged() << " of " << journal.head().next << " records.\n";
}

}  // namespace

Status sync_now(journal::Journal& journal)
{
    ISO_CHECK(need_election(journal));
    const auto& bundle = journal.provisioned();
    ISO_TRY(auto client, sync::Client::connect({bundle.host, bundle.port, bundle.server}, journal.device()));
    JournalSource source(journal);
    ISO_TRY(const auto outcome, sync::sync_once(source, client, journal.package().keys.receipts));
    std::cout << "Records sent: " << outcome.sent << ". ";
    say_how_far(journal);
    if (outcome.lost > 0)
        std::cout << "The server had LOST " << outcome.lost << " records that it had acknowledged; they were sent again. Tell the central admin.\n";
    if (outcome.forked)
        std::cout << "The server knows ANOTHER chain of this terminal: it was cloned or set back. Take it out of service and call the central admin.\n";
    JournalVoters voters(journal);
    ISO_CHECK(sync::fetch_voters(voters, client, journal.package().id, journal.package().definition.eligibility.roll));
    ISO_TRY(const std::string roster, client.get_roster(journal.package().id));
    if (const auto taken = journal.take_roster(roster); !taken) std::cout << "The server's roster was not taken: " << taken.error().text() << ".\n";
    std::cout << "Who voted elsewhere is known up to now.\n";
    return tell_state(client, source);
}

Status export_records(journal::Journal& journal, const std::filesystem::path& file)
{
    ISO_CHECK(need_election(journal));
    JournalSource source(journal);
    ISO_TRY(const auto count, sync::export_bundle(source, journal.package().id, journal.device(), 0, file));
    std::cout << count << " records written to " << file.string() << ". The centre takes them with `isoloir-server ballots import`.\n";
    return {};
}

Status take_receipt(journal::Journal& journal, const std::filesystem::path& file)
{
    JournalSource source(journal);
    ISO_CHECK(sync::import_receipt(source, file));
    say_how_far(journal);
    return {};
}

}  // namespace isoloir::app
