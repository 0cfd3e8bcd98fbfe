// Whatever lies among the messages of a ceremony, judging it ends, and what a trustee signed for it and can be read says the same
// once signed anew.

#include "shared/proof/ceremony_verdict.hpp"
#include "tests/fuzz/wire_target.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace isoloir;
    const std::string_view text = text_of({data, size});
    const auto& signer = fuzz::signer();
    const proof::Ceremony ceremony{crypto::Digest{7}, 1, {{"Anne", signer.public_key()}}};
    const proof::Seat seat{ceremony, 1, signer};
    (void)proof::open_message(ceremony, text);
    (void)proof::open_card(text);
    (void)proof::open_card(wire::sign_envelope(wire::Kind::trustee, text, signer));
    const std::string jws = wire::sign_envelope(wire::Kind::trustee, text, signer);
    const auto opened = proof::open_message(ceremony, jws);
    const auto verdict = proof::judge(ceremony, std::vector<proof::Received>{{"raw", std::string(text)}, {"signed", jws}});
    fuzz::require(!verdict.key);  // nobody has confirmed
    if (!opened) {
        fuzz::require(!opened.error().what.empty());
        return 0;
    }
    const std::string again = proof::sign_message(seat, opened->message);
    const auto reopened = proof::open_message(ceremony, again);
    fuzz::require(reopened && reopened->trustee == 1 && proof::sign_message(seat, reopened->message) == again);
    return 0;
}
