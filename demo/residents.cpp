#include "demo/residents.hpp"

#include <cstdio>

#include <sodium.h>

#include "shared/base/bytes.hpp"
#include "shared/crypto/hash.hpp"
#include "shared/crypto/random.hpp"
#include "shared/election/selection.hpp"

namespace isoloir::demo {
namespace {

/// libsodium's deterministic generator: the seed is the resident's number.
class Character final : public crypto::Random {
public:
    explicit Character(std::uint64_t number) : seed_(crypto::sha256(bytes_of("isoloir demo resident " + std::to_string(number)))) {}
    void fill(std::span<std::uint8_t> out) override
    {
        randombytes_buf_deterministic(out.data(), out.size(), seed_.data());
        seed_ = crypto::sha256(seed_);
    }

private:
    crypto::Digest seed_;
};

/// Unique for numbers under 8 million: birthday and serial number spell the resident's number.
std::string national_number(std::uint64_t number)
{
    const std::uint64_t day = number % 28 + 1;
    const std::uint64_t month = number / 28 % 12 + 1;
    const std::uint64_t year = number / (28 * 12) % 50 + 40;  // 1940 to 1989
    const std::uint64_t serial = number / (28 * 12 * 50) % 998 + 1;
    const std::uint64_t nine = ((year * 100 + month) * 100 + day) * 1000 + serial;
    char text[16];
    std::snprintf(text, sizeof text, "%09llu%02llu", static_cast<unsigned long long>(nine), static_cast<unsigned long long>(97 - nine % 97));
    return text;
}

/// What the next project of a ballot gets: at least 1, and no more than leaves one for each that the ballot still owes.
std::uint32_t some_points(const election::BallotRules& ballot, const std::vector<election::Mark>& chosen, Character& character)
{
    if (ballot.kind != election::BallotKind::points) return 1;
    std::uint64_t spoken_for = chosen.size() + 1 < ballot.min_projects ? ballot.min_projects - chosen.size() - 1 : 0;
    for (const election::Mark& mark : chosen) spoken_for += mark.points;
    const std::uint64_t left = ballot.max_sum_points > spoken_for ? ballot.max_sum_points - spoken_for : 1;
    return static_cast<std::uint32_t>(1 + character.below(std::min<std::uint64_t>(left, ballot.max_points)));
}

std::vector<election::Mark> taste(const election::Definition& definition, const election::Definition& without_minimum, std::uint64_t number)
{
    Character character(number);
    std::vector<election::Mark> chosen;
    const std::uint64_t tries = 2 + character.below(5);
    for (std::uint64_t attempt = 0; attempt < tries || chosen.size() < definition.ballot.min_projects; ++attempt) {
        // The lesser of two draws: projects at the top of the ballot are liked more, so that the ranking has a shape.
        const auto count = definition.projects.size();
        const std::size_t project = std::min(character.below(count), character.below(count));
        auto more = chosen;
        more.push_back({project, some_points(definition.ballot, chosen, character)});
        if (election::Selection::make(without_minimum, more)) chosen = std::move(more);
        if (attempt > 1000) break;
    }
    return chosen;
}

}  // namespace

Resident card_holder(std::uint64_t number, std::vector<election::Mark> marks)
{
    return {election::IdentifierKind::voter_code, "V" + std::to_string(1'000'000 + number), std::move(marks)};
}

std::vector<Resident> residents(const election::Definition& definition, std::uint64_t first, std::uint64_t count)
{
    auto without_minimum = definition;  // a choice grows project by project
    without_minimum.ballot.min_projects = 0;
    std::vector<Resident> all;
    for (std::uint64_t number = first; number < first + count; ++number) {
        if (definition.eligibility.national_number)
            all.push_back({election::IdentifierKind::national_number, national_number(number), taste(definition, without_minimum, number)});
        else all.push_back(card_holder(number, taste(definition, without_minimum, number)));
    }
    return all;
}

}  // namespace isoloir::demo
