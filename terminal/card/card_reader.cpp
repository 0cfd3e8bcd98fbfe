#include "terminal/card/card_reader.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>

#include "terminal/card/current_card.hpp"
#include "terminal/card/identity_file.hpp"

namespace isoloir::card {

using namespace std::chrono_literals;

namespace {

// Between two looks for the service.
constexpr auto kRetry = 1s;
// How long one wait for cards lasts. SCardCancel would end a longer one, but it waits for the service and so may hang.
constexpr auto kRound = 500ms;
constexpr auto kFarewell = 2s;

}  // namespace

class CardReader::Watch {
public:
    Watch(const Clock& clock, std::function<void()> wake) : clock_(clock), wake_(std::move(wake)) {}

    void run()
    {
        while (!stopped()) {
            if (const auto service = Service::connect()) follow(*service);
            else tell_readers(service.error());
            std::unique_lock lock(mutex_);
            changed_.wait_for(lock, kRetry, [this] { return stop_; });
        }
        const std::lock_guard lock(mutex_);
        ended_ = true;
        changed_.notify_all();
    }

    /// @return whether the thread has ended; if not, it will touch neither clock nor `wake` any more
    bool stop()
    {
        std::unique_lock lock(mutex_);
        stop_ = true;
        changed_.notify_all();
        return changed_.wait_for(lock, kFarewell, [this] { return ended_; });
    }

    std::optional<Event> poll()
    {
        const std::lock_guard lock(mutex_);
        if (events_.empty()) return std::nullopt;
        Event event = std::move(events_.front());
        events_.pop_front();
        return event;
    }

private:
    bool stopped()
    {
        const std::lock_guard lock(mutex_);
        return stop_;
    }

    void follow(const Service& service)
    {
        std::vector<Slot> slots;
        while (!stopped()) {
            auto now = service.slots(slots);
            if (!now) break;
            slots = *std::move(now);
            if (card_.has_left(slots)) tell(CardRemoved{});
            tell_readers(slots.empty() ? std::optional(Missing::reader) : std::nullopt);
            if (!service.wait(slots, kRound)) break;
            if (card_.has_left(slots)) tell(CardRemoved{});
            if (const auto reader = card_.has_come(slots)) tell_card(service.read_identity_file(*reader));
        }
        if (card_.has_left({})) tell(CardRemoved{});
        tell_readers(Missing::service);
    }

    void tell_readers(std::optional<Missing> missing)
    {
        if (told_ && missing == missing_) return;
        told_ = true;
        missing_ = missing;
        if (missing) tell(ReaderGone{*missing});
        else tell(ReaderBack{});
    }

    void tell_card(const tl::expected<crypto::SecretBytes, Unreadable>& file)
    {
        const std::lock_guard lock(mutex_);
        if (!stop_) push(judge(file));
    }

    void tell(Event event)
    {
        const std::lock_guard lock(mutex_);
        if (!stop_) push(std::move(event));
    }

    Event judge(const tl::expected<crypto::SecretBytes, Unreadable>& file) const
    {
        if (!file) return CardUnreadable{file.error()};
        const auto today = std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(clock_.now()));
        auto voter = parse_identity_file(file->span(), today);
        if (!voter) return CardUnreadable{Unreadable::faulty};
        return CardInserted{*std::move(voter)};
    }

    void push(Event event)
    {
        events_.push_back(std::move(event));
        wake_();
    }

    // Used with the lock held and before the stop only: afterwards their owner may be gone.
    const Clock& clock_;
    const std::function<void()> wake_;

    // The thread's own.
    CurrentCard card_;
    bool told_{false};  // whether there are readers
    std::optional<Missing> missing_;

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Event> events_;
    bool stop_{false};
    bool ended_{false};
};

CardReader::CardReader(const Clock& clock, std::function<void()> wake)
    : watch_(std::make_shared<Watch>(clock, std::move(wake))), thread_([watch = watch_] { watch->run(); })
{
}

CardReader::~CardReader()
{
    if (watch_->stop()) thread_.join();
    else thread_.detach();
}

std::optional<Event> CardReader::poll()
{
    return watch_->poll();
}

}  // namespace isoloir::card
