#include "sync-server/trustee/backup_page.hpp"

#include <algorithm>

#include <cairo.h>
#include <qrcodegen/qrcodegen.hpp>

#include "sync-server/publish/paper.hpp"
#include "sync-server/publish/pdf.hpp"
#include "sync-server/trustee/show.hpp"

namespace isoloir::trustee {
namespace {

using publish::Grid;
using publish::Line;
using publish::Look;

constexpr double kCodeSide = 190;  // less where a long name takes its room

Line one(Look look, std::string text)
{
    return {look, Grid::whole, {{std::move(text)}}};
}

Line print(const char* name, std::string value)
{
    return {Look::print, Grid::facts, {{name}, {std::move(value)}}};
}

Line words(std::size_t number, const std::string& line)
{
    Line strip{Look::words, Grid::words, {{std::to_string(number)}}};
    for (std::size_t begin = 0; begin < line.size(); begin += 6) strip.cells.push_back({line.substr(begin, 5)});
    return strip;
}

std::vector<Line> content_of(const PaperShare& share, const proof::TrusteesKey& key, const std::array<std::string, kPaperLines>& lines)
{
    const auto& member = key.members[share.trustee - 1U];
    const std::string t = std::to_string(key.threshold);
    const std::string n = std::to_string(key.members.size());
    std::vector<Line> content{
        one(Look::kind, "Paper backup of one share of an election key"),
        one(Look::title, "Trustee " + std::to_string(share.trustee) + " of " + n + ": " + member.name),
        one(Look::text, "Whoever holds this page can act as this trustee, and " + t +
                            " such pages open the ballot box. Keep it in a sealed envelope, "
                            "under lock and key, apart from the machine. Never photograph it or send it. Destroy it when the law lets you."),
        print("Election key", fingerprint(key.key().bytes())),
        print("Ceremony's transcript", fingerprint(key.transcript)),
        print("This trustee's signing key", fingerprint(member.key)),
        one(Look::section, "Words"),
        one(Look::text, "Ten lines; the last word of each is a check of its line, and the last line a check of the page.")};
    for (std::size_t i = 0; i < lines.size(); ++i) content.push_back(words(i + 1, lines[i]));
    content.push_back(one(Look::section, "The same as a code"));
    content.push_back(one(Look::text,
                          "To use it: on a new machine, with the election's trustees.json, run `isoloir-trustee restore FOLDER --trustees trustees.json` and "
                          "type the words, or pass it the text of the code."));
    return content;
}

void draw_code(cairo_t* canvas, const std::string& text, double left, double bottom, double side)
{
    const auto code = qrcodegen::QrCode::encodeText(text.c_str(), qrcodegen::QrCode::Ecc::MEDIUM);
    const double module = side / code.getSize();
    cairo_set_source_rgb(canvas, 0, 0, 0);
    for (int y = 0; y < code.getSize(); ++y)
        for (int x = 0; x < code.getSize(); ++x)
            if (code.getModule(x, y)) cairo_rectangle(canvas, left + x * module, bottom - side + y * module, module, module);
    cairo_fill(canvas);
}

}  // namespace

Result<std::string> backup_page(const PaperShare& share, const proof::TrusteesKey& key, const std::filesystem::path& fonts, std::chrono::sys_seconds made)
{
    const auto lines = paper_lines(share);
    ISO_TRY(const auto paper, publish::Paper::create(fonts, "en"));
    const auto content = content_of(share, key, lines);
    const std::string title = "Share of " + key.members[share.trustee - 1U].name;
    return publish::draw_pdf({title, "Paper backup of a share", made, "en"}, [&](cairo_t* canvas) {
        double top = 0;
        for (const Line& line : content) {
            const auto strip = paper->strip(line);
            top += strip.gap;
            paper->draw(canvas, line, top);
            top += strip.height;
        }
        draw_code(canvas, paper_code(lines), publish::kMargin, publish::kPaperHeight - 66, std::min(kCodeSide, publish::kPrintHeight - top - 12));
        paper->draw_foot(canvas, title, "1/1");
        cairo_show_page(canvas);
    });
}

}  // namespace isoloir::trustee
