#pragma once
// The words that files, options and pages have for the values of an enum, in one table for reading and writing.

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace isoloir {

template <class Enum, std::size_t N>
using WordTable = std::array<std::pair<Enum, const char*>, N>;

/// @param value  one of the table
template <class Enum, std::size_t N>
constexpr const char* word_of(const WordTable<Enum, N>& words, Enum value)
{
    for (const auto& [candidate, word] : words)
        if (candidate == value) return word;
    return "";
}

template <class Enum, std::size_t N>
constexpr std::optional<Enum> value_of(const WordTable<Enum, N>& words, std::string_view text)
{
    for (const auto& [value, word] : words)
        if (text == word) return value;
    return std::nullopt;
}

}  // namespace isoloir
