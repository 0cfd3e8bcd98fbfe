#pragma once
// A running server on free loopback ports, with one terminal that it knows.

#include "sync-server/http/server.hpp"
#include "tests/support/seeded_random.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/sync-server/http/fake_service.hpp"
#include "tests/sync-server/http/raw_client.hpp"

namespace isoloir::test {

inline crypto::Signer a_key(std::uint8_t seed)
{
    SeededRandom random(seed);
    return crypto::Signer::generate(random);
}

struct AServer {
    explicit AServer(const http::Limits& limits = {}, const http::Extras& extras = {})
    {
        service.known.insert(device.public_key());
        http::Settings settings;
        settings.address = settings.public_address = "127.0.0.1";
        settings.folder = folder.path();
        settings.limits = limits;
        settings.operations_port = 0;
        server = http::Server::start(settings, key, service, extras).value();
    }
    ~AServer() { service.release(); }

    RawClient a_terminal() const { return RawClient(server->port(), &device); }
    RawClient a_reader() const { return RawClient(server->public_port()); }
    RawClient an_operator() const { return RawClient(*server->operations_port(), nullptr, RawClient::Tls::none); }

    std::string records_target() const { return "/v1/terminals/" + to_base64url(device.id()) + "/records"; }
    std::string post(std::string_view body) const
    {
        return "POST " + records_target() + " HTTP/1.1\r\nHost: s\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
    }

    TemporaryFolder folder;
    crypto::Signer key{a_key(1)};
    crypto::Signer device{a_key(2)};
    FakeService service;
    std::unique_ptr<http::Server> server;  // goes first
};

constexpr const char* kGetRoot = "GET / HTTP/1.1\r\nHost: s\r\n\r\n";

}  // namespace isoloir::test
