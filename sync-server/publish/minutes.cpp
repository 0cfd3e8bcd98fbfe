#include "sync-server/publish/minutes.hpp"

#include <cairo-pdf.h>

#include "sync-server/publish/minutes_content.hpp"
#include "sync-server/publish/minutes_words.hpp"
#include "sync-server/publish/pages.hpp"
#include "sync-server/publish/paper.hpp"
#include "sync-server/publish/pdf_language.hpp"

namespace isoloir::publish {
namespace {

struct Destroy {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* canvas) const { cairo_destroy(canvas); }
};

/// "2022-03-15T21:04:00Z"
std::string iso_time(std::chrono::sys_seconds moment)
{
    const std::time_t time = std::chrono::system_clock::to_time_t(moment);
    std::tm parts{};
    gmtime_r(&time, &parts);
    std::array<char, 32> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

cairo_status_t append(void* pdf, const unsigned char* bytes, unsigned int size)
{
    static_cast<std::string*>(pdf)->append(reinterpret_cast<const char*>(bytes), size);
    return CAIRO_STATUS_SUCCESS;
}

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

void describe(cairo_surface_t* surface, const Minutes& minutes, const std::string& title, const Words& words)
{
    // Later versions write their tables compressed, where the language could not be added.
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, minutes_words(words).minutes);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Isoloir");
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, iso_time(minutes.made).c_str());
}

}  // namespace

Result<std::string> minutes_pdf(const Minutes& minutes, std::string_view language)
{
    const Words& words = words_in(language);
    ISO_TRY(const auto lines, minutes_content(minutes.standing, minutes.result, words));
    ISO_TRY(const auto paper, Paper::create(minutes.fonts, words.language));
    const auto pages = paginate(strips_of(lines, *paper), kPrintHeight);
    const std::string title = std::string(minutes_words(words).minutes) + " – " + minutes.standing.package.definition.title.in(words.language);

    std::string pdf;
    const std::unique_ptr<cairo_surface_t, Destroy> surface(cairo_pdf_surface_create_for_stream(append, &pdf, kPaperWidth, kPaperHeight));
    describe(surface.get(), minutes, title, words);
    const std::unique_ptr<cairo_t, Destroy> canvas(cairo_create(surface.get()));
    for (std::size_t page = 0; page < pages.size(); ++page) {
        for (const Placed& placed : pages[page]) paper->draw(canvas.get(), lines[placed.strip], placed.top);
        paper->draw_foot(canvas.get(), title, std::to_string(page + 1) + "/" + std::to_string(pages.size()));
        cairo_show_page(canvas.get());
    }
    cairo_surface_finish(surface.get());
    if (const auto status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
        return fail(Errc::internal, cairo_status_to_string(status), "minutes");
    return with_language(std::move(pdf), words.language);
}

}  // namespace isoloir::publish
