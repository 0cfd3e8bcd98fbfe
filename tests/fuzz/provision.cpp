// Rosters, enrolments and provision bundles: what is read says the same once signed anew.

#include "shared/wire/roster.hpp"
#include "tests/fuzz/wire_target.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace isoloir;
    const std::string_view text = text_of({data, size});
    const auto& authority = fuzz::signer();
    (void)wire::open_provision(text, std::nullopt);
    (void)wire::open_enrolment(text);
    (void)wire::open_roster(text, authority.public_key());

    const auto payload_as = [&](wire::Kind kind) { return wire::sign_envelope(kind, text, authority); };
    if (const auto provision = wire::open_provision(payload_as(wire::Kind::provision), std::nullopt)) {
        fuzz::require(provision->authority == authority.public_key() && provision->port != 0);
        const auto again = wire::open_provision(wire::sign_provision(*provision, authority), authority.public_key());
        fuzz::require(again && again->host == provision->host && again->sealed_tag_key == provision->sealed_tag_key);
    }
    if (const auto enrolment = wire::open_enrolment(payload_as(wire::Kind::enrolment))) fuzz::require(enrolment->key == authority.public_key());
    if (const auto roster = wire::open_roster(payload_as(wire::Kind::roster), authority.public_key())) {
        const auto again = wire::open_roster(wire::sign_roster(*roster, authority), authority.public_key());
        fuzz::require(again && again->version == roster->version && again->terminals.size() == roster->terminals.size());
    }
    return 0;
}
