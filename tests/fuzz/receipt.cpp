// A receipt that is read says the same once signed anew.

#include "shared/wire/sync.hpp"
#include "tests/fuzz/wire_target.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace isoloir;
    const std::string_view text = text_of({data, size});
    const auto& server = fuzz::signer();
    (void)wire::open_receipt(text, server.public_key());
    const auto receipt = wire::open_receipt(wire::sign_envelope(wire::Kind::receipt, text, server), server.public_key());
    if (!receipt) return 0;
    const auto again = wire::open_receipt(wire::sign_receipt(*receipt, server), server.public_key());
    fuzz::require(again && again->next == receipt->next && again->last == receipt->last && again->states == receipt->states &&
                  again->checkpoint == receipt->checkpoint && again->forked == receipt->forked);
    return 0;
}
