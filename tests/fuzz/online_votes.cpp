// A file of votes as some platform exported it: lines stand in its order, and what reads has a voter.

#include <cstdlib>

#include "shared/base/bytes.hpp"
#include "sync-server/online/read_votes.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto lines = isoloir::online::read_votes(isoloir::text_of({data, size}));
    if (!lines) return 0;
    std::size_t before = 0;
    for (const auto& line : *lines) {
        if (line.number <= before) std::abort();
        before = line.number;
        if (!line.wrong.empty()) continue;
        if (const auto* written = std::get_if<std::string>(&line.voter); written != nullptr && written->empty()) std::abort();
        const auto items = isoloir::online::items_of(line.projects, "a project");
        if (items && items->size() > line.projects.size()) std::abort();
    }
    return 0;
}
