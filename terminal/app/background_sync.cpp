#include "terminal/app/background_sync.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <utility>

#include "terminal/app/journal_voters.hpp"
#include "terminal/app/tell_state.hpp"
#include "terminal/sync/pace.hpp"

namespace isoloir::app {
namespace {

constexpr std::size_t kLines = 100;  // a batch that the journal reads within a frame
constexpr std::chrono::milliseconds kConnect{15'000};
constexpr std::chrono::milliseconds kExchange{60'000};

tl::unexpected<Error> closing()
{
    return fail(Errc::unavailable, "the booth is closing");
}

}  // namespace

/// Where the two threads meet: one errand at a time.
class Desk {
public:
    using Errand = std::function<void(journal::Journal&)>;

    Desk(journal::Journal& journal, std::function<void()> wake) : journal_(journal), wake_(std::move(wake)), waiting_(has_waiting()) {}

    /// From the network's thread. @return  false when there was a stop before the errand was done
    bool send(const Errand& errand, const std::stop_token& stop)
    {
        std::unique_lock lock(mutex_);
        errand_ = &errand;
        wake_();
        const bool done = changed_.wait(lock, stop, [this] { return errand_ == nullptr; });
        errand_ = nullptr;
        return done;
    }
    /// Whether there are records that the server has not acknowledged, as far as was seen.
    bool waiting() const
    {
        const std::scoped_lock lock(mutex_);
        return waiting_;
    }
    /// No longer than the pause, until it is to hurry, or until there are records that were not `waiting` before.
    void rest(std::chrono::milliseconds pause, bool waiting, const std::stop_token& stop)
    {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, stop, pause, [&] { return hurried_ || (waiting_ && !waiting); });
    }
    void hurry()
    {
        const std::scoped_lock lock(mutex_);
        hurried_ = true;
        changed_.notify_all();
    }
    /// Once after each hurry().
    bool take_hurry()
    {
        const std::scoped_lock lock(mutex_);
        return std::exchange(hurried_, false);
    }

    void attend()
    {
        const std::scoped_lock lock(mutex_);
        if (errand_ != nullptr) (*errand_)(journal_);
        if (std::exchange(errand_, nullptr) != nullptr || waiting_ != has_waiting()) changed_.notify_all();
        waiting_ = has_waiting();
    }

private:
    bool has_waiting() const { return journal_.acknowledged() < journal_.head().next; }

    journal::Journal& journal_;
    std::function<void()> wake_;
    mutable std::mutex mutex_;
    std::condition_variable_any changed_;
    const Errand* errand_{nullptr};
    bool hurried_{false};
    bool waiting_;
};

namespace {

/// The journal as the network's thread sees it.
class FarJournal final : public sync::Source {
public:
    FarJournal(Desk& desk, const std::stop_token& stop) : desk_(desk), stop_(stop) {}

    ballot::ChainHead head() override
    {
        ballot::ChainHead head;
        desk_.send([&](journal::Journal& journal) { head = journal.head(); }, stop_);
        return head;
    }
    std::uint64_t acknowledged() override
    {
        std::uint64_t acknowledged = 0;
        desk_.send([&](journal::Journal& journal) { acknowledged = journal.acknowledged(); }, stop_);
        return acknowledged;
    }
    Result<std::string> receipt() override
    {
        Result<std::string> receipt = closing();
        desk_.send([&](journal::Journal& journal) { receipt = journal.receipt(); }, stop_);
        return receipt;
    }
    Result<std::vector<wire::BatchLine>> records_from(std::uint64_t first, std::size_t limit) override
    {
        Result<std::vector<wire::BatchLine>> lines = closing();
        desk_.send([&](journal::Journal& journal) { lines = journal.records_from(first, std::min(limit, kLines)); }, stop_);
        return lines;
    }
    Status keep_receipt(std::string_view jws) override
    {
        Status kept = closing();
        desk_.send([&](journal::Journal& journal) { kept = journal.keep_receipt(jws); }, stop_);
        return kept;
    }

private:
    Desk& desk_;
    const std::stop_token& stop_;
};

/// Its lists of voters, a page an errand, so that the booth sees to its voter in between.
class FarVoters final : public sync::VoterBook {
public:
    FarVoters(Desk& desk, const std::stop_token& stop) : desk_(desk), stop_(stop) {}

