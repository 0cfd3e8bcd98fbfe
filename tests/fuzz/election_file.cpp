// Whatever is accepted can be voted on, and each picture that it names was read.

#include <cstdlib>
#include <fstream>

#include "shared/election/election_file.hpp"
#include "shared/election/package.hpp"
#include "tests/support/a_picture.hpp"
#include "tests/support/temporary_folder.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const isoloir::test::TemporaryFolder folder;
    std::ofstream(folder / "election.json", std::ios::binary) << isoloir::text_of({data, size});
    std::ofstream(folder / "n1.png", std::ios::binary) << isoloir::test::a_png();
    const auto file = isoloir::election::read_election_file(folder / "election.json");
    if (!file) return 0;
    if (!isoloir::election::check_definition(file->definition)) std::abort();
    for (const auto& project : file->definition.projects)
        if (project.picture && !file->pictures.contains(*project.picture)) std::abort();
    return 0;
}
