#pragma once
// Says what happens on the screen to whoever listens: a new screen, a change on it, what has the focus. Sound is looked
// for when somebody asks for it, not before.

#include <optional>

#include "terminal/booth/comfort.hpp"
#include "terminal/locales/catalogue.hpp"
#include "terminal/ui/view.hpp"
#include "terminal/voice/voice.hpp"

namespace isoloir::app {

class Guide {
public:
    /// What stands on the screen now; says what of it is new. Silence where the comfort asks for none.
    /// @param words  of `language`; lent for the call
    void show(const std::string& screen, const ui::View& view, const booth::Comfort& comfort, const std::string& language, const locales::Catalogue& words);
    /// The focus has moved.
    void focus(const ui::View& view, const std::string& language, const locales::Catalogue& words);
    /// Says the last text once more.
    void repeat();

    /// Time that a voter needs for listening is not idle.
    bool is_speaking() const { return voice_ && voice_->is_speaking(); }

private:
    void say(std::string text, const std::string& language);
    void hush();

    std::optional<voice::Voice> voice_;
    bool on_{false};
    std::string screen_;
    std::string language_;
    ui::Node said_;  // the tree that was said last
    std::string text_;
    std::string text_language_;
};

}  // namespace isoloir::app
