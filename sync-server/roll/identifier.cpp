#include "sync-server/roll/identifier.hpp"

namespace isoloir::roll {
namespace {

bool looks_like_national_number(std::string_view written)
{
    std::size_t digits = 0;
    for (const char c : written) {
        if (c >= '0' && c <= '9') ++digits;
        else if (c != ' ' && c != '.' && c != '-') return false;
    }
    return digits == 11;
}

}  // namespace

Result<Identified> read_identifier(std::string_view written, const election::Eligibility& eligibility, std::chrono::year_month_day today)
{
    if (eligibility.national_number && (looks_like_national_number(written) || !eligibility.voter_code)) {
        ISO_TRY(auto number, election::parse_national_number(written, today));
        return Identified{std::move(number.identifier), number.born};
    }
    ISO_TRY(auto code, election::parse_voter_code(written));
    return Identified{std::move(code), std::nullopt};
}

}  // namespace isoloir::roll
