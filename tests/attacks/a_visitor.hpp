#pragma once
// Somebody at the public port, over real TLS: with a session or without, from whatever address, with whatever headers.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "tests/sync-server/http/raw_client.hpp"

namespace isoloir::test {

using Json = nlohmann::json;

inline constexpr const char* kPassword = "a horse reads the minutes";

/// What the desk says, or null when that is no JSON.
Json json_of(const Answer& answer);
/// The name that the desk gives to a refusal.
std::string code_of(const Answer& answer);
/// As a segment or value of an address.
std::string escaped(std::string_view text);

struct Visitor {
    std::uint16_t port{0};
    std::string from{"127.0.0.1"};
    std::string cookie{};  // "name=value"
    std::string csrf{};
    std::string name{};                           // of the account, where there is one
    std::string secret{};                         // of the authenticator app, in base32
    std::vector<std::string> recovery{};          // codes
    std::map<std::string, std::string> beside{};  // more headers, or others than a browser sends
    std::string type{"application/json"};

    std::string request(const std::string& method, const std::string& target, const std::string& body = {}) const;
    Answer send(const std::string& method, const std::string& target, const std::string& body = {}) const;
    Answer get(const std::string& target) const { return send("GET", target); }
    Answer post(const std::string& target, const Json& body = Json::object()) const { return send("POST", target, body.dump()); }
    Answer put(const std::string& target, const Json& body) const { return send("PUT", target, body.dump()); }

    /// The same browser, where somebody else sits.
    Visitor at(const std::string& address) const
    {
        Visitor other = *this;
        other.from = address;
        return other;
    }
    Visitor with(const std::string& header, const std::string& value) const
    {
        Visitor other = *this;
        other.beside[header] = value;
        return other;
    }
    /// Takes the session that an answer begins.
    void enter(const Answer& answer, const Json& session);
};

}  // namespace isoloir::test
