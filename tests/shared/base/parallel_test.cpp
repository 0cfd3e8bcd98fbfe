#include "shared/base/parallel.hpp"

#include "tests/support/catch.hpp"

using namespace isoloir;

TEST_CASE("every index gets its work once, whoever does it")
{
    for (const std::size_t count : {0U, 1U, 2U, 3U, 16U, 17U, 100U, 5000U}) {
        CAPTURE(count);
        std::vector<std::atomic<int>> index(count);
        std::vector<std::atomic<int>> task(count);
        std::vector<std::atomic<int>> step(count);
        std::uint64_t told = 0;
        for_each_index(count, [&](std::size_t i) { ++index[i]; });
        for_each_task(count, [&](std::size_t i) { ++task[i]; });
        in_steps(
            count, [&](std::uint64_t more) { told += more; }, [&](std::size_t i) { ++step[i]; });
        for (std::size_t i = 0; i < count; ++i)
            if (index[i] != 1 || task[i] != 1 || step[i] != 1) FAIL("index " << i);
        CHECK(told == count);
    }
}

TEST_CASE("parts follow one another, none is larger than allowed, and none is much smaller than another")
{
    for (const std::size_t count : {0U, 1U, 9U, 10U, 11U, 20U, 21U, 99U}) {
        CAPTURE(count);
        std::size_t done = 0;
        in_parts(
            count, 10, [](std::uint64_t) {},
            [&](std::size_t first, std::size_t last) {
                CHECK(first == done);
                CHECK(last - first <= 10);
                CHECK((count < 20 || last - first >= 6));
                done = last;
            });
        CHECK(done == count);
    }
}
