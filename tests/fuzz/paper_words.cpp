// A page that reads has one form.

#include "sync-server/trustee/paper_words.hpp"
#include "tests/fuzz/wire_target.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace isoloir;
    fuzz::require(crypto::start());
    const std::string_view text = text_of({data, size});
    (void)trustee::read_paper_line(text, 1);
    const auto page = trustee::read_paper(text);
    if (!page) return 0;
    const auto lines = trustee::paper_lines(*page);
    const auto again = trustee::read_paper(trustee::paper_code(lines));
    fuzz::require(again && trustee::paper_lines(*again) == lines);
    return 0;
}
