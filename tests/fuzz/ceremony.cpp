// A ceremony or a trustees' key that reads keeps its limits, and the key has one form.

#include "shared/proof/ceremony.hpp"
#include "tests/fuzz/wire_target.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace isoloir;
    fuzz::require(crypto::start());
    const std::string_view text = text_of({data, size});
    if (const auto ceremony = proof::read_ceremony(text)) {
        const std::size_t n = ceremony->trustees.size();
        fuzz::require(n >= 1 && n <= proof::kMaxTrustees && ceremony->threshold >= 1 && ceremony->threshold <= n);
        for (std::uint64_t i = 1; i <= n; ++i) fuzz::require(ceremony->number_of(ceremony->trustees[i - 1].key) == i);
    }
    if (const auto key = proof::read_trustees(text)) {
        fuzz::require(!key->key().is_identity());
        const std::string written = proof::write_trustees(*key);
        fuzz::require(proof::write_trustees(proof::read_trustees(written).value()) == written);
    }
    return 0;
}
