#include "sync-server/roll/roll_file.hpp"

#include <algorithm>

#include "sync-server/roll/csv.hpp"
#include "sync-server/roll/identifier.hpp"

namespace isoloir::roll {

Result<std::vector<election::VoterTag>> tags_of(std::string_view text, const election::Eligibility& eligibility, const crypto::SecretBytes& tag_key,
                                                std::chrono::year_month_day today, const Wrong& wrong)
{
    ISO_TRY(const auto lines, read_csv(text));
    std::vector<election::VoterTag> tags;
    tags.reserve(lines.size());
    for (const RollLine& line : lines) {
        // Who is too young today may be old enough on the day of the vote: age is judged then.
        const auto identified = read_identifier(line.identifier, eligibility, today);
        if (identified) tags.push_back(election::voter_tag(tag_key, identified->voter));
        else wrong(line.number, line.identifier.empty() ? "the identifier is missing" : identified.error().message);
    }
    if (const auto bad = lines.size() - tags.size(); bad > 0)
        return fail(Errc::malformed,
                    "lines that do not read: " + std::to_string(bad) + " of " + std::to_string(lines.size()) + ". Nothing was taken; mend the file");
    // Sorted, so that nobody's place in the file shows in what is stored.
    std::sort(tags.begin(), tags.end());
    tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
    return tags;
}

}  // namespace isoloir::roll
