#include "sync-server/admin/target.hpp"

#include "shared/base/text.hpp"

namespace isoloir::admin {
namespace {

int digit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// @param plus  what "+" stands for: itself, or in a query a space
std::optional<std::string> decoded(std::string_view text, char plus = '+')
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '+') c = plus;
        else if (c == '%') {
            if (i + 2 >= text.size() || digit(text[i + 1]) < 0 || digit(text[i + 2]) < 0) return std::nullopt;
            c = static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
            i += 2;
        }
        if (static_cast<unsigned char>(c) < ' ' || c == '\x7F') return std::nullopt;
        plain += c;
    }
    if (!is_utf8(plain)) return std::nullopt;
    return plain;
}

std::vector<std::string_view> split(std::string_view text, char mark)
{
    std::vector<std::string_view> parts;
    for (std::size_t end = 0; (end = text.find(mark)) != std::string_view::npos; text.remove_prefix(end + 1)) parts.push_back(text.substr(0, end));
    parts.push_back(text);
    return parts;
}

}  // namespace

std::optional<Target> read_target(std::string_view target)
{
    if (target.empty() || target.front() != '/') return std::nullopt;
    const std::string_view path = target.substr(0, target.find('?'));
    Target read;
    const auto segments = split(path.substr(1), '/');
    for (std::size_t i = 0; i < segments.size(); ++i) {
        auto name = decoded(segments[i]);
        const bool last = i + 1 == segments.size();
        if (!name || *name == "." || *name == ".." || (name->empty() && !last)) return std::nullopt;
        if (!name->empty()) read.path.push_back(*std::move(name));
    }
    if (path.size() == target.size()) return read;
    for (const std::string_view member : split(target.substr(path.size() + 1), '&')) {
        if (member.empty()) continue;
        const auto equals = member.find('=');
        const auto name = decoded(member.substr(0, equals), ' ');
        const auto value = decoded(equals == std::string_view::npos ? std::string_view() : member.substr(equals + 1), ' ');
        if (!name || !value || !read.query.emplace(*name, *value).second) return std::nullopt;
    }
    return read;
}

std::optional<std::string> cookie_of(std::string_view header, std::string_view name)
{
    std::optional<std::string> found;
    for (std::string_view part : split(header, ';')) {
        while (part.starts_with(' ')) part.remove_prefix(1);
        if (!part.starts_with(name) || part.size() <= name.size() || part[name.size()] != '=') continue;
        if (found) return std::nullopt;
        found = std::string(part.substr(name.size() + 1));
    }
    return found;
}

}  // namespace isoloir::admin
