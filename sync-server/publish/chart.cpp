#include "sync-server/publish/chart.hpp"

#include <algorithm>

#include "sync-server/publish/html.hpp"
#include "sync-server/publish/page_words.hpp"

namespace isoloir::publish {
namespace {

constexpr std::size_t kFew = 7;
// In hundredths of the drawing's height: above is room for the greatest number, below for the names.
constexpr std::uint64_t kTop = 16;
constexpr std::uint64_t kBottom = 82;

std::string text(std::uint64_t x, std::uint64_t whole, std::uint64_t y, const char* anchor, const std::string& words)
{
    return "<text x=\"" + percent(x, whole) + "\" y=\"" + percent(y, 100) + "\" text-anchor=\"" + anchor + "\">" + escaped(words) + "</text>";
}

/// Within the drawing, whatever stands at its ends.
const char* anchor_at(std::size_t i, std::size_t columns)
{
    if (i * 6 < columns) return "start";
    return (i + 1) * 6 > columns * 5 ? "end" : "middle";
}

std::string drawing(std::span<const Column> columns, std::size_t greatest, const std::string& label, const Words& words)
{
    // Each column has ten parts: one empty at both sides.
    const std::uint64_t whole = columns.size() * 10;
    const std::uint64_t most = std::max<std::uint64_t>(columns[greatest].number, 1);
    std::string html = "<svg class=\"columns\" role=\"img\" aria-label=\"" + escaped(label) + "\">";
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::uint64_t height = columns[i].number * (kBottom - kTop) * 100 / most;
        html += "<rect x=\"" + percent(i * 10 + 1, whole) + "\" y=\"" + percent(kBottom * 100 - height, 10'000) + "\" width=\"" + percent(8, whole) +
                "\" height=\"" + percent(height, 10'000) + "\"></rect>";
        if (columns[i].marked) {
            const std::string_view anchor = anchor_at(i, columns.size());
            html += text(i * 10 + (anchor == "start" ? 1 : anchor == "end" ? 9 : 5), whole, 96, anchor.data(), columns[i].name);
        }
    }
    html += "<line x1=\"0\" x2=\"100%\" y1=\"" + percent(kBottom, 100) + "\" y2=\"" + percent(kBottom, 100) + "\"></line>";
    const std::string_view anchor = anchor_at(greatest, columns.size());
    return html +
           text(greatest * 10 + (anchor == "start" ? 1
                                 : anchor == "end" ? 9
                                                   : 5),
                whole, kTop - 4, anchor.data(), number_in(words, columns[greatest].number)) +
           "</svg>";
}

}  // namespace

std::string meter(std::uint64_t number, std::uint64_t most)
{
    return "<svg class=\"meter\" aria-hidden=\"true\"><rect width=\"" + percent(number, most) + "\" height=\"100%\"></rect></svg>";
}

std::string metered_row(const std::string& name, std::uint64_t number, std::uint64_t most, const Words& words)
{
    return "<tr><th scope=\"row\">" + escaped(name) + meter(number, most) + "</th>" + element("td", number_in(words, number)) + "</tr>";
}

std::string chart(const char* id, const char* caption, std::span<const Column> columns, const Words& words)
{
    const auto greatest = std::max_element(columns.begin(), columns.end(), [](const Column& a, const Column& b) { return a.number < b.number; });
    if (greatest == columns.end()) return {};
    std::string rows;
    for (const Column& column : columns) rows += metered_row(column.name, column.number, greatest->number, words);
    const std::string table = "<table>" + element("caption", caption) + "<tbody>" + rows + "</tbody></table>";
    if (columns.size() <= kFew) return table;
    const PageWords& own = page_words(words);
    const std::string busiest = filled(filled(own.busiest, "{when}", greatest->name), "{ballots}", number_in(words, greatest->number));
    return element("p class=\"note\"", caption) +
           drawing(columns, static_cast<std::size_t>(greatest - columns.begin()), std::string(caption) + " " + busiest, words) + "<details id=\"" + id + "\">" +
           element("summary", own.as_table) + table + "</details>";
}

}  // namespace isoloir::publish
