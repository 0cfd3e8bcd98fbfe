#pragma once
// The residents' booth as it ships, from finger and key to the journal's records: a window in memory, a clock that the test
// sets, and a voice that the test hears. What is pressed is looked for on the glass, where a resident would find it.

#include "terminal/app/booth_desk.hpp"
#include "terminal/screens/screen.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/terminal/app/set_clock.hpp"

namespace isoloir::test {

class ABoothDesk {
public:
    /// @param roll  who is on it, where the election has one
    explicit ABoothDesk(const election::Definition& definition = an_election().build(), const std::vector<election::VoterIdentifier>& roll = {});

    /// One finger on the button with this id, once the screen counts presses.
    void tap(const std::string& id);
    void tap_all(const std::vector<std::string>& ids);
    /// Turns the pages of the list until the node is there.
    void turn_to(const std::string& id);
    void key(ui::Key key);
    /// By hand: a second a key.
    void type(const std::string& characters);
    /// By a scanner: all at once, and Enter.
    void scan(const std::string& code);
    /// Nobody does anything for so long.
    void pass(std::chrono::milliseconds time);

    /// By touch: from the attract screen to the check of a national number.
    void identify(const std::string& number);
    /// And on to the projects.
    void enter(const std::string& number);

    const booth::State& state() const { return desk.kiosk().state(); }
    std::string screen() const { return screens::name_of(state()); }
    const ui::View& view() const { return stage.view(); }
    bool shows(const std::string& id) const { return ui::find(view().tree(), id) != nullptr; }
    /// The text of all nodes on the glass, as the golden files hold it.
    std::string glass() const { return ui::dump(view().tree()); }

    /// What the ballots in the journal hold, opened with the election's secret key.
    std::vector<std::vector<election::Mark>> ballots();

    ACentre centre;
    TemporaryFolder folder;
    journal::Journal journal;
    SetClock clock;

private:
    journal::Journal open_journal(const std::vector<election::VoterIdentifier>& roll);

    SystemClock devices_clock_;  // the card reader's own thread looks at it
    std::unique_ptr<ui::TextEngine> text_;
    ui::Images images_;

public:
    app::Stage stage;

private:
    app::Devices devices_;
    app::Languages languages_;

public:
    app::BoothDesk desk;
};

/// 30 July 1985, a number that holds (97 - 850730033 mod 97 = 28).
inline const std::string kNumber = "85073003328";

}  // namespace isoloir::test
