#pragma once

#include <string>
#include <string_view>

namespace isoloir {

/// What one household, or one attacker, has at least: an IPv4 address, or the first 64 bits of IPv6 ones.
/// @param address  as text; IPv4 within IPv6 ("::ffff:192.0.2.7") is an address as it is written
std::string network_of(std::string_view address);

}  // namespace isoloir
