#include "terminal/screens/intent.hpp"

#include <charconv>

namespace isoloir::screens {
namespace {

/// "toggle.17" -> 17 for the prefix "toggle."
std::optional<std::size_t> number_after(std::string_view id, std::string_view prefix)
{
    if (id.substr(0, prefix.size()) != prefix) return std::nullopt;
    const std::string_view digits = id.substr(prefix.size());
    std::size_t number = 0;
    const auto [end, status] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return status == std::errc{} && end == digits.data() + digits.size() ? std::optional(number) : std::nullopt;
}

}  // namespace

std::optional<booth::Intent> intent_of(std::string_view id)
{
    if (id == "go" || id == "finish") return booth::Go{};
    if (id == "back") return booth::Back{};
    if (id == "leave") return booth::Leave{};
    if (id == "stay") return booth::StillHere{};
    if (id == "erase") return booth::Erase{};
    if (id == "identify.switch") return booth::SwitchIdentifier{};
    if (id == "page.next") return booth::TurnPage{1};
    if (id == "page.previous") return booth::TurnPage{-1};
    if (id.substr(0, 12) == "text.smaller") return booth::ResizeText{-1};
    if (id.substr(0, 11) == "text.larger") return booth::ResizeText{1};
    if (id.substr(0, 8) == "contrast") return booth::ChangeContrast{};
    if (id.substr(0, 6) == "start.") return booth::ChooseLanguage{std::string(id.substr(6))};
    if (id.substr(0, 9) == "language.") return booth::ChooseLanguage{std::string(id.substr(9))};
    if (id.size() == 5 && id.substr(0, 4) == "key.") return booth::Type{id[4]};
    if (const auto project = number_after(id, "toggle.")) return booth::Toggle{*project};
    if (const auto project = number_after(id, "look.")) return booth::LookAt{*project};
    if (const auto project = number_after(id, "swap.")) return booth::SwapFor{*project};
    return std::nullopt;
}

}  // namespace isoloir::screens
