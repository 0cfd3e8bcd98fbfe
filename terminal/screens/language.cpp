#include "shared/base/text.hpp"
#include "terminal/screens/frame.hpp"
#include "terminal/screens/parts.hpp"

namespace isoloir::screens {

using namespace ui;

namespace {

/// A setting with a step down and a step up.
/// @param height  of its buttons, mm
Node stepper(double height, const std::string& name, const std::string& icon, const std::string& less, const std::string& more, const std::string& label)
{
    const auto step = [&](const char* which, const char* sign, const std::string& hint) {
        return button(which + name, "").with_icon(sign).with_hint(hint).at_least(17, height).with_padding(1, 2);
    };
    return row({step("less.", "minus", less), text(label).with_icon(icon).growing().justified(Align::center), step("more.", "plus", more)})
        .with_look(Look::panel)
        .with_padding(height < 15 ? 0 : 1);
}

/// A setting that is on or off.
Node toggle(double height, const std::string& name, const std::string& icon, const std::string& label, bool on)
{
    return button("more." + name, label, on ? Look::chosen : Look::secondary)
        .with_icon(on ? "circle-check" : icon)
        .as(Role::toggle)
        .select(on)
        .at_least(20, height)
        .with_padding(1, 3);
}

std::vector<Node> settings(const booth::State& state, const Context& context)
{
    const auto& words = context.words;
    const auto& comfort = state.session.comfort;
    const auto one_of = [&](const std::string& key, int value) { return words.text(key, {{"value", std::to_string(value)}}); };
    const double height = is_low(state) && context.height_mm < 220 ? 13 : 15;  // three rows must stand low
    std::vector<Node> all;
    all.push_back(stepper(height, "text", "text-increase", words.text("text.smaller"), words.text("text.larger"),
                          one_of("comfort.text", static_cast<int>(comfort.text))));
    all.push_back(
        button("more.contrast", one_of("comfort.contrast", static_cast<int>(comfort.contrast))).with_icon("contrast").at_least(20, height).with_padding(1, 3));
    all.push_back(toggle(height, "reach", "accessible", words.text("comfort.reach"), comfort.low_reach));
    all.push_back(toggle(height, "speech", "headphones", words.text("comfort.speech"), comfort.speech));
    if (comfort.speech) {
        all.push_back(stepper(height, "volume", "volume", words.text("volume.less"), words.text("volume.more"), one_of("comfort.volume", comfort.volume)));
        all.push_back(stepper(height, "rate", "walk", words.text("rate.less"), words.text("rate.more"), one_of("comfort.rate", comfort.rate + 1)));
        all.push_back(toggle(height, "blank", "eye-off", words.text("comfort.blank"), comfort.blank));
    }
    all.push_back(button("more.switches", one_of("comfort.switches", static_cast<int>(comfort.switches)))
                      .with_icon("hand-click")
                      .at_least(20, height)
                      .with_padding(1, 3));
    if (comfort.switches == booth::Switches::one)
        all.push_back(stepper(height, "pace", "hourglass", words.text("pace.less"), words.text("pace.more"),
                              words.text("comfort.pace", {{"value", static_cast<std::size_t>(comfort.pace)}})));
    return all;
}

/// In their own names; where all controls stand low, in two letters.
Node languages(const booth::State& state, const Context& context, bool terse)
{
    const auto& tags = context.definition.languages;
    const std::size_t columns = context.is_portrait() && context.text_scale > 1.2 && !terse ? 2 : tags.size();
    Node all = grid_of({columns, (tags.size() + columns - 1) / columns}, tags.size(), 0, 2.6, [&](std::size_t i) {
        const bool current = tags[i] == state.session.language;
        const std::string name = locales::Catalogue::name_of(tags[i]);
        Node choice = button("language." + tags[i], terse ? isoloir::ascii_upper(tags[i]) : name, current ? Look::primary : Look::secondary).select(current);
        if (terse) choice.with_style(Style::small).with_hint(name);
        else choice.with_icon(current ? "circle-check" : "language");
        return choice.at_least(15, 15).with_padding(1, terse ? 1 : 3);
    });
    all.role = Role::group;
    return all;
}

}  // namespace

ui::Node language(const booth::State& state, const Context& context)
{
    const auto& words = context.words;
    const bool low = is_low(state);
    auto items = settings(state, context);
    const std::size_t columns = low && !context.is_portrait() ? 3 : context.is_portrait() && context.text_scale > 1.2 && !low ? 1 : 2;
    const Grid grid{columns, (items.size() + columns - 1) / columns};
    Node list = grid_of(grid, items.size(), 0, 2.6, [&](std::size_t i) { return std::move(items[i]); });
    list.role = Role::group;
    Node body = column({text(words.text("language.text")), spacer()}).with_gap(4);
    if (!low) body.children.push_back(languages(state, context, false));
    body.children.push_back(std::move(list));
    if (!low) body.children.push_back(spacer());
    Foot foot{back_button(context), contact_line(context), std::nullopt, go_button(words.text(state.beneath ? "comfort.done" : "go.on"))};
    if (low) foot.pager = languages(state, context, true);
    return page(state, context, {words.text("language.title"), 0, true}, std::move(body), std::move(foot));
}

}  // namespace isoloir::screens
