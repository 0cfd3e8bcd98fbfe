#include "terminal/sync/batch.hpp"

#include "tests/support/catch.hpp"

using namespace isoloir;

namespace {

std::vector<wire::BatchLine> lines_of(std::size_t count, std::size_t bytes)
{
    return std::vector<wire::BatchLine>(count, wire::BatchLine{std::string(bytes, 'x'), std::nullopt});
}

}  // namespace

TEST_CASE("a batch holds the first thousand lines and no more")
{
    CHECK(sync::batch_of(lines_of(999, 10)) == wire::write_batch(lines_of(999, 10)));
    CHECK(sync::batch_of(lines_of(1001, 10)) == wire::write_batch(lines_of(wire::kMaxBatchLines, 10)));
}

TEST_CASE("a batch of long lines ends before four megabytes, and not a line earlier")
{
    const std::size_t line = wire::write_batch(lines_of(1, 15'000)).size();
    const std::string batch = sync::batch_of(lines_of(1000, 15'000));
    CHECK(batch.size() == wire::kMaxBatchBytes / line * line);
}

TEST_CASE("a batch is never empty while there is a line, or nothing would ever move")
{
    CHECK(sync::batch_of({}).empty());
    const auto huge = lines_of(2, wire::kMaxBatchBytes + 1);
    CHECK(sync::batch_of(huge) == wire::write_batch(lines_of(1, wire::kMaxBatchBytes + 1)));
}

TEST_CASE("what fills a batch is what the server's own limits take")
{
    // Lines of just the size at which both limits meet.
    const std::size_t overhead = wire::write_batch(lines_of(1, 0)).size();
    for (const std::size_t bytes : {std::size_t{10}, wire::kMaxBatchBytes / wire::kMaxBatchLines - overhead, std::size_t{16'000}}) {
        CAPTURE(bytes);
        CHECK(wire::read_batch(sync::batch_of(lines_of(2000, bytes))));
    }
}
