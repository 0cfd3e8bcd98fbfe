#pragma once
// A port for a server that will stop and come back at it.

#include <cstdint>
#include <stdexcept>

#include <netinet/in.h>
#include <sodium.h>
#include <sys/socket.h>
#include <unistd.h>

namespace isoloir::test {

/// Below those that Linux gives to outgoing connections, of which one could sit there while the server is away.
inline std::uint16_t a_free_port()
{
    constexpr std::uint32_t kLowest = 10'000;
    constexpr std::uint32_t kOutgoing = 32'768;
    for (int tries = 0; tries < 1'000; ++tries) {
        const auto port = static_cast<std::uint16_t>(kLowest + randombytes_uniform(kOutgoing - kLowest));
        const int probe = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const bool free = ::bind(probe, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
        ::close(probe);
        if (free) return port;
    }
    throw std::runtime_error("no port is free");
}

}  // namespace isoloir::test
