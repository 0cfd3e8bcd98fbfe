#include "sync-server/app/reload.hpp"

#include <sstream>

#include "shared/base/text.hpp"
#include "sync-server/operations/settings_file.hpp"

namespace isoloir::app {
namespace {

Result<operations::Settings> read_anew(const std::vector<std::string>& words)
{
    std::ostringstream said;
    const Parsed parsed = parse_arguments(words, said, said);
    if (!parsed.done) return parsed.arguments.settings;
    return fail(Errc::malformed, std::string(trimmed(said.str())));
}

}  // namespace

std::optional<http::Settings::PageFiles> page_files(const operations::Settings& settings)
{
    if (settings.pages.certificate.empty()) return std::nullopt;
    return http::Settings::PageFiles{settings.pages.certificate, settings.pages.key};
}

void reload(const std::vector<std::string>& words, operations::Settings& running, http::Server& server)
{
    const auto fresh = read_anew(words);
    if (!fresh) return operations::error("the configuration was not taken; everything stays as it was", {{"why", fresh.error().text()}});
    const Status renewed = server.renew_pages(page_files(*fresh));
    if (!renewed) return operations::error("the pages' certificate was not taken; everything stays as it was", {{"why", renewed.error().text()}});
    running.pages.certificate = fresh->pages.certificate;
    running.pages.key = fresh->pages.key;
    running.log = fresh->log;
    operations::speak(running.log.level, running.log.format);
    operations::info("the configuration was read anew");
    for (const std::string& key : operations::differences(running, *fresh)) operations::warning("a changed setting waits for a restart", {{"key", key}});
}

}  // namespace isoloir::app
