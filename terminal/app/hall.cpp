#include "terminal/app/hall.hpp"

#include <iostream>

namespace isoloir::app {

Hall::Hall(journal::Journal& journal, const Clock& clock, crypto::Random& random, Stage& stage, Devices& devices, Languages& languages,
           std::function<Status()> shut_down)
    : journal_(journal),
      clock_(clock),
      random_(random),
      stage_(stage),
      devices_(devices),
      languages_(languages),
      shut_down_(std::move(shut_down)),
      office_(journal, clock, languages, reach()),
      staff_(office_, clock, stage, devices, languages, [this](const booth::Answer& answer) { booth_->take(answer); })
{
    erase_practice(practice_folder(journal_.folder()));
    open_booth();
    begin_sync();
}

void Hall::take(const ui::Input& input)
{
    sync_->attend();
    if (office_.is_open()) {
        staff_.take(input);
        if (office_.is_open()) return;
        tone_.release();
        booth_->show();
    } else if (booth_->take(input)) {
        office_.open(journal_.package().definition.languages.front());
        staff_.show();
    }
}

void Hall::open_booth()
{
    booth_.emplace(practice_ ? practice_->journal() : journal_, clock_, random_, stage_, devices_, languages_, practice_ != nullptr);
}

void Hall::begin_sync()
{
    sync_.reset();
    sync_.emplace(journal_, clock_, platform::wake, [](const std::string& news) { std::cerr << "isoloir-terminal: " + news + "\n"; });
}

Status Hall::begin_practice()
{
    ISO_TRY(practice_, Practice::begin(journal_, practice_folder(journal_.folder()), clock_.hour(), random_));
    open_booth();
    return {};
}

std::optional<std::chrono::minutes> Hall::since_sync() const
{
    const auto reached = sync_->reached();
    if (!reached) return std::nullopt;
    return std::chrono::duration_cast<std::chrono::minutes>(clock_.steady() - *reached);
}

StaffReach Hall::reach()
{
    using staff::Part;
    StaffReach reach;
    reach.printer = [this] { return !devices_.has_printer() ? Part::absent : devices_.had_paper() ? Part::ready : Part::trouble; };
    reach.card_reader = [this] { return devices_.has_card_reader() ? Part::ready : Part::absent; };
    reach.print = [this](ui::Node slip) { devices_.print(std::move(slip)); };
    reach.play_tone = [this] { return tone_.play(); };
    reach.send_now = [this] { sync_->hurry(); };
    reach.reconfigured = [this] { begin_sync(); };
    reach.since_sync = [this] { return since_sync(); };
    reach.practice = [this] { return practice_ ? &practice_->journal() : nullptr; };
    reach.begin_practice = [this] { return begin_practice(); };
    reach.end_practice = [this] {
        booth_.reset();
        practice_.reset();
        open_booth();
    };
    reach.shut_down = [this]() -> Status {
        ISO_CHECK(shut_down_());
        over_ = true;
        return {};
    };
    return reach;
}

}  // namespace isoloir::app
