#include "shared/base/network.hpp"

#include "tests/support/catch.hpp"

using namespace isoloir;

TEST_CASE("an IPv4 address is a network, and so are the first half of an IPv6 address however it is written")
{
    CHECK(network_of("192.0.2.1") == "192.0.2.1");
    CHECK(network_of("::ffff:192.0.2.7") != network_of("::ffff:192.0.2.8"));
    CHECK(network_of("2001:db8:1:2::1") == network_of("2001:db8:1:2:ffff::"));
    CHECK(network_of("2001:db8:1:2::1") != network_of("2001:db8:1:3::1"));
    CHECK(network_of("2001:db8::1") == network_of("2001:db8:0:0:1:2:3:4"));
    CHECK(network_of("::1") == network_of("0:0:0:0:1::"));
    CHECK(network_of("fe80::1%eth0") == network_of("fe80::2"));
    for (const char* odd : {"", ":", "::", ":::::::::::", "1:2:3:4:5:6:7:8:9::a"}) CHECK(network_of(odd).size() <= 16);
}
