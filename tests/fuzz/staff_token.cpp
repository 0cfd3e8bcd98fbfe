// A staff file that is read says the same once signed anew, and its times are in order.

#include "shared/wire/staff_token.hpp"
#include "tests/fuzz/wire_target.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace isoloir;
    const std::string_view text = text_of({data, size});
    const auto& authority = fuzz::signer();
    (void)wire::open_staff_token(text, authority.public_key());
    const auto token = wire::open_staff_token(wire::sign_envelope(wire::Kind::staff, text, authority), authority.public_key());
    if (!token) return 0;
    fuzz::require(token->not_before <= token->not_after && !token->handle.empty());
    const auto again = wire::open_staff_token(wire::sign_staff_token(*token, authority), authority.public_key());
    fuzz::require(again && again->id == token->id && again->election == token->election && again->handle == token->handle && again->hall == token->hall &&
                  again->terminal == token->terminal && again->not_before == token->not_before && again->not_after == token->not_after);
    return 0;
}
