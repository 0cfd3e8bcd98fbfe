#include "sync-server/publish/minutes.hpp"

#include <cairo.h>

#include "sync-server/publish/minutes_content.hpp"
#include "sync-server/publish/minutes_words.hpp"
#include "sync-server/publish/pages.hpp"
#include "sync-server/publish/paper.hpp"
#include "sync-server/publish/pdf.hpp"

namespace isoloir::publish {
namespace {

std::vector<Strip> strips_of(const std::vector<Line>& lines, const Paper& paper)
{
    std::vector<Strip> strips;
    std::optional<std::size_t> head;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Line& line = lines[i];
        if (line.look == Look::head) head = i;
        const bool of_table = line.look == Look::row || line.look == Look::sum || line.look == Look::line;
        Strip strip = paper.strip(line);
        if (of_table) strip.head = head;
        // A sum is not left alone on a page, and the last signatures stay with what announces them.
        if (i + 1 < lines.size() && (lines[i + 1].look == Look::sum || lines[i + 1].look == Look::signature)) strip.with_next = true;
        strips.push_back(strip);
    }
    return strips;
}

}  // namespace

Result<std::string> minutes_pdf(const Minutes& minutes, std::string_view language)
{
    const Words& words = words_in(language);
    ISO_TRY(const auto lines, minutes_content(minutes.standing, minutes.result, words));
    ISO_TRY(const auto paper, Paper::create(minutes.fonts, words.language));
    const auto pages = paginate(strips_of(lines, *paper), kPrintHeight);
    const std::string title = std::string(minutes_words(words).minutes) + " – " + minutes.standing.package.definition.title.in(words.language);

    return draw_pdf({title, minutes_words(words).minutes, minutes.made, words.language}, [&](cairo_t* canvas) {
        for (std::size_t page = 0; page < pages.size(); ++page) {
            for (const Placed& placed : pages[page]) paper->draw(canvas, lines[placed.strip], placed.top);
            paper->draw_foot(canvas, title, std::to_string(page + 1) + "/" + std::to_string(pages.size()));
            cairo_show_page(canvas);
        }
    });
}

}  // namespace isoloir::publish
