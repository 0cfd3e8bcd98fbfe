#pragma once

#include <chrono>
#include <memory>
#include <stop_token>
#include <string>

#include "shared/crypto/sign.hpp"
#include "shared/wire/terminal_state.hpp"
#include "terminal/sync/source.hpp"
#include "terminal/sync/voters.hpp"

namespace isoloir::sync {

class Connection;

/// The server as the provision bundle names it.
struct ServerAddress {
    std::string host;
    std::uint16_t port{0};
    crypto::PublicKey key{};  // pinned
};

struct Deadlines {
    std::chrono::milliseconds connect{15'000};   // with the handshake
    std::chrono::milliseconds exchange{90'000};  // one request and its answer
    std::stop_token stop{};                      // ends all of it early
};

/// The server's API over one TLS connection, for the length of one round. Blocks its thread, never past a deadline.
class Client final : public Link, public VoterLink {
public:
    /// @error unavailable  no network, no server;  forged  not the pinned server, or it does not admit this terminal
    static Result<Client> connect(const ServerAddress& server, const crypto::Signer& device, Deadlines deadlines = {});

    Client(Client&&) noexcept;
    ~Client() override;

    Result<std::string> get_head() override;
    Result<std::string> post_records(const std::string& batch) override;
    Result<std::string> post_receipt(const std::string& receipt) override;
    Result<std::string> get_voters(VoterList list, const crypto::Digest& election, const std::optional<wire::Cursor>& after) override;
    /// Tells how this terminal is.
    Status post_state(const wire::TerminalState& state);
    /// The signed roster.
    Result<std::string> get_roster(const crypto::Digest& election);

private:
    Client(std::unique_ptr<Connection> connection, std::string host, std::string path, Deadlines deadlines);
    Result<std::string> exchange(std::string_view method, const std::string& path, std::string_view body);

    std::unique_ptr<Connection> connection_;  // gone after the first failure: what comes later cannot be told apart
    std::string host_;
    std::string path_;  // "/v1/terminals/{kid}/"
    Deadlines deadlines_;
};

}  // namespace isoloir::sync
