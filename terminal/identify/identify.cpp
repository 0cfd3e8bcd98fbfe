#include "terminal/identify/identify.hpp"

namespace isoloir::identify {

tl::expected<election::VoterIdentifier, Problem> judge(election::IdentifierKind kind, std::string_view typed, const election::Eligibility& eligibility,
                                                       std::chrono::year_month_day today)
{
    if (kind == election::IdentifierKind::voter_code) {
        auto code = election::parse_voter_code(typed);
        if (!code || !eligibility.voter_code) return tl::make_unexpected(Problem::code_wrong);
        return *std::move(code);
    }
    auto number = election::parse_national_number(typed, today);
    if (!number || !eligibility.national_number) return tl::make_unexpected(Problem::number_wrong);
    // A bis number may not say when its bearer was born; then the roll and the clerk judge.
    if (number->born && election::age_on(*number->born, today) < static_cast<int>(eligibility.minimum_age)) return tl::make_unexpected(Problem::too_young);
    return std::move(number->identifier);
}

}  // namespace isoloir::identify
