// isoloir-hall: simulated residents for the demo. They vote at a real terminal through the same session, screens' intents
// and journal as a finger does; no kiosk ships this program.

#include <iostream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "demo/residents.hpp"
#include "shared/base/file.hpp"
#include "shared/base/progress.hpp"
#include "shared/command/passphrase.hpp"
#include "shared/crypto/sodium.hpp"
#include "shared/election/pabulib.hpp"
#include "terminal/app/kiosk.hpp"
#include "terminal/identify/identify.hpp"

namespace {

using namespace isoloir;

struct Options {
    std::filesystem::path data;
    std::filesystem::path file;
    std::uint64_t voters{200};
    std::uint64_t first{0};
    bool json{false};
};

/// One resident from touch to receipt. @return whether the vote was cast
bool vote(app::Kiosk& kiosk, const demo::Resident& resident)
{
    kiosk.take(booth::Touch{});
    kiosk.take(booth::Go{});
    if (kiosk.state().session.identifier != resident.kind) kiosk.take(booth::SwitchIdentifier{});
    for (const char key : resident.identifier) kiosk.take(booth::Type{std::string(1, key)});
    kiosk.take(booth::Go{});
    if (kiosk.state().screen == booth::Screen::how) kiosk.take(booth::Go{});
    if (kiosk.state().screen == booth::Screen::projects) {
        for (const election::Mark& mark : resident.marks) {
            if (kiosk.definition().ballot.kind == election::BallotKind::points)
                for (std::uint32_t point = 0; point < mark.points; ++point) kiosk.take(booth::GivePoint{mark.project});
            else kiosk.take(booth::Toggle{mark.project});
            if (kiosk.state().screen == booth::Screen::does_not_fit) break;  // the booth says why and does not choose it
        }
    }
    // A choice that the booth did not take as a whole is not cast as another one.
    if (kiosk.state().session.chosen.size() == resident.marks.size()) {
        kiosk.take(booth::Go{});
        if (kiosk.state().screen == booth::Screen::review) kiosk.take(booth::Go{});
        if (kiosk.state().screen == booth::Screen::confirm_empty) kiosk.take(booth::Go{});
        if (kiosk.state().screen == booth::Screen::confirm) kiosk.take(booth::Go{});
    }
    const bool cast = kiosk.state().screen == booth::Screen::receipt;
    if (cast) kiosk.take(booth::Go{});
    else kiosk.take(booth::Leave{});
    return cast;
}

Status vote_all(const Options& options)
{
    crypto::SystemRandom random;
    const SystemClock clock;
    ISO_TRY(const auto passphrase, command::read_passphrase(std::nullopt, "this terminal"));
    ISO_TRY(auto journal, journal::Journal::open(options.data, passphrase, random));
    if (!journal.is_provisioned()) return fail(Errc::refused, "this terminal has no election yet");
    const auto& definition = journal.package().definition;

    std::vector<demo::Resident> residents;
    if (options.file.empty()) {
        residents = demo::residents(definition, options.first, options.voters);
    } else {
        ISO_TRY(const auto text, read_file(options.file, 128 * 1024 * 1024));
        ISO_TRY(const auto file, election::parse_pabulib(text));
        for (const auto& ballot : file.votes) residents.push_back(demo::card_holder(residents.size(), ballot.marks));
    }

    app::Kiosk kiosk(journal, clock, random);
    std::uint64_t cast = 0;
    {
        Progress progress("Votes at the booth", residents.size());
        for (const auto& resident : residents) {
            cast += vote(kiosk, resident) ? 1 : 0;
            if (kiosk.state().screen == booth::Screen::out_of_service) return fail(Errc::io, "the terminal went out of service");
            progress.advance();
        }
    }
    if (options.json) std::cout << nlohmann::ordered_json({{"cast", cast}, {"refused", residents.size() - cast}}).dump() << '\n';
    else std::cout << cast << " votes cast, " << residents.size() - cast << " not possible at the booth\n";
    return {};
}

/// Online ballots as a platform would export them: voter id, project ids and, where ballots have them, points.
Status write_online(const Options& options)
{
    crypto::SystemRandom random;
    ISO_TRY(const auto passphrase, command::read_passphrase(std::nullopt, "this terminal"));
    ISO_TRY(const auto journal, journal::Journal::open(options.data, passphrase, random));
    if (!journal.is_provisioned()) return fail(Errc::refused, "this terminal has no election yet");
    const auto& definition = journal.package().definition;
    const bool points = definition.ballot.kind == election::BallotKind::points;
    std::string csv = points ? "voter_id;projects;points\n" : "voter_id;projects\n";
    for (const auto& resident : demo::residents(definition, options.first, options.voters)) {
        std::string ids;
        std::string given;
        for (const election::Mark& mark : resident.marks) {
            const char* comma = ids.empty() ? "" : ",";
            ids += comma + definition.projects[mark.project].id;
            given += comma + std::to_string(mark.points);
        }
        csv += resident.identifier + ";" + ids + (points ? ";" + given : "") + "\n";
    }
    return write_file(options.file, csv);
}

}  // namespace

int main(int argc, char* argv[])
{
    CLI::App cli("Simulated residents for the demo: they vote at a real terminal, or online.");
    cli.require_subcommand(1);
    Options options;
    Status status;
    if (!crypto::start()) return 1;

    auto* vote = cli.add_subcommand("vote", "residents vote at the terminal in --data, one after the other");
    vote->add_option("--data", options.data, "the terminal's folder")->required();
    vote->add_option("--voters", options.voters, "how many")->capture_default_str();
    vote->add_option("--ballots", options.file, "cast the votes of this Pabulib file instead");
    vote->add_flag("--json", options.json, "for scripts");
    vote->callback([&] { status = vote_all(options); });

    auto* online = cli.add_subcommand("online", "write online ballots as CSV");
    online->add_option("--data", options.data, "a terminal's folder, for the election")->required();
    online->add_option("--voters", options.voters, "how many")->capture_default_str();
    online->add_option("--first", options.first, "number of the first resident; those of the hall begin at 0")->capture_default_str();
    online->add_option("--out", options.file, "the CSV file")->required();
    online->callback([&] { status = write_online(options); });

    CLI11_PARSE(cli, argc, argv);
    if (status) return 0;
    std::cerr << "isoloir-hall: " << status.error().text() << '\n';
    return 1;
}
