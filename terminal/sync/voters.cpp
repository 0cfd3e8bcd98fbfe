#include "terminal/sync/voters.hpp"

namespace isoloir::sync {
namespace {

// What the longest roll needs. A list without end keeps no round from ending; the next one goes on.
constexpr std::size_t kMaxPages = wire::kMaxRollTags / wire::kMaxPageTags + 1;

template <class Page>
Status fetch(VoterBook& book, VoterLink& link, const crypto::Digest& election, VoterList list, Result<Page> (*read)(std::string_view))
{
    ISO_TRY(auto after, book.cursor(list));
    for (std::size_t pages = 0; pages < kMaxPages; ++pages) {
        ISO_TRY(const std::string text, link.get_voters(list, election, after));
        ISO_TRY(const Page page, read(text));
        if (page.more && after == page.next) return fail(Errc::malformed, "the server's list of voters goes on without going further");
        ISO_CHECK(book.take(page));
        if (!page.more) break;
        after = page.next;
    }
    return {};
}

}  // namespace

Status fetch_voters(VoterBook& book, VoterLink& link, const crypto::Digest& election, bool needs_roll)
{
    ISO_CHECK(fetch(book, link, election, VoterList::voted, wire::read_voted_page));
    return needs_roll ? fetch(book, link, election, VoterList::roll, wire::read_roll_page) : Status{};
}

}  // namespace isoloir::sync
