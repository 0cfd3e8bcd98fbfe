// The bytes are a whole file, and the lines behind a header that is rightly signed.

#include "shared/wire/bundle.hpp"
#include "shared/base/encoding.hpp"
#include "tests/fuzz/wire_target.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace isoloir;
    const std::string_view text = text_of({data, size});
    (void)wire::read_bundle(text);

    const auto& terminal = fuzz::signer();
    const std::string header = R"({"election":")" + to_base64url(crypto::Digest{}) + R"(","terminal":")" + to_base64url(terminal.public_key()) +
                               R"(","first":0,"count":1,"sha256":")" + to_base64url(crypto::sha256(bytes_of(text))) + R"("})";
    const auto bundle = wire::read_bundle(wire::sign_envelope(wire::Kind::bundle, header, terminal) + "\n" + std::string(text));
    fuzz::require(!bundle || bundle->lines.size() == 1);
    return 0;
}
