// Channels are counted apart only where nobody can get from the published sums to fewer than k ballots.

#include "sync-server/counting/apart.hpp"

#include <algorithm>
#include <optional>
#include <tuple>
#include <vector>

#include <rapidcheck.h>

#include "tests/support/catch.hpp"

using isoloir::counting::may_count_apart;
using isoloir::counting::Part;

namespace {

/// The fewest ballots that any mixture of the published sums rests on in which the sum of the halls has a share: tries them all.
std::uint64_t fewest_by_trying(const std::vector<Part>& parts)
{
    constexpr int kMost = 2;
    std::optional<std::uint64_t> fewest;
    std::vector<int> shares(parts.size(), -kMost);
    while (true) {
        for (const int halls : {1, 2}) {
            std::uint64_t ballots = 0;
            for (std::size_t i = 0; i < parts.size(); ++i) ballots += (shares[i] + halls != 0 ? parts[i].in_halls : 0) + (shares[i] != 0 ? parts[i].online : 0);
            fewest = std::min(fewest.value_or(ballots), ballots);
        }
        std::size_t place = 0;
        while (place < shares.size() && ++shares[place] > kMost) shares[place++] = -kMost;
        if (place == shares.size()) return *fewest;
    }
}

}  // namespace

TEST_CASE("channels stand apart only where no mixture of the published sums rests on fewer than k ballots")
{
    CHECK(rc::check([] {
        std::vector<Part> parts(*rc::gen::inRange<std::size_t>(1, 5));
        for (Part& part : parts) part = {*rc::gen::inRange<std::uint64_t>(0, 8), *rc::gen::inRange<std::uint64_t>(0, 8)};
        const auto least = *rc::gen::inRange<std::uint64_t>(2, 12);
        const std::uint64_t fewest = fewest_by_trying(parts);
        RC_ASSERT(may_count_apart(parts, least) == (fewest == 0 || fewest >= least));
    }));
}

TEST_CASE("without live rounds the smaller channel decides: none at all, or k ballots")
{
    for (const auto& [in_halls, online, safe] : {std::tuple{1000U, 0U, true},
                                                 {0U, 1000U, true},
                                                 {0U, 0U, true},
                                                 {1000U, 1U, false},
                                                 {1000U, 19U, false},
                                                 {1000U, 20U, true},
                                                 {19U, 1000U, false},
                                                 {20U, 20U, true}}) {
        CAPTURE(in_halls, online);
        const Part whole{in_halls, online};
        CHECK(may_count_apart({&whole, 1}, 20) == safe);
    }
}

TEST_CASE("with live rounds the smaller channels of all parts decide together, however large the whole is")
{
    CHECK_FALSE(may_count_apart(std::vector<Part>{{100, 3}, {0, 100}, {100, 0}}, 20));
    CHECK(may_count_apart(std::vector<Part>{{100, 0}, {0, 100}, {100, 0}}, 20));
    CHECK(may_count_apart(std::vector<Part>{{100, 7}, {7, 100}, {6, 20}}, 20));
}

TEST_CASE("one ballot never stands alone, even where an election asks for no more")
{
    CHECK_FALSE(may_count_apart(std::vector<Part>{{10, 1}}, 1));
    CHECK(may_count_apart(std::vector<Part>{{10, 2}}, 1));
}
