#include "terminal/screens/staff/intent.hpp"

#include <charconv>

namespace isoloir::screens::staff {

using namespace isoloir::staff;

namespace {

struct Named {
    std::string_view id;
    Wish wish;
};

const std::vector<Named>& named()
{
    static const std::vector<Named> ids{
        {"go", Go{}},
        {"back", Back{}},
        {"leave", Leave{}},
        {"token", UseToken{}},
        {"erase", Erase{}},
        {"export", VisitSticks{Way::out}},
        {"import", VisitSticks{Way::in}},
        {"visit.open", Visit{Screen::open_poll}},
        {"visit.close", Visit{Screen::close_poll}},
        {"visit.closed", Visit{Screen::closed}},
        {"visit.checks", Visit{Screen::checks}},
        {"visit.network", Visit{Screen::network}},
        {"visit.events", Visit{Screen::events}},
        {"visit.clean", Visit{Screen::clean}},
        {"visit.practice", Visit{Screen::practice}},
        {"visit.shut-down", Visit{Screen::shut_down}},
        {"print", Print{}},
        {"again", LookAgain{}},
        {"try.touch", Try{Check::touch}},
        {"try.display", Try{Check::display}},
        {"try.sound", Try{Check::sound}},
        {"try.printer", Try{Check::printer}},
        {"judge.good", Judge{true}},
        {"judge.bad", Judge{false}},
        {"wifi", ChooseNetwork{}},
        {"send", SendNow{}},
        {"layer.small", SwitchLayer{Layer::small}},
        {"layer.capitals", SwitchLayer{Layer::capitals}},
        {"layer.signs", SwitchLayer{Layer::signs}},
    };
    return ids;
}

/// "stick.1" -> 1 for the prefix "stick."
std::optional<std::size_t> number_after(std::string_view id, std::string_view prefix)
{
    if (!id.starts_with(prefix)) return std::nullopt;
    const std::string_view digits = id.substr(prefix.size());
    std::size_t number = 0;
    const auto [end, status] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return status == std::errc{} && end == digits.data() + digits.size() ? std::optional(number) : std::nullopt;
}

}  // namespace

std::optional<Wish> intent_of(std::string_view id)
{
    for (const Named& known : named())
        if (known.id == id) return known.wish;
    if (id.starts_with("key.") && id.size() > 4) return Type{std::string(id.substr(4))};
    if (id.starts_with("language.")) return ChooseLanguage{std::string(id.substr(9))};
    if (const auto member = number_after(id, "member.")) return ChooseMember{*member};
    if (const auto stick = number_after(id, "stick.")) return ChooseStick{*stick};
    if (const auto cell = number_after(id, "cell.")) return TouchCell{*cell};
    if (const auto page = number_after(id, "page.")) return ShowPage{*page};
    if (const auto network = number_after(id, "network.")) return ChooseNetwork{*network};
    return std::nullopt;
}

}  // namespace isoloir::screens::staff
