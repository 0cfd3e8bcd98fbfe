#include "sync-server/publish/pdf_language.hpp"

#include <array>
#include <cstdio>

namespace isoloir::publish {
namespace {

/// From behind `from` to before the next `until`, seen from the end of the file.
std::string_view last_between(std::string_view pdf, std::string_view from, std::string_view until)
{
    const std::size_t start = pdf.rfind(from);
    if (start == std::string_view::npos) return {};
    pdf.remove_prefix(start + from.size());
    return pdf.substr(0, std::min(pdf.find(until), pdf.size()));
}

}  // namespace

std::string with_language(std::string pdf, std::string_view language)
{
    const std::string trailer(last_between(pdf, "\ntrailer\n<<", ">>"));
    const std::string number(last_between(trailer, "/Root ", " "));
    const std::string previous(last_between(pdf, "\nstartxref\n", "\n"));
    const std::string catalogue(last_between(pdf, "\n" + number + " 0 obj\n<<", "endobj"));
    if (trailer.empty() || number.empty() || previous.empty() || catalogue.empty()) return pdf;

    if (!pdf.ends_with('\n')) pdf += '\n';
    std::array<char, 24> place{};
    std::snprintf(place.data(), place.size(), "%010zu 00000 n \n", pdf.size());
    pdf += number + " 0 obj\n<< /Lang (" + std::string(language) + ")" + catalogue + "endobj\n";
    const std::string table = std::to_string(pdf.size());
    pdf += "xref\n" + number + " 1\n" + place.data() + "trailer\n<< /Prev " + previous + trailer + ">>\nstartxref\n" + table + "\n%%EOF\n";
    return pdf;
}

}  // namespace isoloir::publish
