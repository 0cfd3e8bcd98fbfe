// Batches that are written together.

#include "tests/support/catch.hpp"

#include <algorithm>
#include <condition_variable>
#include <thread>

#include "sync-server/intake/write_line.hpp"

using namespace isoloir;
using intake::Batch;
using intake::Taken;

namespace {

crypto::KeyId terminal(std::size_t name)
{
    crypto::KeyId id{};
    id[0] = static_cast<std::uint8_t>(name);
    return id;
}

/// Remembers what was written together; its receipts say of whom they are.
struct AWriter {
    std::mutex store;
    std::vector<std::vector<crypto::KeyId>> groups{};
    std::optional<Error> failure{};
    intake::WriteLine line{store, [this](std::span<const Batch> batches) -> Result<std::vector<Taken>> {
                               std::vector<Taken> taken;
                               groups.emplace_back();
                               for (const Batch& batch : batches) {
                                   groups.back().push_back(batch.terminal);
                                   taken.emplace_back().receipt = {static_cast<char>(batch.terminal[0]), static_cast<char>(batch.hash[0])};
                               }
                               if (failure) return tl::make_unexpected(*failure);
                               return taken;
                           }};

    std::size_t written() const
    {
        std::size_t count = 0;
        for (const auto& group : groups) count += group.size();
        return count;
    }
};

}  // namespace

TEST_CASE("batches that come while the store is busy are written together, each answered with its own receipt")
{
    constexpr std::size_t kBatches = 40;
    AWriter writer;
    std::vector<std::string> receipts(kBatches);
    std::vector<std::thread> coming;
    {
        const std::scoped_lock busy(writer.store);
        for (std::size_t i = 0; i < kBatches; ++i)
            coming.emplace_back([&, i] { receipts[i] = writer.line.take({terminal(i), {{static_cast<std::uint8_t>(100 + i)}}, {}})->receipt; });
        while (writer.line.waiting() < kBatches) std::this_thread::yield();
    }
    for (auto& thread : coming) thread.join();
    CHECK(writer.groups.size() == 1);
    CHECK(writer.written() == kBatches);
    for (std::size_t i = 0; i < kBatches; ++i) CHECK(receipts[i] == std::string{static_cast<char>(i), static_cast<char>(100 + i)});
    CHECK(writer.line.waiting() == 0);
}

TEST_CASE("of one terminal no two batches are written together")
{
    AWriter writer;
    std::vector<std::thread> coming;
    {
        const std::scoped_lock busy(writer.store);
        for (std::size_t i = 0; i < 9; ++i) coming.emplace_back([&, i] { (void)writer.line.take({terminal(i % 3), {{static_cast<std::uint8_t>(i)}}, {}}); });
        while (writer.line.waiting() < 9) std::this_thread::yield();
    }
    for (auto& thread : coming) thread.join();
    CHECK(writer.written() == 9);
    for (auto group : writer.groups) {
        std::sort(group.begin(), group.end());
        CHECK(std::adjacent_find(group.begin(), group.end()) == group.end());
    }
}

TEST_CASE("no more records are written together than the largest batch has")
{
    AWriter writer;
    const std::vector<intake::Checked> records(wire::kMaxBatchLines / 2);
    std::vector<std::thread> coming;
    {
        const std::scoped_lock busy(writer.store);
        for (std::size_t i = 0; i < 7; ++i) coming.emplace_back([&, i] { (void)writer.line.take({terminal(i), {}, records}); });
        while (writer.line.waiting() < 7) std::this_thread::yield();
    }
    for (auto& thread : coming) thread.join();
    CHECK(writer.written() == 7);
    for (const auto& group : writer.groups) CHECK(group.size() <= 2);
}

TEST_CASE("what fails fails for all that was written together, and the line goes on")
{
    AWriter writer;
    writer.failure = Error{Errc::full, "no room", {}};
    std::atomic<int> refused{0};
    std::vector<std::thread> coming;
    for (std::size_t i = 0; i < 8; ++i)
        coming.emplace_back([&, i] {
            const auto taken = writer.line.take({terminal(i), {}, {}});
            if (!taken && taken.error().code == Errc::full) ++refused;
        });
    for (auto& thread : coming) thread.join();
    CHECK(refused == 8);
    writer.failure.reset();
    CHECK(writer.line.take({terminal(1), {}, {}}));
}
