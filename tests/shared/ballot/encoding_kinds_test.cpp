// Points and rankings; approval, and what all kinds have in common, stand in encoding_test.cpp.

#include <algorithm>
#include <numeric>

#include <rapidcheck.h>

#include "shared/ballot/encoding.hpp"
#include "tests/support/an_election.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fails_as.hpp"
#include "tests/support/marks.hpp"
#include "tests/support/vectors.hpp"

using namespace isoloir;
using ballot::decode;
using ballot::encode;
using election::Mark;
using election::Selection;
using test::an_election;
using Marks = std::vector<Mark>;

namespace {

election::Definition points(std::size_t projects, std::uint32_t for_one, std::uint32_t for_all = 1'000'000)
{
    return an_election().with_projects(projects).without_ceiling().with_points(for_one, for_all).build();
}

election::Definition ranking(std::size_t projects, std::uint32_t places)
{
    return an_election().with_projects(projects).without_ceiling().with_ranking(places).build();
}

/// A block whose payload has these bits and no others: that is what approving these projects is.
std::vector<crypto::Element> blocks_with_bits(const std::vector<std::size_t>& bits, std::size_t blocks = 1)
{
    const auto plain = an_election().with_projects(blocks * 232).without_ceiling().build();
    return encode(plain, Selection::make(plain, bits).value());
}

Marks drawn_points(std::size_t projects, std::uint32_t most)
{
    Marks marks;
    for (std::size_t project = 0; project < projects; ++project)
        if (*rc::gen::arbitrary<bool>()) marks.push_back({project, *rc::gen::inRange<std::uint32_t>(1, most + 1)});
    return marks;
}

Marks drawn_ranking(std::size_t projects, std::uint32_t places)
{
    std::vector<std::size_t> order(projects);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = 0; i < projects; ++i) std::swap(order[i], order[*rc::gen::inRange<std::size_t>(i, projects)]);
    order.resize(*rc::gen::inRange<std::size_t>(0, places + 1));
    Marks marks = test::marks(order);
    for (std::size_t i = 0; i < marks.size(); ++i) marks[i].points = places - static_cast<std::uint32_t>(i);
    return marks;
}

}  // namespace

TEST_CASE("points and rankings have the blocks of the known answers")
{
    const auto vectors = test::read_vectors("choice.json");
    REQUIRE(vectors.at("choices").size() == 12);
    for (const auto& vector : vectors.at("choices")) {
        INFO(vector.at("meaning").get<std::string>());
        const auto n = vector.at("projects").get<std::size_t>();
        const auto definition =
            vector.at("kind") == "points" ? points(n, vector.at("max_points"), vector.at("max_sum_points")) : ranking(n, vector.at("max_projects"));
        Marks marks;
        for (const auto& mark : vector.at("marks")) marks.push_back({mark[0], mark[1]});
        const auto elements = encode(definition, Selection::make(definition, marks).value());
        CHECK(decode(definition, elements).value() == marks);
        REQUIRE(elements.size() == vector.at("blocks").size());
        for (std::size_t i = 0; i < elements.size(); ++i) {
            CHECK(to_hex(elements[i].bytes()) == vector.at("blocks")[i].get<std::string>());
            CHECK(elements[i].bytes()[0] / 2 + elements[i].bytes()[30] * 128 == vector.at("counters")[i].get<int>());
        }
    }
}

TEST_CASE("every ballot of points reads back, and two never look alike")
{
    CHECK(rc::check([] {
        const auto n = *rc::gen::inRange<std::size_t>(1, 80);
        const auto most = *rc::gen::inRange<std::uint32_t>(1, 300);
        const auto definition = points(n, most);
        const Marks marks = drawn_points(n, most);
        const Marks others = drawn_points(n, most);
        const auto elements = encode(definition, Selection::make(definition, marks).value());
        RC_ASSERT(decode(definition, elements).value() == marks);
        RC_ASSERT((encode(definition, Selection::make(definition, others).value()) == elements) == (others == marks));
    }));
}

