#include "sync-server/operations/log.hpp"

#include <algorithm>
#include <atomic>

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <nlohmann/json.hpp>

namespace isoloir::operations {
namespace {

/// A logger for each format, so that a change of format never meets a line half made. The process has one stderr.
spdlog::logger& logger_of(Format format)
{
    const auto make = [](const char* name, const char* pattern) {
        const auto logger = std::make_unique<spdlog::logger>(name, std::make_shared<spdlog::sinks::stderr_sink_mt>());
        logger->set_pattern(pattern, spdlog::pattern_time_type::utc);
        return *logger;
    };
    static spdlog::logger text = make("text", "%Y-%m-%dT%H:%M:%S.%eZ %-7l %v");
    static spdlog::logger json = make("json", R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})");
    return format == Format::json ? json : text;
}

std::atomic<Format> format_in_force{Format::text};

spdlog::level::level_enum level_of(Level level)
{
    switch (level) {
        case Level::debug: return spdlog::level::debug;
        case Level::info: return spdlog::level::info;
        case Level::warning: return spdlog::level::warn;
        case Level::error: return spdlog::level::err;
    }
    return spdlog::level::info;
}

/// Characters that JSON lets pass and that a terminal or an editor obeys: DEL, C1 controls, ends of line and turns of direction.
/// @return  how many bytes this one has here; 0: none of them
std::size_t obeyed_at(std::string_view text, unsigned& character)
{
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    character = byte(0);
    if (character == 0x7F) return 1;
    character = (byte(0) & 0x1FU) << 6 | (byte(1) & 0x3FU);
    if (byte(0) == 0xC2 && character < 0xA0) return 2;
    character = (byte(0) & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU);
    return byte(0) == 0xE2 && ((character >= 0x2028 && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069)) ? 3 : 0;
}

std::string quoted(std::string_view text)
{
    const std::string json = nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    std::string inert;
    for (std::size_t i = 0; i < json.size();) {
        unsigned character = 0;
        const std::size_t bytes = obeyed_at(std::string_view(json).substr(i), character);
        if (bytes > 0) inert += fmt::format("\\u{:04x}", character);
        else inert += json[i];
        i += std::max<std::size_t>(bytes, 1);
    }
    return inert;
}

/// `hall=Jambes`, and with quotes where the value would not be one word.
std::string as_text(const Field& field)
{
    const std::string_view inner = std::string_view(field.value).substr(1, std::max<std::size_t>(field.value.size(), 2) - 2);
    const bool is_word = !inner.empty() && std::all_of(inner.begin(), inner.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view("-._:/@").find(c) != std::string_view::npos;
    });
    const bool strip = field.value.front() == '"' && is_word;
    return std::string(field.name) + "=" + (strip ? std::string(inner) : field.value);
}

void log(Level level, const char* event, const Fields& fields)
{
    const Format format = format_in_force;
    spdlog::logger& logger = logger_of(format);
    if (!logger.should_log(level_of(level))) return;
    std::string line = format == Format::json ? "\"event\":" + quoted(event) : std::string(event) + (fields.empty() ? "" : ":");
    for (const Field& field : fields) line += format == Format::json ? "," + quoted(field.name) + ":" + field.value : " " + as_text(field);
    logger.log(level_of(level), "{}", line);
}

}  // namespace

Field::Field(const char* field_name, std::string_view text) : name(field_name), value(quoted(text)) {}

void debug(const char* event, const Fields& fields)
{
    log(Level::debug, event, fields);
}
void info(const char* event, const Fields& fields)
{
    log(Level::info, event, fields);
}
void warning(const char* event, const Fields& fields)
{
    log(Level::warning, event, fields);
}
void error(const char* event, const Fields& fields)
{
    log(Level::error, event, fields);
}

void speak(Level least, Format format)
{
    for (const Format each : {Format::text, Format::json}) logger_of(each).set_level(level_of(least));
    format_in_force = format;
}

}  // namespace isoloir::operations
