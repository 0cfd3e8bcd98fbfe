#include "terminal/screens/intent.hpp"

#include <charconv>
#include <map>

namespace isoloir::screens {
namespace {

std::optional<std::size_t> number_in(std::string_view digits)
{
    std::size_t number = 0;
    const auto [end, status] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return status == std::errc{} && end == digits.data() + digits.size() ? std::optional(number) : std::nullopt;
}

using booth::Wish;

/// Setting by the name that its buttons bear.
std::optional<booth::Setting> setting_of(std::string_view name)
{
    using booth::Setting;
    static const std::map<std::string_view, Setting> settings{
        {"text", Setting::text}, {"contrast", Setting::contrast}, {"reach", Setting::reach},       {"speech", Setting::speech}, {"blank", Setting::blank},
        {"rate", Setting::rate}, {"volume", Setting::volume},     {"switches", Setting::switches}, {"pace", Setting::pace},
    };
    const auto setting = settings.find(name);
    return setting == settings.end() ? std::nullopt : std::optional(setting->second);
}

/// Those that mean one wish, whatever stands around them.
std::optional<Wish> plain_wish(std::string_view id)
{
    static const std::map<std::string_view, Wish> wishes{
        {"go", booth::Go{}},
        {"finish", booth::Go{}},
        {"back", booth::Back{}},
        {"leave", booth::Leave{}},
        {"stay", booth::Stay{}},
        {"erase", booth::Erase{}},
        {"check", booth::CheckMachine{}},
        {"print", booth::Print{}},
        {"comfort", booth::OpenComfort{}},
        {"help", booth::OpenHelp{}},
        {"filter", booth::OpenFilter{}},
        {"search", booth::OpenSearch{}},
        {"all", booth::ShowAll{}},
        {"identify.switch", booth::SwitchIdentifier{}},
        {"facet.order", booth::ChooseFacet{booth::Facet::order}},
        {"facet.theme", booth::ChooseFacet{booth::Facet::theme}},
        {"facet.place", booth::ChooseFacet{booth::Facet::place}},
        {"order.shuffled", booth::ChooseOrder{booth::Order::shuffled}},
        {"order.cost", booth::ChooseOrder{booth::Order::by_cost}},
        {"order.place", booth::ChooseOrder{booth::Order::by_place}},
        {"theme.all", booth::ChooseTheme{}},
        {"place.all", booth::ChoosePlace{}},
        {"key.space", booth::Type{" "}},
    };
    const auto wish = wishes.find(id);
    return wish == wishes.end() ? std::nullopt : std::optional(wish->second);
}

}  // namespace

std::optional<booth::Wish> intent_of(std::string_view id)
{
    if (auto wish = plain_wish(id)) return wish;
    const std::size_t point = id.find('.');
    if (point == std::string_view::npos) return std::nullopt;
    const std::string_view what = id.substr(0, point);
    const std::string_view rest = id.substr(point + 1);
    if (what == "start" || what == "language") return booth::ChooseLanguage{std::string(rest)};
    if (what == "key") return booth::Type{std::string(rest)};
    if (what == "less" || what == "more")
        if (const auto setting = setting_of(rest)) return booth::Change{*setting, what == "more" ? 1 : -1};

    const auto number = number_in(rest);
    if (!number) return std::nullopt;
    if (what == "page") return booth::ShowPage{*number};
    if (what == "toggle") return booth::Toggle{*number};
    if (what == "look") return booth::LookAt{*number};
    if (what == "swap") return booth::SwapFor{*number};
    if (what == "more") return booth::GivePoint{*number};
    if (what == "less") return booth::TakePoint{*number};
    if (what == "up") return booth::Prefer{*number};
    if (what == "theme") return booth::ChooseTheme{*number};
    if (what == "place") return booth::ChoosePlace{*number};
    return std::nullopt;
}

}  // namespace isoloir::screens
