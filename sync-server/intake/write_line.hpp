#pragma once
// Batches that come while others are written are then written together (the idea is LevelDB's write queue): whoever stands
// at the head of the line writes for those behind as well, and wakes them.

#include <condition_variable>
#include <deque>
#include <mutex>

#include "sync-server/intake/ledger.hpp"

namespace isoloir::intake {

class WriteLine {
public:
    /// Takes batches of different terminals; called with the store's lock held.
    using Write = std::function<Result<std::vector<Taken>>(std::span<const Batch>)>;
    /// @param store  whoever writes holds it; lent, as all that `write` uses
    WriteLine(std::mutex& store, Write write) : store_(store), write_(std::move(write)) {}

    /// Returns when the batch is durable, or was not taken. From several threads at once.
    /// @error what the transaction said that it was part of
    Result<Taken> take(const Batch& batch);
    /// Batches that are not written yet.
    std::size_t waiting();

private:
    struct Waiting {
        const Batch& batch;
        std::optional<Result<Taken>> result{};
        std::condition_variable woken{};
    };
    void write_for_all();
    std::vector<Waiting*> those_who_go();

    std::mutex& store_;
    const Write write_;
    std::deque<Waiting*> line_;
    std::mutex mutex_;  // of the line; taken after the store's
};

}  // namespace isoloir::intake
