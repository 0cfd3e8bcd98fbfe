#include "terminal/app/guide.hpp"

#include "shared/crypto/secret.hpp"
#include "terminal/voice/spoken.hpp"

namespace isoloir::app {

void Guide::show(const std::string& screen, const ui::View& view, const booth::Comfort& comfort, const std::string& language, const locales::Catalogue& words)
{
    if (!comfort.speech) return hush();
    if (!voice_) voice_.emplace();
    voice_->use({comfort.rate, comfort.volume});
    const bool anew = !on_ || screen != screen_ || language != language_;
    std::string text = anew ? voice::spoken_screen(view.tree(), words) : voice::spoken_change(said_, view.tree(), view.focused(), words);
    on_ = true;
    screen_ = screen;
    language_ = language;
    said_ = view.tree();
    if (!text.empty()) say(std::move(text), language);
}

void Guide::focus(const ui::View& view, const std::string& language, const locales::Catalogue& words)
{
    if (!on_ || view.focused().empty()) return;
    say(voice::spoken(view.tree(), view.focused(), words), voice::language_of(view.focused(), language));
}

void Guide::repeat()
{
    if (on_ && voice_ && !text_.empty()) voice_->say(text_, text_language_);
}

void Guide::say(std::string text, const std::string& language)
{
    crypto::wipe(text_);
    text_ = std::move(text);
    text_language_ = language;
    voice_->say(text_, language);
}

void Guide::hush()
{
    if (!on_) return;
    on_ = false;
    said_ = {};
    crypto::wipe(text_);
    voice_->stop();
}

}  // namespace isoloir::app
