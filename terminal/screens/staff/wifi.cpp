#include "terminal/screens/staff/frame.hpp"
#include "terminal/screens/staff/parts.hpp"

namespace isoloir::screens::staff {

using namespace ui;
using isoloir::staff::Layer;
using isoloir::staff::Progress;

namespace {

constexpr std::size_t kMost = 8;  // the strongest

std::vector<std::string> keys_of(Layer layer)
{
    switch (layer) {
        case Layer::small: return {"1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"};
        case Layer::capitals: return {"1234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"};
        case Layer::signs: break;
    }
    return {"1234567890", "@#&%+-=*/_", "!?.,:;'\"^~", "()[]{}<>\\|$`"};
}

Node keyboard(const State& state, const Context& context)
{
    const double height = context.is_low() ? 15 : 20;
    Node pad = column({}).with_gap(2.6);
    for (const std::string& keys : keys_of(state.layer)) {
        Node line = row({}).with_gap(2.6);
        for (const char key : keys) {
            const std::string sign(1, key);
            line.children.push_back(button("key." + sign, sign).with_style(Style::title).growing().with_padding(1).at_least(13, height));
        }
        pad.children.push_back(std::move(line));
    }
    const auto& words = context.words;
    const auto layer = [&](const char* id, const char* label, Layer which) {
        return button(id, label, state.layer == which ? Look::chosen : Look::secondary).select(state.layer == which).at_least(20, height).with_padding(1, 2);
    };
    pad.children.push_back(
        row({layer("layer.small", "abc", Layer::small), layer("layer.capitals", "ABC", Layer::capitals), layer("layer.signs", "@#&", Layer::signs),
             button("key. ", words.text("staff.wifi.space")).growing().at_least(30, height).with_padding(1),
             button("erase", words.text("erase")).with_icon("backspace").at_least(20, height).with_padding(1, 2)}));
    return pad;
}

}  // namespace

ui::Node wifi(const State& state, const Context& context)
{
    const auto& words = context.words;
    std::vector<Node> networks;
    for (std::size_t i = 0; i < state.wifi.size() && i < (context.is_low() ? 6 : kMost); ++i) {
        const auto& found = state.wifi[i];
        const char* kind = found.known ? "staff.wifi.known" : found.secured ? "staff.wifi.secured" : "staff.wifi.open";
        networks.push_back(button("network." + std::to_string(i), found.name + "\n" + words.text(kind, {{"percent", static_cast<std::size_t>(found.strength)}}))
                               .with_icon(found.secured ? "lock" : "wifi"));
    }
    Node body = column({text(words.text(networks.empty() ? "staff.wifi.none" : "staff.wifi.text"), Style::title)}).with_gap(context.is_low() ? 3 : 6);
    if (state.progress == Progress::due) body.children.push_back(advice(words.text("staff.wifi.joining")));
    if (auto said = trouble(state, context)) body.children.push_back(*std::move(said));
    body.children.push_back(grid(std::move(networks), context.is_portrait() ? 1 : 2));
    body.children.push_back(spacer());
    return page(state, context, words.text("staff.wifi.title"), std::move(body),
                {back_button(context), {}, button("again", words.text("staff.sticks.again")).with_icon("refresh")});
}

ui::Node wifi_password(const State& state, const Context& context)
{
    const auto& words = context.words;
    const std::string name = state.network < state.wifi.size() ? state.wifi[state.network].name : std::string();
    Node said = text(words.text("staff.wifi.password_text"));
    if (state.progress == Progress::due) said = advice(words.text("staff.wifi.joining"));
    else if (auto wrong = trouble(state, context)) said = *std::move(wrong);
    // Shown as it is typed: a hall's password hangs on its wall, and a clerk who sees nothing mistypes it.
    Node typed = text(state.typed.text() + "_", Style::title).as(Role::status).with_id("typed").justified(Align::center);
    Node body = column({std::move(said), column({std::move(typed)}).with_look(Look::panel).with_padding(2), keyboard(state, context), spacer()});
    body.gap = context.is_low() ? 2.2 : 5;
    Node go = go_button(words.text("staff.wifi.join"), "wifi");
    if (state.typed.size() < 8) {
        go.enabled = false;
        go.look = Look::dashed;
    }
    return page(state, context, words.text("staff.wifi.password", {{"name", name}}), std::move(body), {back_button(context), {}, std::move(go)});
}

}  // namespace isoloir::screens::staff
