// No bytes make a checkpoint that the log did not sign; and a body behind the log's own signature has one form.

#include <algorithm>

#include "shared/base/encoding.hpp"
#include "shared/log/checkpoint.hpp"
#include "tests/fuzz/wire_target.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace isoloir;
    const std::string_view text = text_of({data, size});
    const auto& key = fuzz::signer();
    const crypto::Digest election{};
    (void)log::open_checkpoint(text, election, key.public_key());

    // The bytes as the body below the origin, and as further signature lines, both with a signature that holds.
    const std::string origin = "isoloir/" + to_hex(election);
    const std::string body = origin + "\n" + std::string(text);
    const auto digest = crypto::sha256({bytes_of(origin), bytes_of("\n\x01"), key.public_key()});
    Bytes line(digest.begin(), digest.begin() + 4);
    const auto signature = key.sign(bytes_of(body));
    line.insert(line.end(), signature.begin(), signature.end());
    const std::string note = body + "\n\u2014 " + origin + " " + to_base64(line) + "\n";
    if (const auto read = log::open_checkpoint(note, election, key.public_key())) fuzz::require(log::sign_checkpoint(*read, election, key) == note);

    const log::Checkpoint checkpoint{5, {}};
    const auto with_more = log::open_checkpoint(log::sign_checkpoint(checkpoint, election, key) + std::string(text), election, key.public_key());
    fuzz::require(!with_more || *with_more == checkpoint);
    return 0;
}
