// Lists of voters, as pages and as a signed file: what is read is bounded and says the same once written anew.

#include "shared/wire/voters.hpp"
#include "tests/fuzz/wire_target.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace isoloir;
    const std::string_view text = text_of({data, size});
    const auto& authority = fuzz::signer();
    if (const auto page = wire::read_voted_page(text)) {
        fuzz::require(page->hall.size() + page->online.size() <= wire::kMaxPageTags);
        const auto again = wire::read_voted_page(wire::write_voted_page(*page));
        fuzz::require(again && again->next == page->next && again->more == page->more && again->hall == page->hall && again->online == page->online);
    }
    if (const auto page = wire::read_roll_page(text)) {
        fuzz::require(page->tags.size() <= wire::kMaxPageTags);
        const auto again = wire::read_roll_page(wire::write_roll_page(*page));
        fuzz::require(again && again->anew == page->anew && again->version == page->version && again->next == page->next && again->tags == page->tags);
    }
    (void)wire::open_roll(text, authority.public_key());
    if (const auto roll = wire::open_roll(wire::sign_envelope(wire::Kind::roll, text, authority), authority.public_key())) {
        const auto again = wire::open_roll(wire::sign_roll(*roll, authority), authority.public_key());
        fuzz::require(again && again->election == roll->election && again->version == roll->version && again->next == roll->next && again->tags == roll->tags);
    }
    return 0;
}
