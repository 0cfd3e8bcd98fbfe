#include "terminal/app/staff_commands.hpp"

#include <algorithm>
#include <iostream>

#include <nlohmann/json.hpp>

#include "shared/base/encoding.hpp"
#include "shared/base/file.hpp"
#include "shared/base/text.hpp"

namespace isoloir::app {
namespace {

constexpr std::size_t kMaxBundleFile = 128 * 1024 * 1024;
constexpr std::size_t kMaxPictureFile = 10 * 1024 * 1024;

const char* poll_word(journal::Poll poll)
{
    switch (poll) {
        case journal::Poll::not_opened: return "not opened";
        case journal::Poll::open: return "open";
        case journal::Poll::closed: return "closed";
    }
    return "";
}

}  // namespace

Status enrol(const std::filesystem::path& folder, const std::string& passphrase, const std::string& name, const std::filesystem::path& request,
             crypto::Random& random)
{
    auto journal = journal::Journal::create(folder, passphrase, name, random);
    if (!journal && journal.error().code == Errc::conflict) {
        // Set up before, but the request was never written or got lost: it is written again.
        ISO_TRY(auto known, journal::Journal::open(folder, passphrase, random));
        if (!known.is_provisioned()) journal = std::move(known);
    }
    if (!journal) return tl::make_unexpected(std::move(journal).error());
    ISO_CHECK(write_file(request, journal->enrolment() + "\n"));
    std::cout << "Terminal \"" << journal->name() << "\" is set up; its key is " << to_hex(journal->device().id()) << ".\n"
              << "Bring " << request.string() << " to the centre; compare the key when it is approved.\n";
    return {};
}

Status provision(journal::Journal& journal, const std::filesystem::path& bundle)
{
    ISO_TRY(const std::string jws, read_file(bundle, kMaxBundleFile));
    ISO_CHECK(journal.provision(trimmed(jws)));
    const auto& definition = journal.package().definition;
    std::cout << "This terminal serves \"" << definition.title.in(definition.languages.front()) << "\". Projects: " << definition.projects.size()
              << ". Election " << to_hex(journal.package().id).substr(0, 16) << ".\n";
    return {};
}

Status take_pictures(const journal::Journal& journal, const std::filesystem::path& from, const std::filesystem::path& folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    std::size_t taken = 0;
    for (const auto& entry : std::filesystem::directory_iterator(from, error)) {
        const auto content = read_file(entry.path(), kMaxPictureFile);
        if (!content) continue;
        const auto hash = crypto::sha256(bytes_of(*content));
        const auto& projects = journal.package().definition.projects;
        if (std::none_of(projects.begin(), projects.end(), [&](const auto& project) { return project.picture == hash; })) continue;
        ISO_CHECK(write_file(folder / to_hex(hash), *content));
        ++taken;
    }
    if (error) return fail(Errc::not_found, "the folder of pictures cannot be read", from.string());
    std::cout << taken << " pictures taken.\n";
    return {};
}

Status open_poll(journal::Journal& journal, const Clock& clock)
{
    // A second open does no harm, as a second close: it says what is already so.
    if (journal.poll() != journal::Poll::open) ISO_CHECK(journal.open_poll(clock.hour()));
    std::cout << "The poll is open. Ballots so far: " << journal.ballots() << ".\n";
    return {};
}

Status close_poll(journal::Journal& journal, const Clock& clock)
{
    // A second close does no harm: it says what is already so.
    if (journal.poll() != journal::Poll::closed) ISO_CHECK(journal.close_poll(clock.hour()));
    const auto waiting = journal.head().next - journal.acknowledged();
    std::cout << "The poll is closed. Ballots: " << journal.ballots() << ". Chain head: " << to_hex(journal.head().last) << ".\n";
    if (waiting > 0) std::cout << "Records that WAIT for the centre: " << waiting << ". Run `isoloir-terminal sync`, or `export` to a USB stick.\n";
    return {};
}

Status print_status(journal::Journal& journal, bool json)
{
    const auto& head = journal.head();
    const bool provisioned = journal.is_provisioned();
    ISO_TRY(const auto counts, journal.counters().values());
    ISO_TRY(const bool knows_roll, journal.voters().knows_roll());
    const bool needs_roll = provisioned && journal.package().definition.eligibility.roll;
    const std::string roll = !needs_roll ? "none needed" : knows_roll ? "here" : "not here yet";
    const std::string election = provisioned ? to_hex(journal.package().id) : "";
    if (json) {
        const nlohmann::ordered_json status{{"terminal", to_hex(journal.device().id())},
                                            {"name", journal.name()},
                                            {"election", election},
                                            {"poll", poll_word(journal.poll())},
                                            {"roll", roll},
                                            {"sessions", counts.sessions},
                                            {"ballots", journal.ballots()},
                                            {"spoilt", journal.spoilt()},
                                            {"refused", counts.refused},
                                            {"records", head.next},
                                            {"acknowledged", journal.acknowledged()},
                                            {"head", to_hex(head.last)}};
        std::cout << status.dump(2) << '\n';
        return {};
    }
    std::cout << "Terminal      " << journal.name() << ", " << to_hex(journal.device().id()) << '\n'
              << "Election      " << (provisioned ? election : "none yet") << '\n'
              << "Poll          " << poll_word(journal.poll()) << '\n'
              << "Roll          " << roll << '\n'
              << "Sessions      " << counts.sessions << ", and " << counts.refused << " refused\n"
              << "Ballots       " << journal.ballots() << ", and " << journal.spoilt() << " spoilt to check the machine\n"
              << "Records       " << head.next << ", of which the centre has " << journal.acknowledged() << '\n'
              << "Chain head    " << to_hex(head.last) << '\n';
    return {};
}

}  // namespace isoloir::app
