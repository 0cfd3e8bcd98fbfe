#include "sync-server/operations/settings_file.hpp"

#include <algorithm>

#include "shared/base/file.hpp"
#include "sync-server/operations/settings_keys.hpp"

namespace isoloir::operations {
namespace {

constexpr std::size_t kMaxFileBytes = 1024 * 1024;

struct Reading {
    const std::filesystem::path& file;
    Settings settings{};

    tl::unexpected<Error> wrong(const toml::node& node, const std::string& name, const std::string& what) const
    {
        return fail(Errc::malformed, what, file.string() + ":" + std::to_string(node.source().begin.line) + ": " + name);
    }

    Status read(const toml::table& table, const std::string& section)
    {
        for (const auto& [toml_key, node] : table) {
            const std::string name(toml_key.str());
            const bool is_section = section.empty() && std::any_of(keys().begin(), keys().end(), [&](const Key& key) { return name == key.section; });
            const std::string full_name = section.empty() ? name : section + "." + name;
            if (is_section) {
                if (!node.is_table()) return wrong(node, full_name, "this is a section: write [" + name + "] on a line of its own, and its keys below");
                ISO_CHECK(read(*node.as_table(), name));
                continue;
            }
            const auto key = std::find_if(keys().begin(), keys().end(), [&](const Key& one) { return one.full_name() == full_name; });
            if (key == keys().end()) return wrong(node, full_name, "there is no such key; the nearest is " + nearest(full_name));
            if (!key->read(node, settings)) return wrong(node, full_name, std::string("expected is ") + key->expected);
        }
        return {};
    }
};

}  // namespace

Result<Settings> read_settings(const std::filesystem::path& file)
{
    ISO_TRY(const std::string content, read_file(file, kMaxFileBytes));
    const toml::parse_result parsed = toml::parse(std::string_view(content), std::string_view(file.native()));
    if (!parsed)
        return fail(Errc::malformed, "this is no TOML: " + std::string(parsed.error().description()),
                    file.string() + ":" + std::to_string(parsed.error().source().begin.line));
    Reading reading{file};
    ISO_CHECK(reading.read(parsed.table(), ""));
    Settings& settings = reading.settings;
    if (settings.pages.certificate.empty() != settings.pages.key.empty())
        return reading.wrong(*parsed.table().get("public"), "public", "a certificate and its key are set together; one of them is missing");
    const auto from_file = [&](std::filesystem::path& path) {
        if (!path.empty()) path = (std::filesystem::absolute(file).parent_path() / path).lexically_normal();
    };
    if (parsed.table().contains("data")) from_file(settings.data);
    if (settings.key_file) from_file(*settings.key_file);
    from_file(settings.pages.certificate);
    from_file(settings.pages.key);
    return std::move(settings);
}

std::string write_settings(const Settings& settings)
{
    std::string file;
    std::string section;
    for (const Key& key : keys()) {
        if (key.section != section) file += "\n[" + std::string(key.section) + "]\n";
        section = key.section;
        const std::string value = key.shown(settings);
        if (value.empty()) file += "# " + std::string(key.name) + " is not set\n";
        else file += std::string(key.name) + " = " + value + "\n";
    }
    return file;
}

std::vector<std::string> differences(const Settings& one, const Settings& other)
{
    std::vector<std::string> names;
    for (const Key& key : keys())
        if (key.shown(one) != key.shown(other)) names.push_back(key.full_name());
    return names;
}

}  // namespace isoloir::operations
