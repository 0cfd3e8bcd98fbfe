#include "tests/journeys/glass.hpp"

#include <cmath>

#include "terminal/platform/window.hpp"
#include "terminal/screens/intent.hpp"
#include "terminal/screens/screen.hpp"
#include "tests/support/catch.hpp"

namespace isoloir::test {
namespace {

constexpr int kWidth = 1280;
constexpr int kHeight = 800;
constexpr ui::Milliseconds kMoment{1000};  // on our own clock: longer than any guard
constexpr std::chrono::milliseconds kNoScanner{100};

const std::string kAnyTracker = "0000-0000-0000-0000";

void xdotool(std::vector<std::string> words)
{
    words.insert(words.begin(), "xdotool");
    const Ended ended = Process(words).end();
    INFO(ended.err);
    REQUIRE(ended.code == 0);
}

}  // namespace

Glass::Glass(election::Definition definition)
    : frame_(kWidth, kHeight),
      definition_(std::move(definition)),
      text_(*ui::TextEngine::create(std::filesystem::path(ISOLOIR_SHARE_FOLDER) / "fonts")),
      images_(ISOLOIR_SHARE_FOLDER, [](const std::string&) { return std::nullopt; })
{
    for (const std::string& tag : definition_.languages) languages_.emplace(tag, *locales::Catalogue::load(tag));
    const auto window = platform::Window::open("", kWidth, kHeight, platform::Display::window);
    REQUIRE(window);
    px_per_mm_ = window->px_per_mm();
}

void Glass::begin()
{
    view_ = {};
    screen_.clear();
    state_ = booth::at_rest(definition_);
    show();
    wait_until_seen();
}

void Glass::wake()
{
    wait_out_guard();
    xdotool({"key", "Tab"});
    take(booth::Listen{});
    wait_until_seen();
}

void Glass::tap(const std::string& id)
{
    const ui::Node* node = ui::find(view_.tree(), id);
    INFO(id << " in\n" << ui::dump(view_.tree()));
    REQUIRE(node != nullptr);
    const double x = std::round(node->rect.x + node->rect.width / 2);
    const double y = std::round(node->rect.y + node->rect.height / 2);
    wait_out_guard();
    xdotool({"mousemove", std::to_string(static_cast<int>(x)), std::to_string(static_cast<int>(y)), "click", "1"});
    act(ui::Press{x, y, 0});
    act(ui::Release{x, y, 0});
    wait_until_seen();
}

void Glass::press(const std::string& id)
{
    INFO(id << " in\n" << ui::dump(view_.tree()));
    REQUIRE(ui::find(view_.tree(), id) != nullptr);
    while (view_.focused() != id) {
        xdotool({"key", "Tab"});
        act(ui::KeyPress{ui::Key::next});
    }
    wait_until_seen();
    wait_out_guard();
    xdotool({"key", "Return"});
    act(ui::KeyPress{ui::Key::choose});
    wait_until_seen();
}

void Glass::type(const std::string& characters)
{
    for (const char character : characters) {
        xdotool({"key", std::string(1, character)});
        act(ui::Typed{std::string(1, character)});
    }
    wait_until_seen();
    // An Enter straight after it would make a scanner of these keys.
    counts_from_ = std::chrono::steady_clock::now() + kNoScanner;
}

void Glass::act(const ui::Input& input)
{
    time_ += kMoment;
    if (const auto* typed = std::get_if<ui::Typed>(&input)) return take(booth::Type{typed->character});
    const auto id = view_.take(input, time_);
    const auto intent = id ? screens::intent_of(*id) : std::nullopt;
    if (intent) take(*intent);
}

void Glass::take(const booth::Intent& intent)
{
    auto step = booth::step(std::move(state_), intent, definition_, ui::Milliseconds{0});
    state_ = std::move(step.state);
    if (step.effect == booth::Effect::check_voter) return take(answer_);
    // What the booth draws by lot, we cannot know.
    if (step.effect == booth::Effect::seal) return take(booth::Sealed{kAnyTracker});
    if (step.effect == booth::Effect::cast) return take(booth::CastDone{kAnyTracker});
    if (step.effect == booth::Effect::spoil) return take(booth::Spoilt{kAnyTracker});
    show();
}

void Glass::show()
{
    const double width = kWidth / px_per_mm_;
    const double height = kHeight / px_per_mm_;
    const double scale = screens::scale_of(state_.session.comfort, width, height);
    text_->use({px_per_mm_, scale});
    const screens::Context context{definition_, languages_.at(state_.session.language), width, height, scale};
    view_.show(screens::name_of(state_), screens::screen(state_, context), {kWidth, kHeight}, *text_, time_);
}

void Glass::wait_until_seen()
{
    ui::Surface painted(kWidth, kHeight);
    ui::paint(view_.tree(), {*text_, images_, screens::theme_of(state_.session.comfort.contrast), view_.focused(), view_.pressed()}, painted);
    const ui::Rect where = known_part();
    const std::string screen = screens::name_of(state_);
    const bool seen = eventually([&] { return frame_.shows(painted, where); });
    INFO("waited for the screen " << screen);
    REQUIRE(seen);
    if (screen == screen_) return;
    screen_ = screen;
    counts_from_ = std::chrono::steady_clock::now() + ui::kGuard;
}

ui::Rect Glass::known_part() const
{
    const auto rect_of = [this](const std::string& id) { return ui::find(view_.tree(), id)->rect; };
    switch (state_.screen) {
        // How many have voted and how many days are left is not ours to know.
        case booth::Screen::attract: return rect_of("start." + definition_.languages.front());
        case booth::Screen::confirm: return rect_of("check");
        case booth::Screen::checked: return rect_of("go");
        case booth::Screen::receipt: return rect_of("finish");
        // Each voter finds the projects in another order.
        case booth::Screen::projects:
            if (state_.session.browsing.order == booth::Order::shuffled) return {0, 0, kWidth, rect_of("search").bottom()};
            break;
        default: break;
    }
    return {0, 0, kWidth, kHeight};
}

void Glass::wait_out_guard()
{
    // Measured from when we saw the screen, which is after the booth began to count.
    REQUIRE(eventually([this] { return std::chrono::steady_clock::now() >= counts_from_; }));
}

}  // namespace isoloir::test
