#pragma once
// Whoever has the screen: residents, staff, or residents who practise; and what goes on beside them.

#include <optional>

#include "terminal/app/background_sync.hpp"
#include "terminal/app/booth_desk.hpp"
#include "terminal/app/practice.hpp"
#include "terminal/app/staff_desk.hpp"
#include "terminal/app/tone.hpp"

namespace isoloir::app {

class Hall {
public:
    /// @param shut_down  what "shut down" does beside ending the program
    /// All lent; must outlive it. The journal must be provisioned
    Hall(journal::Journal& journal, const Clock& clock, crypto::Random& random, Stage& stage, Devices& devices, Languages& languages,
         std::function<Status()> shut_down);

    void show() { booth_->show(); }
    void take(const ui::Input& input);
    std::chrono::milliseconds patience() const { return office_.is_open() ? staff_.patience() : booth_->patience(); }
    /// Staff shut the terminal down.
    bool is_over() const { return over_; }

private:
    StaffReach reach();
    void open_booth();
    void begin_sync();
    Status begin_practice();
    std::optional<std::chrono::minutes> since_sync() const;

    journal::Journal& journal_;
    const Clock& clock_;
    crypto::Random& random_;
    Stage& stage_;
    Devices& devices_;
    Languages& languages_;
    std::function<Status()> shut_down_;
    bool over_{false};
    Tone tone_;
    std::unique_ptr<Practice> practice_;
    std::optional<BoothDesk> booth_;
    std::optional<BackgroundSync> sync_;
    StaffOffice office_;
    StaffDesk staff_;
};

}  // namespace isoloir::app
