// Run under valgrind: secrets count as memory that nobody wrote, so that any branch or address that hangs on one is an error.
// The way is Adam Langley's (ctgrind, 2010). Not a test program of its own kind: valgrind's verdict is the test.

#include <iostream>

#include <valgrind/memcheck.h>

#include "shared/crypto/fixed_base.hpp"
#include "shared/crypto/secret_scalars.hpp"
#include "shared/crypto/sodium.hpp"

using namespace isoloir;
using crypto::Point;
using crypto::Scalar;

namespace {

template <class Bytes>
void hide(const Bytes& bytes)
{
    VALGRIND_MAKE_MEM_UNDEFINED(bytes.data(), bytes.size());
}

/// What becomes public in the end may be looked at.
template <class Value>
void show(const Value& value)
{
    VALGRIND_MAKE_MEM_DEFINED(&value, sizeof value);
}

}  // namespace

int main(int argc, char*[])
{
    if (!crypto::start() || RUNNING_ON_VALGRIND == 0) return 2;
    crypto::SystemRandom random;
    const crypto::Element element = crypto::Element::from_hash(random.bytes<64>());
    const std::vector<Point> points(70, Point(element));
    const crypto::FixedBase table{points.front()};
    const crypto::FixedBase base;

    auto secrets = crypto::SecretScalars::random(points.size(), random);
    hide(secrets.span(0, secrets.size()));
    Point sum = crypto::secret_sum(secrets.span(0, secrets.size()), points);
    const Scalar secret = secrets[0] + secrets[1] * secrets[2] - secrets[3];
    sum += table.times(secret);
    sum += base.times(secret);
    show(sum);  // what is written is published; libdecaf branches where it writes
    const auto bytes = sum.bytes();

    auto by_libsodium = crypto::base_times(secret);
    show(by_libsodium);
    auto product = secret * element;
    show(product);
    std::cout << int{bytes[0]} << ' ' << int{by_libsodium.bytes()[0]} << ' ' << int{product.bytes()[0]} << '\n';

    // Broken on purpose, to see that the watch is awake.
    if (argc > 1 && secret.bytes()[0] > 100) std::cout << "a branch\n";
    return 0;
}
