// The same records by stick, through the same journal and the same centre.

#include "terminal/sync/usb.hpp"

#include <csignal>
#include <fstream>

#include <sys/resource.h>

#include "shared/base/file.hpp"
#include "shared/wire/bundle.hpp"
#include "tests/support/fails_as.hpp"
#include "tests/terminal/sync/a_hall.hpp"

using namespace isoloir;
using namespace isoloir::test;

namespace {

Result<std::uint64_t> export_to(AHall& hall, const std::filesystem::path& file, std::uint64_t first = 0, std::size_t at_most = wire::kMaxBatchLines)
{
    app::JournalSource source(hall.journal);
    InPortions portions(source, at_most);
    return sync::export_bundle(portions, hall.centre.package().id, hall.journal.device(), first, file);
}

std::string content(const std::filesystem::path& file)
{
    return read_file(file, 64 * 1024 * 1024).value();
}

std::size_t files_in(const std::filesystem::path& folder)
{
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()));
}

app::Imported import(AHall& hall, const std::filesystem::path& file)
{
    return hall.centre.centre->import_bundle(content(file), nobody_watches).value();
}

/// While it lives, a file takes so many bytes and then no more: what a full stick does in the middle of a write.
class FullStick {
public:
    explicit FullStick(rlim_t bytes)
    {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        handler_ = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullStick()
    {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }
    FullStick(const FullStick&) = delete;
    FullStick& operator=(const FullStick&) = delete;

private:
    rlimit before_{};
    void (*handler_)(int){SIG_DFL};
};

/// A journal whose disk fails in the middle.
class FailingSource final : public sync::Source {
public:
    explicit FailingSource(sync::Source& source) : source_(source) {}
    ballot::ChainHead head() override { return source_.head(); }
    std::uint64_t acknowledged() override { return source_.acknowledged(); }
    Result<std::string> receipt() override { return source_.receipt(); }
    Result<std::vector<wire::BatchLine>> records_from(std::uint64_t first, std::size_t limit) override
    {
        if (first > 0) return fail(Errc::io, "the disk cannot be read");
        return source_.records_from(first, limit);
    }
    Status keep_receipt(std::string_view jws) override { return source_.keep_receipt(jws); }

private:
    sync::Source& source_;
};

}  // namespace

TEST_CASE("what is written to a stick is what the centre takes, and its receipt comes back by the same stick")
{
    AHall hall(4);
    TemporaryFolder stick;
    CHECK(export_to(hall, stick / "out", 0, 2).value() == 5);
    CHECK(files_in(stick.path()) == 1);
    const auto imported = import(hall, stick / "out");
    CHECK(imported.fresh == 5);
    CHECK(hall.at_centre().accepted == 4);
    CHECK(hall.journal.acknowledged() == 0);

    REQUIRE(write_file(stick / "receipt", imported.receipt + "\n"));
    app::JournalSource source(hall.journal);
    REQUIRE(sync::import_receipt(source, stick / "receipt"));
    hall.restart_terminal();
    CHECK(hall.journal.acknowledged() == 5);
    CHECK(hall.sync()->sent == 0);  // the network has nothing left to do
}

TEST_CASE("an export repeated is the same file, and importing it twice changes nothing")
{
    AHall hall(4);
    TemporaryFolder stick;
    REQUIRE(export_to(hall, stick / "one"));
    REQUIRE(export_to(hall, stick / "two", 0, 2));
    CHECK(content(stick / "one") == content(stick / "two"));

    import(hall, stick / "one");
    const auto log = hall.centre.checkpoint();
    const auto again = import(hall, stick / "two");
    CHECK(again.fresh == 0);
    CHECK(hall.centre.checkpoint() == log);
    CHECK(wire::open_receipt(again.receipt, hall.centre.package().keys.receipts)->next == 5);
}

TEST_CASE("a later export holds all of the earlier one, and the centre takes only what is new")
{
    AHall hall(4);
    TemporaryFolder stick;
    REQUIRE(export_to(hall, stick / "out"));
    const auto earlier = wire::read_bundle(content(stick / "out")).value();
    import(hall, stick / "out");
    hall.vote(20);
    hall.vote(21);
    CHECK(export_to(hall, stick / "out").value() == 7);
    auto later = wire::read_bundle(content(stick / "out")).value();
    REQUIRE(later.lines.size() == 7);
    later.lines.resize(earlier.lines.size());
    CHECK(wire::write_batch(later.lines) == wire::write_batch(earlier.lines));
    CHECK(import(hall, stick / "out").fresh == 2);
    CHECK(hall.at_centre().accepted == 6);
}

