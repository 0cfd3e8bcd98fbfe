// A batch that is accepted is small enough, and one of our own writing reads back.

#include "shared/wire/sync.hpp"
#include "tests/fuzz/wire_target.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace isoloir;
    auto batch = wire::read_batch(text_of({data, size}));
    if (!batch) return 0;
    fuzz::require(batch->size() <= wire::kMaxBatchLines);
    for (auto& line : *batch) line.record = "aa.bb.cc";  // a record of another alphabet never gets as far as being written
    const auto again = wire::read_batch(wire::write_batch(*batch));
    fuzz::require(again && again->size() == batch->size());
    for (std::size_t i = 0; i < batch->size(); ++i) {
        fuzz::require((*again)[i].voter.has_value() == (*batch)[i].voter.has_value());
        if ((*batch)[i].voter) fuzz::require((*again)[i].voter->tag == (*batch)[i].voter->tag && (*again)[i].voter->opening == (*batch)[i].voter->opening);
    }
    return 0;
}
