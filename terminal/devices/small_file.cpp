#include "terminal/devices/small_file.hpp"

#include <charconv>
#include <fstream>

#include "shared/base/text.hpp"

namespace isoloir::devices {

std::optional<std::string> first_line(const std::filesystem::path& file)
{
    std::ifstream in(file);
    std::string line;
    if (!std::getline(in, line)) return std::nullopt;
    return std::string(trimmed(line));
}

std::optional<long> number_in(const std::filesystem::path& file)
{
    const auto line = first_line(file);
    if (!line) return std::nullopt;
    long number = 0;
    const auto [end, status] = std::from_chars(line->data(), line->data() + line->size(), number);
    return status == std::errc{} && end == line->data() + line->size() ? std::optional(number) : std::nullopt;
}

}  // namespace isoloir::devices
