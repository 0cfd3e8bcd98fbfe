// The rounds of a live ranking. The sums of a round are one text, "3 0 5": they are written and read as a whole.

#include <charconv>

#include "sync-server/store/columns.hpp"
#include "sync-server/store/store.hpp"

namespace isoloir::store {
namespace {

Result<std::vector<std::uint64_t>> read_votes(std::string_view text)
{
    std::vector<std::uint64_t> votes;
    for (const char* at = text.data(); at < text.data() + text.size(); ++at) {
        const auto [end, failed] = std::from_chars(at, text.data() + text.size(), votes.emplace_back());
        if (failed != std::errc{}) return fail(Errc::corrupt, "the sums of a round do not read");
        at = end;
    }
    return votes;
}

}  // namespace

Result<Rounds> Store::rounds()
{
    Rounds rounds;
    ISO_CHECK(each("SELECT until, ballots, invalid, votes FROM rounds ORDER BY until DESC LIMIT 1", {}, [&](const Row& row) -> Status {
        rounds.until = column_number(row, 0);
        rounds.sums.ballots = column_number(row, 1);
        rounds.sums.invalid = column_number(row, 2);
        ISO_TRY(rounds.sums.votes, read_votes(row.text(3)));
        return {};
    }));
    return rounds;
}

Result<std::vector<std::uint64_t>> Store::round_ends()
{
    std::vector<std::uint64_t> ends;
    ISO_CHECK(each("SELECT until FROM rounds ORDER BY until", {}, [&](const Row& row) -> Status {
        ends.push_back(column_number(row, 0));
        return {};
    }));
    return ends;
}

Status Store::put_rounds(const Rounds& rounds)
{
    std::string votes;
    for (const std::uint64_t number : rounds.sums.votes) votes += (votes.empty() ? "" : " ") + std::to_string(number);
    return run("INSERT INTO rounds (until, ballots, invalid, votes) VALUES ($1, $2, $3, $4)",
               {to_column(rounds.until), to_column(rounds.sums.ballots), to_column(rounds.sums.invalid), votes})
        .map([](auto) {});
}

}  // namespace isoloir::store
