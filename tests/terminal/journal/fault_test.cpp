#include "tests/support/a_small_disk.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/terminal/journal/a_journal.hpp"

#include <fstream>
#include <functional>
#include <optional>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "shared/base/file.hpp"

using namespace isoloir;
using namespace isoloir::test;

namespace {

/// Voters vote one after the other in a child process that is killed with SIGKILL once `kill_after` confirmed votes have
/// been reported, at whatever instruction it then is; returns how many the child had confirmed in the end.
/// @param act  what each voter does
int act_until_killed(ACentre& centre, const std::filesystem::path& folder, int first, int kill_after,
                     const std::function<bool(journal::Journal&, int number)>& act)
{
    int reports[2];
    REQUIRE(::pipe(reports) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(reports[0]);
        auto journal = reopened(centre, folder);
        for (int number = first;; ++number) {
            const char confirmed = act(journal, number) ? 'v' : 'x';
            if (::write(reports[1], &confirmed, 1) != 1 || confirmed != 'v') ::_exit(1);
        }
    }
    ::close(reports[1]);
    int confirmed = 0;
    char report = 0;
    while (confirmed < kill_after && ::read(reports[0], &report, 1) == 1 && report == 'v') ++confirmed;
    ::kill(child, SIGKILL);
    while (::read(reports[0], &report, 1) == 1 && report == 'v') ++confirmed;
    ::close(reports[0]);
    ::waitpid(child, nullptr, 0);
    return confirmed;
}

}  // namespace

TEST_CASE("kill -9 at any instant leaves whole votes of voters who may not vote again, or no vote and a voter who may")
{
    ACentre centre;
    TemporaryFolder folder;
    {
        auto journal = an_open_journal(centre, folder.path());
    }
    int next = 0;
    std::uint64_t before = 0;

    for (int round = 0; round < 12; ++round) {
        const int confirmed = act_until_killed(centre, folder.path(), next, round,
                                               [&](journal::Journal& journal, int number) { return cast(journal, voter(number), choice(centre)).has_value(); });
        auto journal = reopened(centre, folder.path());

        // Every vote that was confirmed is there; at most one more was committed and killed before its confirmation.
        const auto added = static_cast<int>(journal.ballots() - before);
        CHECK(added >= confirmed);
        CHECK(added <= confirmed + 1);
        for (int number = next; number < next + added; ++number) CHECK(journal.has_voted(voter(number)).value());
        CHECK_FALSE(journal.has_voted(voter(next + added)).value());
        REQUIRE(cast(journal, voter(next + added), choice(centre)));
        next += added + 1;
        before = journal.ballots();
    }
}

TEST_CASE("kill -9 at any instant leaves every challenge that was shown, whole, and marks nobody as having voted")
{
    ACentre centre;
    TemporaryFolder folder;
    {
        auto journal = an_open_journal(centre, folder.path());
    }
    std::uint64_t before = 0;
    for (int round = 0; round < 8; ++round) {
        const int confirmed = act_until_killed(
            centre, folder.path(), 0, round, [&](journal::Journal& journal, int number) { return check(journal, voter(number), choice(centre)).has_value(); });
        auto journal = reopened(centre, folder.path());
        const auto added = static_cast<int>(journal.spoilt() - before);
        CHECK(added >= confirmed);
        CHECK(added <= confirmed + 1);
        CHECK(journal.ballots() == 0);
        for (int number = 0; number <= added; ++number) CHECK_FALSE(journal.has_voted(voter(number)).value());
        before = journal.spoilt();
    }
}

TEST_CASE("a flipped byte or a cut file takes the terminal out of service and nothing is cut off")
{
    ACentre centre;
    TemporaryFolder folder;
    {
        auto journal = an_open_journal(centre, folder.path());
        for (int number = 0; number < 40; ++number) REQUIRE(cast(journal, voter(number), choice(centre)));
    }
    const auto intact = read_file(folder / "journal.db", 1 << 26).value();
    const std::size_t position = GENERATE(as<std::size_t>{}, 20, 4200, 9000, 20'000);
    REQUIRE(position < intact.size());
    auto damaged = intact;
    damaged[position] = static_cast<char>(damaged[position] ^ 1);
    std::ofstream(folder / "journal.db", std::ios::binary) << damaged;

    CHECK_FALSE(journal::Journal::open(folder.path(), kPassphrase, centre.random));
    CHECK(read_file(folder / "journal.db", 1 << 26).value() == damaged);
}

TEST_CASE("a row taken out of the journal, or two rows exchanged, is found at start")
{
    ACentre centre;
    TemporaryFolder folder;
    {
        auto journal = an_open_journal(centre, folder.path());
        for (int number = 0; number < 4; ++number) REQUIRE(cast(journal, voter(number), choice(centre)));
        REQUIRE(check(journal, voter(4), choice(centre)));
    }
    const std::string tampering = GENERATE(as<std::string>{}, "DELETE FROM records WHERE seq = 2", "DELETE FROM records WHERE seq = 0",
                                           "UPDATE records SET jws = replace(jws, 'e', 'f') WHERE seq = 5",
                                           "UPDATE records SET jws = (SELECT jws FROM records WHERE seq = 3) WHERE seq = 4",
                                           "UPDATE records SET jws = replace(jws, 'e', 'f') WHERE seq = 1");
    {
        const auto sealed = read_file(folder / "journal.recovery", 4096).value();
        const auto key = crypto::open_sealed(centre.authority, bytes_of(sealed)).value();
        auto database = storage::Database::open(folder / "journal.db", key).value();
        REQUIRE(database.execute(tampering));
    }
    const auto opened = journal::Journal::open(folder.path(), kPassphrase, centre.random);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == Errc::corrupt);
}

TEST_CASE("a full disk casts nothing, says so beforehand, and keeps what is stored readable (needs root to mount a small disk)")
{
    ACentre centre;
    const TemporaryFolder mount_point;
    std::optional<ASmallDisk> disk(std::in_place, mount_point.path(), "2m");
    if (!*disk) return;
    std::uint64_t kept = 0;
    {
        auto journal = an_open_journal(centre, mount_point.path());
        CHECK_FALSE(journal.has_room());  // 2 MiB are less than it wants before it lets a voter start
        int number = 0;
        while (cast(journal, voter(number), choice(centre))) ++number;
        kept = journal.ballots();
        CHECK(kept > 10);
        CHECK(cast(journal, voter(1'000'000), choice(centre)).error().code == Errc::io);  // out of service until it is restarted
        CHECK(journal.records_from(0, 1'000'000)->size() == kept + 1);
        // What is not durable is not shown.
        CHECK(check(journal, voter(1'000'001), choice(centre)).error().code == Errc::io);
        CHECK(journal.spoilt() == 0);
    }
    TemporaryFolder roomy;
    for (const auto& entry : std::filesystem::directory_iterator(mount_point.path()))
        std::filesystem::copy(entry.path(), roomy.path() / entry.path().filename());
    disk.reset();
    auto journal = reopened(centre, roomy.path());
    CHECK(journal.ballots() == kept);
    CHECK(cast(journal, voter(1'000'000), choice(centre)));
}
