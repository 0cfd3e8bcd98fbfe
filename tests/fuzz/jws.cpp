// Whatever splits as an envelope has one form: put together again from its parts it is the same text.

#include "shared/base/encoding.hpp"
#include "tests/fuzz/wire_target.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace isoloir;
    const std::string_view text = text_of({data, size});
    const auto envelope = wire::split_envelope(text, wire::Kind::record, 16 * 1024);
    if (!envelope) return 0;
    fuzz::require(std::string(envelope->signing_input) + "." + to_base64url(envelope->signature) == text);
    fuzz::require(!wire::open_envelope(*envelope, fuzz::signer().public_key()) || envelope->kid == fuzz::signer().id());
    return 0;
}
