#include "terminal/screens/story.hpp"

#include <algorithm>
#include <cmath>

namespace isoloir::screens {
namespace {

// Of body text at medium size, in mm.
constexpr double kLetterMm = 3.9;
constexpr double kLineMm = 10.2;

bool begins_letter(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

std::size_t letters_in(const std::string& text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_letter));
}

std::size_t lines_of(const Paragraph& paragraph, const Room& room)
{
    return std::max<std::size_t>(1, (letters_in(paragraph.text) + room.letters_per_line - 1) / room.letters_per_line);
}

/// The longest beginning of at most `letters`, up to a space; all of it where there is none.
std::size_t break_before(const std::string& text, std::size_t letters)
{
    std::size_t seen = 0;
    std::size_t space = std::string::npos;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (begins_letter(text[i]) && ++seen > letters) return space;
        if (text[i] == ' ' || text[i] == '\n') space = i;
    }
    return text.size();
}

}  // namespace

Room room_in(double width_mm, double height_mm, double text_scale)
{
    const double scale = std::max(0.8, text_scale);
    return {static_cast<std::size_t>(std::max(8.0, width_mm / (kLetterMm * scale))), static_cast<std::size_t>(std::max(0.0, height_mm / (kLineMm * scale)))};
}

std::vector<std::vector<Paragraph>> pages_of(const std::vector<Paragraph>& story, Room first, Room others)
{
    others.lines = std::max<std::size_t>(others.lines, 3);
    std::vector<std::vector<Paragraph>> pages(1);
    Room room = first;
    std::size_t used = 0;
    const auto turn = [&] {
        pages.emplace_back();
        room = others;
        used = 0;
    };
    for (Paragraph paragraph : story) {
        const std::size_t with_what_follows = paragraph.style == ui::Style::title ? 2 : 1;
        if (used + with_what_follows > room.lines) turn();
        while (used + lines_of(paragraph, room) > room.lines) {
            const std::size_t end = break_before(paragraph.text, (room.lines - used) * room.letters_per_line);
            if (end == std::string::npos || end == 0 || end >= paragraph.text.size()) break;
            pages.back().push_back({paragraph.text.substr(0, end), paragraph.style});
            paragraph.text.erase(0, end + 1);
            turn();
        }
        used += lines_of(paragraph, room);
        pages.back().push_back(std::move(paragraph));
    }
    return pages;
}

}  // namespace isoloir::screens
