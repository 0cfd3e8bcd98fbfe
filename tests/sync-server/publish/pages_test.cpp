#include "sync-server/publish/pages.hpp"

#include "shared/crypto/random.hpp"
#include "tests/support/catch.hpp"

using isoloir::publish::Page;
using isoloir::publish::paginate;
using isoloir::publish::Strip;

namespace {

std::vector<std::size_t> strips_of(const Page& page)
{
    std::vector<std::size_t> strips;
    for (const auto& placed : page) strips.push_back(placed.strip);
    return strips;
}

}  // namespace

TEST_CASE("a table flows over pages, its head comes again on each, and no row is cut")
{
    std::vector<Strip> strips{{10, 0, true, {}}};
    for (int row = 0; row < 7; ++row) strips.push_back({20, 0, false, 0});
    const auto pages = paginate(strips, 75);
    REQUIRE(pages.size() == 3);
    CHECK(strips_of(pages[0]) == std::vector<std::size_t>{0, 1, 2, 3});
    CHECK(strips_of(pages[1]) == std::vector<std::size_t>{0, 4, 5, 6});
    CHECK(strips_of(pages[2]) == std::vector<std::size_t>{0, 7});
    CHECK(pages[1][1].top == Approx(10));
    CHECK(pages[1][3].top == Approx(50));
}

TEST_CASE("a heading is never the last of its page, and at the top of one there is no gap above it")
{
    const auto pages = paginate(std::vector<Strip>{{60, 0, false, {}}, {10, 8, true, {}}, {5, 0, true, {}}, {20, 0, false, 2}}, 100);
    REQUIRE(pages.size() == 2);
    CHECK(strips_of(pages[0]) == std::vector<std::size_t>{0});
    CHECK(strips_of(pages[1]) == std::vector<std::size_t>{1, 2, 3});
    CHECK(pages[1][0].top == Approx(0));
    CHECK(pages[1][2].top == Approx(15));
}

TEST_CASE("nothing is one empty page")
{
    CHECK(paginate({}, 100).size() == 1);
}

TEST_CASE("whatever their heights, every strip stands once, in order, whole and apart from the others")
{
    isoloir::crypto::SystemRandom random;
    for (int round = 0; round < 200; ++round) {
        std::vector<Strip> strips{{10, 0, true, {}}};
        for (std::uint64_t i = 0; i < random.below(60); ++i)
            strips.push_back({static_cast<double>(1 + random.below(80)), static_cast<double>(random.below(10)), random.below(4) == 0, 0});
        std::size_t next = 0;
        for (const Page& page : paginate(strips, 100)) {
            double free = 0;
            for (const auto& [strip, top] : page) {
                CHECK(top >= free);
                free = top + strips[strip].height;
                CHECK(free <= 100);
                if (strip == 0 && next > 0) continue;
                CHECK(strip == next++);
            }
            CHECK(page.front().strip == 0);
        }
        CHECK(next == strips.size());
    }
}