TEST_CASE("an export may begin where an earlier one ended")
{
    AHall hall(4);
    TemporaryFolder stick;
    REQUIRE(export_to(hall, stick / "first"));
    hall.vote(20);
    CHECK(export_to(hall, stick / "second", 5).value() == 1);
    CHECK(wire::read_bundle(content(stick / "second"))->first == 5);
    import(hall, stick / "first");
    CHECK(import(hall, stick / "second").fresh == 1);
    CHECK(hall.at_centre().records == 6);
}

TEST_CASE("records that came by stick and by network are each there once")
{
    AHall hall(4);
    TemporaryFolder stick;
    REQUIRE(hall.sync());
    hall.vote(20);
    REQUIRE(export_to(hall, stick / "out"));
    CHECK(import(hall, stick / "out").fresh == 1);
    CHECK(hall.sync().value().sent == 0);
    CHECK(hall.at_centre().records == 6);
    CHECK(hall.journal.acknowledged() == 6);
}

TEST_CASE("a new export takes the old one's place in one step, never writing over it")
{
    AHall hall(4);
    TemporaryFolder stick;
    REQUIRE(export_to(hall, stick / "out"));
    const std::string old = content(stick / "out");
    std::filesystem::create_hard_link(stick / "out", stick / "held");  // sees every write to the old file itself
    hall.vote(20);
    REQUIRE(export_to(hall, stick / "out"));
    CHECK(content(stick / "held") == old);
    CHECK(content(stick / "out") != old);
}

TEST_CASE("a stick that fills up in the middle leaves no half file, and the one before stands")
{
    AHall hall(4);
    TemporaryFolder stick;
    const auto export_when_full = [&] {
        const FullStick full(2'000);
        return export_to(hall, stick / "out");
    };
    const auto failed = export_when_full();
    REQUIRE_FALSE(failed);
    CHECK_FALSE(failed.error().message.empty());
    CHECK(failed.error().where.find("out") != std::string::npos);
    CHECK(files_in(stick.path()) == 0);

    REQUIRE(export_to(hall, stick / "out"));
    const std::string before = content(stick / "out");
    REQUIRE(before.size() > 2'000);
    hall.vote(20);
    CHECK_FALSE(export_when_full());
    CHECK(content(stick / "out") == before);
    CHECK(files_in(stick.path()) == 1);
    CHECK(export_to(hall, stick / "out").value() == 6);  // and may be repeated
}

TEST_CASE("a stick that is gone is told by its path, and nothing appears in its place")
{
    AHall hall(1);
    TemporaryFolder mounts;
    const auto failed = export_to(hall, mounts / "stick" / "out");
    REQUIRE(fails_as(failed, Errc::not_found));
    CHECK(failed.error().where.find((mounts / "stick").string()) != std::string::npos);
    CHECK(files_in(mounts.path()) == 0);
}

TEST_CASE("a place where no file can be leaves nothing of one")
{
    AHall hall(1);
    TemporaryFolder mounts;
    std::ofstream(mounts / "file") << "no folder";
    CHECK(fails_as(export_to(hall, mounts / "file" / "out"), Errc::io));
    std::filesystem::create_directory(mounts / "folder");
    CHECK(fails_as(export_to(hall, mounts / "folder"), Errc::io));
    CHECK(files_in(mounts.path()) == 2);
    CHECK(files_in(mounts / "folder") == 0);
}

TEST_CASE("a journal that cannot be read to its end is not exported in part")
{
    AHall hall(4);
    TemporaryFolder stick;
    app::JournalSource journal(hall.journal);
    InPortions portions(journal, 2);
    FailingSource source(portions);
    const auto failed = sync::export_bundle(source, hall.centre.package().id, hall.journal.device(), 0, stick / "out");
    CHECK(fails_as(failed, Errc::io));
    CHECK(files_in(stick.path()) == 0);
}

TEST_CASE("a file that is no receipt for this terminal acknowledges nothing")
{
    AHall hall(4);
    TemporaryFolder stick;
    app::JournalSource source(hall.journal);
    CHECK(fails_as(sync::import_receipt(source, stick / "missing"), Errc::not_found));
    CHECK(fails_as(sync::import_receipt(source, stick.path()), Errc::refused));
    const auto write = [&](std::string_view text) { REQUIRE(write_file(stick / "receipt", text)); };
    const auto take = [&] { return sync::import_receipt(source, stick / "receipt"); };
    write("");
    CHECK(fails_as(take(), Errc::malformed));
    write(std::string(wire::kMaxReceiptBytes + 1, 'x'));
    CHECK(fails_as(take(), Errc::refused));

    AHall other(1);
    REQUIRE(other.sync());
    write(other.head_receipt());
    CHECK(fails_as(take(), Errc::forged));
    CHECK(hall.journal.acknowledged() == 0);
}
