#include "sync-server/operations/settings_keys.hpp"

#include <algorithm>
#include <numeric>

#include <nlohmann/json.hpp>

namespace isoloir::operations {
namespace {

/// As TOML, whose basic strings escape as JSON's do.
std::string quoted(const std::string& text)
{
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

template <class At>
Key text(const char* section, const char* name, const char* expected, At at, bool (*holds)(const std::string&))
{
    const auto read = [at, holds](const toml::node& node, Settings& settings) {
        const auto value = node.value_exact<std::string>();
        if (value && holds(*value)) at(settings) = *value;
        return value && holds(*value);
    };
    return {section, name, expected, read, [at](const Settings& settings) {
                const auto& value = at(settings);
                return value.empty() ? std::string() : quoted(value);
            }};
}

template <class At>
Key address(const char* section, At at)
{
    return text(section, "address", "an IP address in quotes, as \"127.0.0.1\" or \"::\"", at,
                [](const std::string& value) { return !value.empty() && value.find_first_not_of("0123456789abcdefABCDEF:.") == std::string::npos; });
}

template <class At>
Key path(const char* section, const char* name, const char* expected, At at)
{
    const auto read = [at](const toml::node& node, Settings& settings) {
        const auto value = node.value_exact<std::string>();
        if (!value || value->empty()) return false;
        at(settings) = std::filesystem::path(*value);
        return true;
    };
    return {section, name, expected, read, [at](const Settings& settings) {
                const std::optional<std::filesystem::path> value = at(settings);
                return value && !value->empty() ? quoted(value->string()) : std::string();
            }};
}

template <class At>
Key number(const char* section, const char* name, const char* expected, At at, std::int64_t least, std::int64_t most)
{
    const auto read = [=](const toml::node& node, Settings& settings) {
        const auto value = node.value_exact<std::int64_t>();
        if (!value || *value < least || *value > most) return false;
        using Number = typename std::optional<std::remove_reference_t<decltype(at(settings))>>::value_type;
        if constexpr (std::is_integral_v<Number>) at(settings) = static_cast<Number>(*value);
        else at(settings) = static_cast<typename Number::value_type>(*value);
        return true;
    };
    return {section, name, expected, read, [at](const Settings& settings) {
                const std::optional<std::uint32_t> value = at(settings);
                return value ? std::to_string(*value) : std::string();
            }};
}

template <class At>
Key port(const char* section, At at)
{
    return number(section, "port", "a port from 1 to 65535, or 0 for a free one", at, 0, 65535);
}

template <class At, class Value>
Key choice(const char* section, const char* name, const char* expected, At at, std::vector<std::pair<std::string, Value>> choices)
{
    const auto read = [at, choices](const toml::node& node, Settings& settings) {
        const auto value = node.value_exact<std::string>();
        const auto chosen = std::find_if(choices.begin(), choices.end(), [&](const auto& one) { return value == one.first; });
        if (chosen == choices.end()) return false;
        at(settings) = chosen->second;
        return true;
    };
    return {section, name, expected, read, [at, choices](const Settings& settings) {
                const auto chosen = std::find_if(choices.begin(), choices.end(), [&](const auto& one) { return at(settings) == one.second; });
                return quoted(chosen->first);
            }};
}

bool not_empty(const std::string& value)
{
    return !value.empty();
}

/// The way to a setting: at(&Settings::terminals, &Settings::Terminals::port).
template <class... Members>
auto at(Members... members)
{
    return [members...](auto& settings) -> auto&
    {
        return (settings.*....*members);
    };
}

/// Levenshtein's distance: how many letters must be put in, taken out or changed.
std::size_t distance(std::string_view one, std::string_view other)
{
    std::vector<std::size_t> row(other.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < one.size(); ++i) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 0; j < other.size(); ++j) {
            const std::size_t changed = diagonal + (one[i] == other[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, diagonal + 1, row[j] + 1});
        }
    }
    return row.back();
}

}  // namespace

const std::vector<Key>& keys()
{
    using S = Settings;
    const std::vector<std::pair<std::string, Level>> levels{
        {"debug", Level::debug}, {"info", Level::info}, {"warning", Level::warning}, {"error", Level::error}};
    const std::vector<std::pair<std::string, Format>> formats{{"text", Format::text}, {"json", Format::json}};
    static const std::vector<Key> table{
        path("", "data", "the data folder, in quotes", at(&S::data)),
        text("", "database", "the address of a PostgreSQL in quotes, as \"postgresql://USER@HOST/NAME\"", at(&S::database), not_empty),
        path("", "key_file", "the file with the database's key, in quotes", at(&S::key_file)),
        address("terminals", at(&S::terminals, &S::Terminals::address)),
        port("terminals", at(&S::terminals, &S::Terminals::port)),
        text("terminals", "host", "the name or address at which terminals reach this server, in quotes", at(&S::terminals, &S::Terminals::host), not_empty),
        address("public", at(&S::pages, &S::Public::address)),
        port("public", at(&S::pages, &S::Public::port)),
        path("public", "certificate", "a PEM file with the pages' certificate and its chain, in quotes", at(&S::pages, &S::Public::certificate)),
        path("public", "key", "a PEM file with the certificate's private key, in quotes", at(&S::pages, &S::Public::key)),
        address("operations", at(&S::operations, &S::Operations::address)),
        port("operations", at(&S::operations, &S::Operations::port)),
        choice("log", "level", "\"debug\", \"info\", \"warning\" or \"error\"", at(&S::log, &S::Log::level), levels),
        choice("log", "format", "\"text\" or \"json\"", at(&S::log, &S::Log::format), formats),
        number("limits", "connections", "a number from 16 to 100000", at(&S::limits, &S::Limits::connections), 16, 100'000),
        number("limits", "live_readers", "a number from 0 to 100000", at(&S::limits, &S::Limits::live_readers), 0, 100'000),
        number("limits", "stop_seconds", "a number of seconds from 1 to 600", at(&S::limits, &S::Limits::stop_seconds), 1, 600),
    };
    return table;
}

std::string nearest(const std::string& name)
{
    const std::string last = name.substr(name.rfind('.') + 1);
    std::string best;
    std::size_t least = SIZE_MAX;
    for (const Key& key : keys())
        for (const std::string& known : {key.full_name(), std::string(key.section)}) {
            // A key that stands in the wrong section is as near as can be.
            const std::size_t away = known == key.full_name() && last == key.name ? 1 : distance(name, known);
            if (known.empty() || away >= least) continue;
            best = known == key.full_name() ? "\"" + known + "\"" : "the section [" + known + "]";
            least = away;
        }
    return best;
}

}  // namespace isoloir::operations