TEST_CASE("every ranking reads back in its order, and two never look alike")
{
    CHECK(rc::check([] {
        const auto n = *rc::gen::inRange<std::size_t>(1, 80);
        const auto places = *rc::gen::inRange<std::uint32_t>(1, static_cast<std::uint32_t>(n) + 1);
        const auto definition = ranking(n, places);
        const Marks marks = drawn_ranking(n, places);
        const Marks others = drawn_ranking(n, places);
        const auto elements = encode(definition, Selection::make(definition, marks).value());
        RC_ASSERT(decode(definition, elements).value() == marks);
        RC_ASSERT((encode(definition, Selection::make(definition, others).value()) == elements) == (others == marks));
    }));
}

TEST_CASE("whatever decodes to a choice is the one encoding of it")
{
    CHECK(rc::check([] {
        // Few projects and dense bits, so that many of the payloads are choices.
        const auto n = *rc::gen::inRange<std::size_t>(1, 5);
        const auto definition = *rc::gen::element(points(n, 2), points(n, 3), points(n, 4), ranking(n, 1), ranking(n, static_cast<std::uint32_t>(n)));
        const auto bits = *rc::gen::container<std::set<std::size_t>>(rc::gen::inRange<std::size_t>(0, 14));
        const auto elements = blocks_with_bits({bits.begin(), bits.end()});
        const auto marks = decode(definition, elements);
        const auto selection = marks ? Selection::make(definition, *marks) : Result<Selection>(fail(Errc::malformed, ""));
        RC_CLASSIFY(selection.has_value());
        if (selection) RC_ASSERT(encode(definition, *selection) == elements);
    }));
}

TEST_CASE("the width of a ballot follows from its kind")
{
    CHECK(ballot::block_count(points(232, 1)) == 1);
    CHECK(ballot::block_count(points(116, 3)) == 1);
    CHECK(ballot::block_count(points(117, 3)) == 2);
    CHECK(ballot::block_count(points(116, 4)) == 2);
    CHECK(ballot::block_count(ranking(18, 3)) == 1);
    CHECK(ballot::block_count(ranking(63, 38)) == 1);  // 6 bits each
    CHECK(ballot::block_count(ranking(64, 38)) == 2);  // 7
    CHECK(ballot::block_count(ranking(3712, 309)) == 16);
}

TEST_CASE("a ranking with a hole, with a project twice or with one that there is not is refused")
{
    const auto definition = ranking(6, 4);  // 3 bits a place
    CHECK(decode(definition, blocks_with_bits({0, 4})).value() == Marks{{0, 4}, {1, 3}});
    CHECK(test::fails_as(decode(definition, blocks_with_bits({3})), Errc::malformed));          // the first place is empty
    CHECK(test::fails_as(decode(definition, blocks_with_bits({0, 7})), Errc::malformed));       // the second is
    CHECK(test::fails_as(decode(definition, blocks_with_bits({0, 3})), Errc::malformed));       // project 0 in two places
    CHECK(test::fails_as(decode(definition, blocks_with_bits({0, 1, 2})), Errc::malformed));    // project 6 of 0 to 5
    CHECK(test::fails_as(decode(definition, blocks_with_bits({0, 4, 12})), Errc::malformed));   // a fifth place
    CHECK(test::fails_as(decode(definition, blocks_with_bits({0, 4, 231})), Errc::malformed));  // the last bit of all
    CHECK(test::fails_as(decode(definition, blocks_with_bits({0, 4}, 2)), Errc::malformed));    // a block too many
}

TEST_CASE("points above the most are read and left to the count to refuse; bits behind the last project are not read")
{
    const auto definition = points(4, 5);  // 3 bits each
    const auto marks = decode(definition, blocks_with_bits({0, 1, 2, 10})).value();
    CHECK(marks == Marks{{0, 7}, {3, 2}});
    CHECK(test::fails_as(Selection::make(definition, marks), Errc::refused));
    CHECK(test::fails_as(decode(definition, blocks_with_bits({0, 12})), Errc::malformed));
}

TEST_CASE("one point at most is sealed as an approval is")
{
    const auto approval = an_election().with_projects(9).without_ceiling().build();
    const auto definition = points(9, 1);
    CHECK(encode(definition, Selection::make(definition, test::marks({0, 3, 8})).value()) == encode(approval, Selection::make(approval, {0, 3, 8}).value()));
}
