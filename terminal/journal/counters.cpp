#include "terminal/journal/counters.hpp"

namespace isoloir::journal {

Result<Counters::Values> Counters::values()
{
    ISO_TRY(auto select, database_.prepare("SELECT sessions, refused FROM counters"));
    ISO_TRY(const bool found, select.step());
    if (!found) return fail(Errc::corrupt, "the journal's counters are gone");
    return Values{static_cast<std::uint64_t>(select.integer(0)), static_cast<std::uint64_t>(select.integer(1))};
}

}  // namespace isoloir::journal
