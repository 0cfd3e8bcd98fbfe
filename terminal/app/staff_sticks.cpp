#include "terminal/app/staff_sticks.hpp"

#include "shared/base/encoding.hpp"
#include "terminal/app/stick_files.hpp"
#include "terminal/app/sync_command.hpp"
#include "terminal/journal/staff_log.hpp"
#include "terminal/sync/usb.hpp"

namespace isoloir::app {

using ballot::EventKind;
using journal::StaffLog;
using staff::Trouble;

std::filesystem::path records_file(const journal::Journal& journal, const std::filesystem::path& stick)
{
    return stick / ("isoloir-" + to_hex(journal.device().id()) + ".records");
}

staff::Answer bring_out(journal::Journal& journal, const std::filesystem::path& stick, const std::string& handle, Hour hour)
{
    std::error_code error;
    if (!std::filesystem::is_directory(stick, error)) return staff::Failed{Trouble::no_stick};
    // Recorded first: no copy leaves the terminal of which the chain, and the copy itself, do not tell.
    if (!StaffLog(journal).note(EventKind::exported, handle, hour)) return staff::Failed{Trouble::not_done};
    JournalSource source(journal);
    const auto written = sync::export_bundle(source, journal.package().id, journal.device(), 0, records_file(journal, stick));
    if (written) return staff::Exported{*written};
    return staff::Failed{written.error().code == Errc::full ? Trouble::stick_full : Trouble::not_written};
}

staff::Answer bring_in(journal::Journal& journal, const std::filesystem::path& stick, const std::string& handle, Hour hour)
{
    std::error_code error;
    if (!std::filesystem::is_directory(stick, error)) return staff::Failed{Trouble::no_stick};
    staff::Taken taken;
    bool refused = false;
    for (const SignedFile& file : signed_files_on(stick)) {
        switch (file.kind) {
            case wire::Kind::receipt: journal.keep_receipt(file.jws) ? taken.receipt = true : refused = true; break;
            case wire::Kind::provision: journal.provision(file.jws) ? taken.configuration = true : refused = true; break;
            case wire::Kind::roster: journal.take_roster(file.jws) ? taken.configuration = true : refused = true; break;
            case wire::Kind::roll:
                if (const auto voters = journal.take_roll(file.jws)) taken.voters = *voters;
                else refused = true;
                break;
            default: break;  // a staff file opens the door, and is nothing to take
        }
    }
    if (!taken.receipt && !taken.configuration && !taken.voters) return staff::Failed{refused ? Trouble::not_ours : Trouble::nothing_to_take};
    StaffLog log(journal);
    if (taken.receipt && !log.note(EventKind::receipt_taken, handle, hour)) return staff::Failed{Trouble::not_done};
    if ((taken.configuration || taken.voters) && !log.note(EventKind::imported, handle, hour)) return staff::Failed{Trouble::not_done};
    return staff::Imported{taken};
}

}  // namespace isoloir::app
