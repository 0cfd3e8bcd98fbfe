#include "terminal/sync/client.hpp"

#include "shared/base/encoding.hpp"
#include "shared/tls/context.hpp"
#include "terminal/sync/connection.hpp"
#include "terminal/sync/response.hpp"

namespace isoloir::sync {

Result<Client> Client::connect(const ServerAddress& server, const crypto::Signer& device, Deadlines deadlines)
{
    ISO_TRY(const tls::Identity identity, tls::device_identity(device));
    ISO_TRY(tls::Context context, tls::pinned_client(identity, [pinned = server.key](const crypto::PublicKey& key) { return key == pinned; }));
    const Connection::Deadline deadline{std::chrono::steady_clock::now() + deadlines.connect, deadlines.stop};
    ISO_TRY(auto connection, Connection::open(server.host, server.port, std::move(context), deadline));
    return Client(std::move(connection), server.host, "/v1/terminals/" + to_base64url(device.id()) + "/", deadlines);
}

Client::Client(std::unique_ptr<Connection> connection, std::string host, std::string path, Deadlines deadlines)
    : connection_(std::move(connection)), host_(std::move(host)), path_(std::move(path)), deadlines_(deadlines)
{
}
Client::Client(Client&&) noexcept = default;
Client::~Client() = default;

Result<std::string> Client::get_head()
{
    return exchange("GET", path_ + "head", {});
}

Result<std::string> Client::post_records(const std::string& batch)
{
    return exchange("POST", path_ + "records", batch);
}

Result<std::string> Client::post_receipt(const std::string& receipt)
{
    return exchange("POST", path_ + "receipt", receipt);
}

Result<std::string> Client::get_voters(VoterList list, const crypto::Digest& election, const std::optional<wire::Cursor>& after)
{
    const std::string path = "/v1/elections/" + to_base64url(election) + (list == VoterList::voted ? "/voted" : "/roll");
    return exchange("GET", after ? path + "?after=" + to_base64url(*after) : path, {});
}

Status Client::post_state(const wire::TerminalState& state)
{
    return exchange("POST", path_ + "status", wire::write_state(state)).map([](const auto&) {});
}

Result<std::string> Client::get_roster(const crypto::Digest& election)
{
    return exchange("GET", "/v1/elections/" + to_base64url(election) + "/roster", {});
}

Result<std::string> Client::exchange(std::string_view method, const std::string& path, std::string_view body)
{
    if (!connection_) return fail(Errc::unavailable, "the connection to the server broke");
    auto connection = std::move(connection_);  // put back when all went well
    const Connection::Deadline deadline{std::chrono::steady_clock::now() + deadlines_.exchange, deadlines_.stop};

    std::string header = std::string(method) + " " + path + " HTTP/1.1\r\nHost: " + host_ + "\r\n";
    if (method == "POST") header += "Content-Type: application/jsonl\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
    ISO_CHECK(connection->write(header + "\r\n", deadline));
    ISO_CHECK(connection->write(body, deadline));

    std::string received;
    for (;;) {
        ISO_TRY(const std::string more, connection->read(deadline));
        received += more;
        ISO_TRY(auto response, read_response(received, wire::kMaxReceiptBytes));
        if (!response) continue;
        if (response->status == 200) connection_ = std::move(connection);
        return body_or_error(*std::move(response));
    }
}

}  // namespace isoloir::sync
