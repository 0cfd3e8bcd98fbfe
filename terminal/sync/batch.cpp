#include "terminal/sync/batch.hpp"

namespace isoloir::sync {

std::string batch_of(const std::vector<wire::BatchLine>& lines)
{
    std::string batch;
    std::size_t taken = 0;
    for (const wire::BatchLine& line : lines) {
        const std::string text = wire::write_batch({line});
        const bool fits = taken < wire::kMaxBatchLines && batch.size() + text.size() <= wire::kMaxBatchBytes;
        if (taken > 0 && !fits) break;
        batch += text;
        ++taken;
    }
    return batch;
}

}  // namespace isoloir::sync
