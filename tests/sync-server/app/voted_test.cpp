// Who voted, as a terminal is told.

#include "tests/support/catch.hpp"

#include <filesystem>

#include "tests/support/a_server_folder.hpp"

using namespace isoloir;
using namespace isoloir::test;
using Tags = std::vector<wire::ShortTag>;

namespace {

wire::VotedPage page(const AServerFolder& folder, const crypto::KeyId& terminal, const std::optional<wire::Cursor>& after = {})
{
    return wire::read_voted_page(folder.centre->voted(terminal, after).value()).value();
}

Tags cut(std::vector<election::VoterTag> tags)
{
    Tags all;
    for (const auto& tag : tags) all.push_back(wire::short_tag(tag));
    return all;
}

}  // namespace

TEST_CASE("a terminal is told who voted at another and who online, each once, and not its own")
{
    AServerFolder folder;
    auto here = folder.terminal("Jambes");
    auto there = folder.terminal("Salzinnes");
    here.vote(folder.package(), a_voter(1), {0});
    there.vote(folder.package(), a_voter(2), {0}).vote(folder.package(), a_voter(2), {1}).vote(folder.package(), a_voter(1), {1});
    REQUIRE(folder.send(here));
    REQUIRE(folder.send(there));
    REQUIRE(folder.centre->import_online(
        "voter_id;projects\nONLINE1;p1\n", [](std::size_t, const std::string&) {}, nobody_watches));
    const auto online = election::voter_tag(folder.centre->keys().tag, *election::parse_voter_code("ONLINE1"));

    CHECK(page(folder, here.id()).hall == cut({a_voter(2)}));
    CHECK(page(folder, here.id()).online == cut({online}));
    CHECK(page(folder, there.id()).hall == cut({a_voter(1)}));
    CHECK_FALSE(page(folder, there.id()).more);
}

TEST_CASE("the list goes on from its cursor, also after a restart")
{
    AServerFolder folder;
    auto there = folder.terminal();
    const crypto::KeyId asking{7};
    const auto empty = page(folder, asking);
    CHECK(empty.hall.empty());
    there.vote(folder.package(), a_voter(1), {0});
    REQUIRE(folder.send(there));
    const auto first = page(folder, asking, empty.next);
    CHECK(first.hall == cut({a_voter(1)}));
    CHECK(page(folder, asking, first.next).hall.empty());
    CHECK(page(folder, asking, first.next).next == first.next);

    folder.restart();
    there.vote(folder.package(), a_voter(2), {0});
    REQUIRE(folder.send(there, 2));
    CHECK(page(folder, asking, first.next).hall == cut({a_voter(2)}));
}

TEST_CASE("more voters than a page holds come in several")
{
    AServerFolder folder;
    auto there = folder.terminal();
    for (std::uint64_t i = 0; i < wire::kMaxPageTags + 5; ++i) there.vote(folder.package(), a_voter(i), {0});
    const std::size_t half = 600;
    const auto lines = there.lines();
    REQUIRE(folder.centre->accept(there.id(), wire::write_batch({lines.begin(), lines.begin() + half})));
    REQUIRE(folder.send(there, half));
    const crypto::KeyId asking{7};
    const auto first = page(folder, asking);
    CHECK(first.more);
    CHECK(first.hall.size() == wire::kMaxPageTags);
    const auto second = page(folder, asking, first.next);
    CHECK_FALSE(second.more);
    CHECK(second.hall.size() == 5);
    // To the terminal where they voted the same pages are empty, and lead as far.
    CHECK(page(folder, there.id()).hall.empty());
    CHECK(page(folder, there.id()).next == first.next);
}

TEST_CASE("after the centre was set back to a backup, a cursor from before begins the list anew")
{
    AServerFolder folder;
    auto one = folder.terminal("Jambes");
    auto two = folder.terminal("Salzinnes");
    const crypto::KeyId asking{7};
    folder.centre.reset();
    std::filesystem::copy(folder.path, folder.root / "backup", std::filesystem::copy_options::recursive);
    folder.restart();
    one.vote(folder.package(), a_voter(1), {0});
    REQUIRE(folder.send(one));
    const auto cursor = page(folder, asking).next;

    folder.centre.reset();
    std::filesystem::remove_all(folder.path);
    std::filesystem::copy(folder.root / "backup", folder.path, std::filesystem::copy_options::recursive);
    folder.restart();
    CHECK(page(folder, asking, cursor).hall.empty());  // a longer list than there is
    two.vote(folder.package(), a_voter(2), {0});
    REQUIRE(folder.send(two));  // as many leaves as before, and others
    CHECK(page(folder, asking, cursor).hall == cut({a_voter(2)}));
}
