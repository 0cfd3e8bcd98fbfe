#include "sync-server/publish/pdf.hpp"

#include <array>
#include <ctime>
#include <memory>

#include <cairo-pdf.h>

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

void describe(cairo_surface_t* surface, const PdfAbout& about)
{
    // Later versions write their tables compressed, where the language could not be added.
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, about.title.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, about.subject.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Isoloir");
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, iso_time(about.made).c_str());
}

}  // namespace

Result<std::string> draw_pdf(const PdfAbout& about, const std::function<void(cairo_t*)>& draw)
{
    std::string pdf;
    const std::unique_ptr<cairo_surface_t, Destroy> surface(cairo_pdf_surface_create_for_stream(append, &pdf, kPaperWidth, kPaperHeight));
    describe(surface.get(), about);
    const std::unique_ptr<cairo_t, Destroy> canvas(cairo_create(surface.get()));
    draw(canvas.get());
    cairo_surface_finish(surface.get());
    if (const auto status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
        return fail(Errc::internal, cairo_status_to_string(status), about.title);
    return with_language(std::move(pdf), about.language);
}

}  // namespace isoloir::publish
