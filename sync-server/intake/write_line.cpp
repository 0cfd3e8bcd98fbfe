#include "sync-server/intake/write_line.hpp"

#include <algorithm>

namespace isoloir::intake {
namespace {

/// As many as the largest batch has: whoever waits does not wait long.
constexpr std::size_t kMostRecords = wire::kMaxBatchLines;

}  // namespace

Result<Taken> WriteLine::take(const Batch& batch)
{
    Waiting mine{batch};
    {
        std::unique_lock lock(mutex_);
        line_.push_back(&mine);
        mine.woken.wait(lock, [&] { return mine.result || line_.front() == &mine; });
    }
    if (!mine.result) write_for_all();
    return *std::move(mine.result);
}

std::size_t WriteLine::waiting()
{
    const std::scoped_lock lock(mutex_);
    return line_.size();
}

void WriteLine::write_for_all()
{
    const std::scoped_lock store(store_);
    const auto group = those_who_go();
    std::vector<Batch> batches;
    for (const Waiting* waiting : group) batches.push_back(waiting->batch);
    auto taken = write_(batches);

    const std::scoped_lock lock(mutex_);
    for (std::size_t i = 0; i < group.size(); ++i) {
        group[i]->result = taken ? Result<Taken>(std::move((*taken)[i])) : tl::make_unexpected(taken.error());
        std::erase(line_, group[i]);
        group[i]->woken.notify_one();
    }
    if (!line_.empty()) line_.front()->woken.notify_one();
}

/// From the head of the line on; of one terminal the first alone, for the next may follow from it.
std::vector<WriteLine::Waiting*> WriteLine::those_who_go()
{
    const std::scoped_lock lock(mutex_);
    std::vector<Waiting*> group;
    std::size_t records = 0;
    for (Waiting* waiting : line_) {
        const auto of_same = [&](const Waiting* other) { return other->batch.terminal == waiting->batch.terminal; };
        if (std::any_of(group.begin(), group.end(), of_same)) continue;
        records += waiting->batch.records.size();
        if (!group.empty() && records > kMostRecords) break;
        group.push_back(waiting);
    }
    return group;
}

}  // namespace isoloir::intake
