#include "bench/a_crowd.hpp"

#include <thread>

namespace isoloir::bench {
namespace {

std::vector<std::string> batches_of(const std::vector<wire::BatchLine>& lines)
{
    std::vector<std::string> batches;
    for (std::size_t first = 0; first < lines.size(); first += kBatch) {
        const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(first);
        batches.push_back(wire::write_batch({begin, begin + static_cast<std::ptrdiff_t>(std::min(kBatch, lines.size() - first))}));
    }
    return batches;
}

}  // namespace

ACrowd::ACrowd(test::AServerFolder& folder, std::size_t count, std::size_t each, std::uint64_t first_voter) : batches(count), ballots_each(each)
{
    for (std::size_t i = 0; i < count; ++i) terminals.push_back(folder.terminal());
    std::vector<std::jthread> sealing;
    for (std::size_t i = 0; i < count; ++i)
        sealing.emplace_back([&, i] {
            for (std::size_t ballot = 0; ballot < each; ++ballot) terminals[i].vote(folder.package(), test::a_voter(first_voter + i * each + ballot), {0});
            batches[i] = batches_of(terminals[i].lines());
        });
}

}  // namespace isoloir::bench
