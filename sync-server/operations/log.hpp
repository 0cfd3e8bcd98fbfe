#pragma once
// What the server says to those who run it: one event a line on stderr, as text or as JSON, with its time in UTC. Nothing of
// a voter ever (no tag, tracker, identifier or choice), and no address of a page that was asked for, which may name a ballot.

#include <concepts>
#include <string>
#include <string_view>
#include <vector>

namespace isoloir::operations {

enum class Level { debug, info, warning, error };
enum class Format { text, json };

/// A number or a text beside an event. Whatever a text holds, it stays within its quotes and its line.
struct Field {
    template <std::integral Number>
    Field(const char* field_name, Number number) : name(field_name), value(std::to_string(number))
    {
    }
    Field(const char* field_name, bool yes) : name(field_name), value(yes ? "true" : "false") {}
    Field(const char* field_name, std::string_view text);
    Field(const char* field_name, const std::string& text) : Field(field_name, std::string_view(text)) {}
    Field(const char* field_name, const char* text) : Field(field_name, std::string_view(text)) {}

    const char* name;
    std::string value;  // as JSON
};
using Fields = std::vector<Field>;

/// @param event  the same words for the same thing, so that one can search for them
void debug(const char* event, const Fields& fields = {});
void info(const char* event, const Fields& fields = {});
void warning(const char* event, const Fields& fields = {});
void error(const char* event, const Fields& fields = {});

/// From now on only this level and those above it, in this format. Until then: text, from info on.
void speak(Level least, Format format);

}  // namespace isoloir::operations
