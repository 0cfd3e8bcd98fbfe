#pragma once
// Staff mode at the touchscreen: input to wishes, states to what is seen.

#include "terminal/app/devices.hpp"
#include "terminal/app/staff_office.hpp"
#include "terminal/app/stage.hpp"

namespace isoloir::app {

class StaffDesk {
public:
    /// @param pass_on  given what the card reader says meanwhile, which is the booth's
    /// All lent; must outlive it.
    StaffDesk(StaffOffice& office, const Clock& clock, Stage& stage, Devices& devices, Languages& languages, std::function<void(const booth::Answer&)> pass_on);

    void show();
    /// Takes what came, and draws what it changed.
    void take(const ui::Input& input);
    std::chrono::milliseconds patience() const;

private:
    void handle(const ui::Input& input);
    void handle_key(ui::Key key);
    void activate(const std::optional<std::string>& id);
    void ask_devices();

    StaffOffice& office_;
    const Clock& clock_;
    Stage& stage_;
    Devices& devices_;
    Languages& languages_;
    std::function<void(const booth::Answer&)> pass_on_;
};

}  // namespace isoloir::app
