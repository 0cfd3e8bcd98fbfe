#include "shared/ballot/encoding.hpp"

#include <numeric>

#include <rapidcheck.h>

#include "tests/support/an_election.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fails_as.hpp"
#include "tests/support/marks.hpp"
#include "tests/support/vectors.hpp"

using namespace isoloir;
using ballot::decode;
using ballot::encode;
using crypto::Element;
using Projects = std::vector<std::size_t>;

namespace {

election::Definition with_projects(std::size_t n)
{
    return test::an_election().with_projects(n).without_ceiling().build();
}

election::Selection select(const election::Definition& definition, Projects projects)
{
    return election::Selection::make(definition, std::move(projects)).value();
}

Projects first(std::size_t n)
{
    Projects projects(n);
    std::iota(projects.begin(), projects.end(), std::size_t{0});
    return projects;
}

/// The next larger counter that makes `element` an element again: same payload, another encoding.
Element with_larger_counter(const Element& element)
{
    auto block = element.bytes();
    for (unsigned counter = block[0] / 2 + block[30] * 128U + 1; counter < 128 * 256; ++counter) {
        block[0] = static_cast<std::uint8_t>(counter % 128 * 2);
        block[30] = static_cast<std::uint8_t>(counter / 128);
        if (const auto other = Element::parse(block)) return *other;
    }
    throw std::runtime_error("no larger counter");
}

}  // namespace

TEST_CASE("232 projects fit in one block, and one more needs another")
{
    CHECK(ballot::block_count(with_projects(1)) == 1);
    CHECK(ballot::block_count(with_projects(232)) == 1);
    CHECK(ballot::block_count(with_projects(233)) == 2);
    CHECK(ballot::block_count(with_projects(election::kMaxProjects)) == 16);
}

TEST_CASE("an empty, a full and a sparse choice read back, in elections of every width")
{
    const std::size_t n = GENERATE(std::size_t{1}, std::size_t{8}, std::size_t{9}, std::size_t{231}, std::size_t{232}, std::size_t{233}, std::size_t{464},
                                   election::kMaxProjects);
    CAPTURE(n);
    const auto definition = with_projects(n);
    for (const Projects& projects : {Projects{}, first(n), Projects{n - 1}, Projects{0}, Projects{n / 2}}) {
        const auto elements = encode(definition, select(definition, projects));
        CHECK(elements.size() == ballot::block_count(definition));
        for (const Element& element : elements) CHECK(Element::parse(element.bytes()));
        CHECK(decode(definition, elements).value() == test::marks(projects));
    }
}

TEST_CASE("every choice reads back, and two choices never look alike")
{
    CHECK(rc::check([] {
        const auto n = *rc::gen::inRange<std::size_t>(1, 700);
        const auto definition = with_projects(n);
        const auto drawn = rc::gen::map(rc::gen::container<std::set<std::size_t>>(rc::gen::inRange<std::size_t>(0, n)),
                                        [](const auto& set) { return Projects(set.begin(), set.end()); });
        const Projects projects = *drawn;
        const Projects others = *drawn;
        const auto elements = encode(definition, select(definition, projects));
        RC_ASSERT(decode(definition, elements).value() == test::marks(projects));
        RC_ASSERT((encode(definition, select(definition, others)) == elements) == (others == projects));
    }));
}

TEST_CASE("the blocks are those of the known answers")
{
    const auto vectors = test::read_vectors("ballot.json");
    for (const auto& vector : vectors.at("ballots")) {
        INFO(vector.at("meaning").get<std::string>());
        const auto definition = with_projects(vector.at("projects").get<std::size_t>());
        const auto elements = encode(definition, select(definition, vector.at("chosen").get<Projects>()));
        REQUIRE(elements.size() == vector.at("blocks").size());
        for (std::size_t i = 0; i < elements.size(); ++i) {
            CHECK(to_hex(elements[i].bytes()) == vector.at("blocks")[i].get<std::string>());
            CHECK(elements[i].bytes()[0] / 2 + elements[i].bytes()[30] * 128 == vector.at("counters")[i].get<int>());
        }
    }
}

TEST_CASE("a choice has one encoding: a larger counter marks a ballot and is refused")
{
    const auto definition = with_projects(300);
    for (const Projects& projects : {Projects{}, Projects{0, 5, 250}, first(300)}) {
        auto elements = encode(definition, select(definition, projects));
        elements[0] = with_larger_counter(elements[0]);
        CHECK(test::fails_as(decode(definition, elements), Errc::malformed));
    }
}

TEST_CASE("the identity is no second form of the empty choice")
{
    const auto definition = with_projects(9);
    CHECK(test::fails_as(decode(definition, {Element{}}), Errc::malformed));
}

TEST_CASE("an element that is no choice is refused")
{
    const auto definition = with_projects(9);
    CHECK_FALSE(decode(definition, {crypto::base_times(crypto::Scalar::of(1))}));
    const auto choice = encode(definition, select(definition, {1}))[0];
    CHECK_FALSE(decode(definition, {choice + choice}));
    CHECK_FALSE(decode(definition, {Element{} - choice}));
}

TEST_CASE("bits behind the last project are refused")
{
    const auto wide = with_projects(232);
    const auto narrow = with_projects(9);
    const auto last = encode(wide, select(wide, {8}));
    CHECK(decode(narrow, last).value() == test::marks({8}));
    for (const std::size_t project : {std::size_t{9}, std::size_t{15}, std::size_t{16}, std::size_t{231}})
        CHECK_FALSE(decode(narrow, encode(wide, select(wide, {project}))));

    const auto two = with_projects(233);
    const auto four = with_projects(464);
    CHECK_FALSE(decode(two, encode(four, select(four, {233}))));
}

TEST_CASE("a block too few or too many is refused")
{
    const auto definition = with_projects(300);
    auto elements = encode(definition, select(definition, {1, 299}));
    CHECK_FALSE(decode(definition, {}));
    CHECK_FALSE(decode(definition, {elements[0]}));
    elements.push_back(elements[1]);
    CHECK_FALSE(decode(definition, elements));
}
