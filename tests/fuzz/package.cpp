// The bytes are taken for an envelope as received, and for the payload of an authority with a faulty program.
// Whatever is accepted reads back equal once signed anew.

#include <cstdlib>

#include "shared/crypto/sodium.hpp"
#include "shared/election/package.hpp"
#include "shared/wire/jws.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace isoloir;
    static const bool started = crypto::start();
    static const auto authority = crypto::Signer::from_seed(ByteArray<32>{});
    if (!started || !authority) std::abort();
    const auto text = text_of({data, size});
    if (election::open_package(text, authority->public_key())) std::abort();

    auto package = election::open_package(wire::sign_envelope(wire::Kind::package, text, *authority), authority->public_key());
    if (!package) return 0;
    const auto again = election::open_package(election::sign_package(package->definition, package->keys, *authority).jws, authority->public_key());
    if (!again || again->definition != package->definition || again->keys != package->keys) std::abort();
    return 0;
}
