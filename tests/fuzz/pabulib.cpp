// Whatever is accepted can be voted on, and its votes name projects that there are.

#include <cstdlib>

#include "shared/election/pabulib.hpp"
#include "shared/election/package.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto file = isoloir::election::parse_pabulib(isoloir::text_of({data, size}));
    if (!file) return 0;
    if (!isoloir::election::check_definition(file->definition)) std::abort();
    for (const auto& vote : file->votes)
        for (const auto& mark : vote.marks)
            if (mark.project >= file->definition.projects.size() || mark.points == 0) std::abort();
    return 0;
}
