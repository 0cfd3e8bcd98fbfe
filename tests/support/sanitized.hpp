#pragma once

namespace isoloir::test {

/// Under AddressSanitizer or ThreadSanitizer memory is theirs: how much a program takes, and what it leaves there, is not seen.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif

}  // namespace isoloir::test
