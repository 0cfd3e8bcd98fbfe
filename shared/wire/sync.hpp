#pragma once
// What travels between a terminal and the server (PROTOCOL.md 7): JSON lines up, a signed receipt down.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.hpp"
#include "shared/crypto/hash.hpp"
#include "shared/crypto/sign.hpp"

namespace isoloir::wire {

constexpr std::size_t kMaxBatchLines = 1000;
constexpr std::size_t kMaxBatchBytes = 4 * 1024 * 1024;
constexpr std::size_t kMaxReceiptBytes = 1024 * 1024;

/// One record on its way, with what stays out of the log: tag and opening of a ballot's voter; absent for events.
struct BatchLine {
    std::string record;  // JWS
    struct Voter {
        crypto::Digest tag{};
        ByteArray<32> opening{};
    };
    std::optional<Voter> voter;
};

/// {"record":JWS,"tag":…,"opening":…}, one a line.
std::string write_batch(const std::vector<BatchLine>& lines);
/// Any number of such lines, as a bundle file holds them.
/// @error malformed, refused  with the line's number
Result<std::vector<BatchLine>> read_lines(std::string_view text);
/// One request's worth.
/// @error malformed, refused  also for more than kMaxBatchLines or kMaxBatchBytes
Result<std::vector<BatchLine>> read_batch(std::string_view text);

/// What became of a record, as far as its terminal may know it.
enum class RecordState { accepted, refused };

/// The server's signed acknowledgement: everything before `next` of this chain is durable and in the log.
struct Receipt {
    crypto::Digest election{};
    crypto::KeyId terminal{};
    std::uint64_t next{0};   // the chain's head as the server has it
    crypto::Digest last{};   // hash of record next - 1; zero when next = 0
    std::string checkpoint;  // signed note that covers it
    bool forked{false};      // this chain has two records of one number: the admins must look
    std::uint64_t first{0};  // states[i] is of record first + i
    std::vector<RecordState> states;
};

std::string sign_receipt(const Receipt& receipt, const crypto::Signer& receipts);
/// @error forged, malformed
Result<Receipt> open_receipt(std::string_view jws, const crypto::PublicKey& receipts);

}  // namespace isoloir::wire
