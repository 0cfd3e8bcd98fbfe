#include "shared/base/money.hpp"

#include <charconv>

namespace isoloir {

Result<Money> parse_money(std::string_view text)
{
    const auto malformed = [&] {
        return fail(Errc::malformed, "\"" + std::string(text.substr(0, 40)) + "\" is not an amount (digits, with a point and at most two decimals)");
    };
    const auto point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    std::string_view decimals = point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
    if (point != std::string_view::npos && decimals.empty()) return malformed();
    while (!decimals.empty() && decimals.back() == '0') decimals.remove_suffix(1);

    const auto only_digits = [](std::string_view digits) { return digits.find_first_not_of("0123456789") == std::string_view::npos; };
    if (whole.empty() || whole.size() > 12 || decimals.size() > 2 || !only_digits(whole) || !only_digits(decimals)) return malformed();

    std::int64_t units = 0;
    std::from_chars(whole.data(), whole.data() + whole.size(), units);
    std::int64_t hundredths = 0;
    std::from_chars(decimals.data(), decimals.data() + decimals.size(), hundredths);
    if (decimals.size() == 1) hundredths *= 10;

    const Money amount{units * 100 + hundredths};
    if (amount.cents > Money::kMax) return malformed();
    return amount;
}

std::string to_decimal(Money amount)
{
    std::string text = std::to_string(amount.cents / 100);
    const auto hundredths = amount.cents % 100;
    if (hundredths == 0) return text;
    text += '.';
    text += static_cast<char>('0' + hundredths / 10);
    if (hundredths % 10 != 0) text += static_cast<char>('0' + hundredths % 10);
    return text;
}

}  // namespace isoloir
