#pragma once
// Made-up identity cards: what is written on them, and how they answer.

#include <functional>
#include <optional>
#include <string>

#include "shared/base/bytes.hpp"

namespace isoloir::test {

/// 30 July 1985, a number that holds (97 - 850730033 mod 97 = 28).
inline const std::string kNumber = "85073003328";
/// 30 July 2020.
inline const std::string kOtherNumber = "20073000182";

inline Bytes operator+(Bytes one, const Bytes& two)
{
    one.insert(one.end(), two.begin(), two.end());
    return one;
}

/// One field of an identity file, its length in as few bytes as it takes.
inline Bytes field(std::uint8_t tag, const std::string& value)
{
    Bytes length{static_cast<std::uint8_t>(value.size() & 0x7F)};
    for (std::size_t rest = value.size() >> 7; rest > 0; rest >>= 7) length.insert(length.begin(), static_cast<std::uint8_t>(0x80 | (rest & 0x7F)));
    return Bytes{tag} + length + Bytes(value.begin(), value.end());
}

inline const std::string kName = "Peeters";

/// Version, card, chip, validity, municipality, number, name, first name, hash of the photograph.
inline Bytes an_identity_file(const std::string& number = kNumber)
{
    return field(0, "\x01\x02") + field(1, "592000000000") + field(2, std::string(16, '\xA5')) + field(3, "01.02.2024") + field(4, "01.02.2034") +
           field(5, "Namur") + field(6, number) + field(7, kName) + field(8, "Anne Marie") + field(17, std::string(48, '\xEE'));
}

/// The answer to a command, status word at the end; nothing when the card is pulled out instead.
using Card = std::function<std::optional<Bytes>(ByteSpan command)>;

/// A card that knows SELECT of the identity file and READ BINARY.
inline Card an_identity_card(Bytes file = an_identity_file())
{
    return [file = std::move(file)](ByteSpan command) -> std::optional<Bytes> {
        static const Bytes select{0x00, 0xA4, 0x08, 0x0C, 0x06, 0x3F, 0x00, 0xDF, 0x01, 0x40, 0x31};
        if (std::equal(command.begin(), command.end(), select.begin(), select.end())) return Bytes{0x90, 0x00};
        if (command.size() != 5 || command[1] != 0xB0) return Bytes{0x6D, 0x00};
        const std::size_t offset = command[2] * 256U + command[3];
        if (offset >= file.size()) return Bytes{0x6B, 0x00};
        const std::size_t left = file.size() - offset;
        if (left < command[4]) return Bytes{0x6C, static_cast<std::uint8_t>(left)};
        const auto from = file.begin() + static_cast<std::ptrdiff_t>(offset);
        return Bytes(from, from + command[4]) + Bytes{0x90, 0x00};
    };
}

}  // namespace isoloir::test
