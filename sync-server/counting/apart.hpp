#pragma once
// Whether the ballots of the halls and those of the online channel may be counted apart (PROTOCOL.md 11.2).

#include <algorithm>
#include <cstdint>
#include <span>

namespace isoloir::counting {

/// How many accepted ballots of each channel a part of the log holds: a round of a live ranking, or what came after the last.
struct Part {
    std::uint64_t in_halls{0};
    std::uint64_t online{0};
};

/// The fewest ballots that may stand alone: k, and never one, which no mix could hide.
/// @param least  the definition's batch_minimum (k)
inline std::uint64_t fewest_alone(std::uint64_t least)
{
    constexpr std::uint64_t mixed = 2;
    return std::max(least, mixed);
}

/// No figure that can be made of those published may rest on fewer than k ballots.
///
/// Through which channel a record came is public, since the log names its terminal; so is what each part adds up to, once
/// all is counted. With the sum H of all ballots of the halls beside them, one can take some parts off H and see what is left:
/// whatever is made so is Σ aᵢ·Pᵢ + b·H, in which a hall's ballot of the part Pᵢ weighs aᵢ + b and an online one aᵢ.
///   - b = 0: whole parts, of k ballots at least, as before.
///   - b ≠ 0: in no part both weights are 0, so at least the smaller of its channels stays, and by aᵢ = 0 or aᵢ = −b one gets
///     down to it. The fewest ballots that a new figure can rest on are S = Σ min(hallsᵢ, onlineᵢ).
/// So it is safe when S may stand alone, and when S is 0: then H is made of whole parts and tells nothing new. What is opened in a
/// round of its own is no fewer than S.
///
/// @param parts  every part whose sum was or will be published; without a live ranking one, the whole
/// @param least  the definition's batch_minimum (k)
bool may_count_apart(std::span<const Part> parts, std::uint64_t least);

}  // namespace isoloir::counting
