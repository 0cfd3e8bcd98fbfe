#include "tests/attacks/a_visitor.hpp"

#include <cstdio>

namespace isoloir::test {

Json json_of(const Answer& answer)
{
    Json json = Json::parse(answer.body, nullptr, false);
    return json.is_discarded() ? Json() : json;
}

std::string code_of(const Answer& answer)
{
    const Json json = json_of(answer);
    return json.is_object() ? json.value("code", "") : "";
}

std::string escaped(std::string_view text)
{
    std::string plain;
    for (const char c : text) {
        char byte[4];
        std::snprintf(byte, sizeof byte, "%%%02X", static_cast<unsigned char>(c));
        plain += byte;
    }
    return plain;
}

std::string Visitor::request(const std::string& method, const std::string& target, const std::string& body) const
{
    std::map<std::string, std::string> headers{{"Host", "vote.example.org"}, {"Content-Type", type}};
    if (!cookie.empty()) headers["Cookie"] = cookie;
    if (!csrf.empty()) headers["X-Isoloir-Csrf"] = csrf;
    const bool has_body = method == "POST" || method == "PUT";
    if (has_body) headers["Content-Length"] = std::to_string(body.size());
    for (const auto& [header, value] : beside) headers[header] = value;
    std::string text = method + " " + target + " HTTP/1.1\r\n";
    for (const auto& [header, value] : headers) text.append(header).append(": ").append(value).append("\r\n");
    return text + "\r\n" + (has_body ? body : std::string());
}

Answer Visitor::send(const std::string& method, const std::string& target, const std::string& body) const
{
    RawClient client(port, nullptr, RawClient::Tls::v1_3, from);
    return client.ask(request(method, target, body));
}

void Visitor::enter(const Answer& answer, const Json& session)
{
    const std::string set = answer.value("Set-Cookie");
    cookie = set.substr(0, set.find(';'));
    csrf = session.value("csrf", "");
}

}  // namespace isoloir::test
