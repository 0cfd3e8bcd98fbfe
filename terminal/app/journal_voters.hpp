#pragma once
// The journal's lists of voters as syncing sees them; lent for one round.

#include "terminal/journal/journal.hpp"
#include "terminal/sync/voters.hpp"

namespace isoloir::app {

class JournalVoters final : public sync::VoterBook {
public:
    explicit JournalVoters(journal::Journal& journal) : journal_(journal) {}
    Result<std::optional<wire::Cursor>> cursor(sync::VoterList list) override
    {
        return list == sync::VoterList::voted ? journal_.voters().voted_cursor() : journal_.voters().roll_cursor();
    }
    Status take(const wire::VotedPage& page) override { return take_page(page); }
    Status take(const wire::RollPage& page) override { return take_page(page); }

private:
    template <class Page>
    Status take_page(const Page& page)
    {
        // The last room on the disk is for votes.
        if (!journal_.has_room()) return fail(Errc::full, "the disk has no room for more than votes");
        return journal_.voters().take(page);
    }

    journal::Journal& journal_;
};

}  // namespace isoloir::app