    Result<std::optional<wire::Cursor>> cursor(sync::VoterList list) override
    {
        Result<std::optional<wire::Cursor>> cursor = closing();
        desk_.send([&](journal::Journal& journal) { cursor = JournalVoters(journal).cursor(list); }, stop_);
        return cursor;
    }
    Status take(const wire::VotedPage& page) override { return take_page(page); }
    Status take(const wire::RollPage& page) override { return take_page(page); }

private:
    template <class Page>
    Status take_page(const Page& page)
    {
        Status taken = closing();
        desk_.send([&](journal::Journal& journal) { taken = JournalVoters(journal).take(page); }, stop_);
        return taken;
    }

    Desk& desk_;
    const std::stop_token& stop_;
};

}  // namespace

BackgroundSync::BackgroundSync(journal::Journal& journal, const Clock& clock, std::function<void()> wake, std::function<void(const std::string&)> tell)
    : clock_(clock),
      device_(journal.device()),
      server_{journal.provisioned().host, journal.provisioned().port, journal.provisioned().server},
      receipts_(journal.package().keys.receipts),
      election_(journal.package().id),
      needs_roll_(journal.package().definition.eligibility.roll),
      tell_(std::move(tell)),
      desk_(std::make_unique<Desk>(journal, std::move(wake))),
      thread_([this](const std::stop_token& stop) { run(stop); })
{
}
BackgroundSync::~BackgroundSync() = default;

void BackgroundSync::attend()
{
    desk_->attend();
}

void BackgroundSync::hurry()
{
    desk_->hurry();
}

std::optional<std::chrono::milliseconds> BackgroundSync::reached() const
{
    const std::int64_t when = reached_;
    return when < 0 ? std::nullopt : std::optional(std::chrono::milliseconds(when));
}

std::string BackgroundSync::round(sync::Source& source, const std::stop_token& stop, bool& reached)
{
    auto client = sync::Client::connect(server_, device_, {kConnect, kExchange, stop});
    if (!client) return client.error().text();
    const auto outcome = sync::sync_once(source, *client, receipts_);
    if (!outcome) return outcome.error().text();
    FarVoters voters(*desk_, stop);
    auto fetched = sync::fetch_voters(voters, *client, election_, needs_roll_);
    if (fetched) fetched = fetch_roster(*client, stop);
    if (fetched) fetched = tell_state(*client, source);
    reached = fetched.has_value();
    if (outcome->forked) return "the centre knows ANOTHER chain of this terminal: it was cloned or set back; take it out of service and call the central admin";
    if (outcome->lost > 0) return "the centre had lost records that it had acknowledged; they were sent again; tell the central admin";
    if (!fetched) return "the centre has all records, but the round was not finished: " + fetched.error().text();
    return "the centre has all records";
}

/// What was withdrawn since. One that is refused, as an older one of a server that was set back, changes nothing here.
Status BackgroundSync::fetch_roster(sync::Client& client, const std::stop_token& stop)
{
    ISO_TRY(const std::string roster, client.get_roster(election_));
    desk_->send([&](journal::Journal& journal) { (void)journal.take_roster(roster); }, stop);
    return {};
}

void BackgroundSync::run(const std::stop_token& stop)
{
    FarJournal source(*desk_, stop);
    crypto::SystemRandom random;
    sync::Pace pace;
    std::string told;
    while (!stop.stop_requested()) {
        const bool waiting = desk_->waiting();
        const auto pause = sync::time_to_wait(pace, waiting, clock_.steady());
        if (pause > pause.zero() && !desk_->take_hurry()) {
            desk_->rest(pause, waiting, stop);
            continue;
        }
        bool reached = false;
        const std::string news = round(source, stop, reached);
        if (reached) reached_ = clock_.steady().count();
        pace = reached ? sync::after_success(clock_.steady()) : sync::after_failure(pace, clock_.steady(), random);
        if (news != told && !stop.stop_requested()) tell_(told = news);
    }
}

}  // namespace isoloir::app
