#pragma once
// What can fail in normal life (input, disk, network, other people's bytes) returns a Result; our own mistakes assert.

#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace isoloir {

enum class Errc {
    malformed,  // bytes or text that do not have the shape they should
    refused,    // well formed, but not allowed here
    forged,     // a signature, proof or key that does not hold
    not_found,
    conflict,     // contradicts what is already stored
    io,           // disk or device; nothing may be assumed to be written
    full,         // no room left on the disk
    corrupt,      // stored data are damaged
    unavailable,  // no network, no server, busy: try again later
    internal,
};

/// @param message  a sentence for people: what is wrong and what to do; never a voter's identity or choice
/// @param where    file and line, field or object that it is about; may be empty
struct Error {
    Errc code{Errc::internal};
    std::string message;
    std::string where;

    std::string text() const { return where.empty() ? message : where + ": " + message; }
};

template <class T>
using Result = tl::expected<T, Error>;
using Status = Result<void>;

inline tl::unexpected<Error> fail(Errc code, std::string message, std::string where = {})
{
    return tl::make_unexpected(Error{code, std::move(message), std::move(where)});
}

}  // namespace isoloir

#define ISO_CONCAT_INNER(a, b) a##b
#define ISO_CONCAT(a, b) ISO_CONCAT_INNER(a, b)

/// ISO_TRY(const auto key, parse_key(text)); declares `key` or returns the error to the caller.
#define ISO_TRY_INNER(result, declaration, ...)                         \
    auto result = (__VA_ARGS__);                                        \
    if (!result) return tl::make_unexpected(std::move(result).error()); \
    declaration = *std::move(result)
#define ISO_TRY(declaration, ...) ISO_TRY_INNER(ISO_CONCAT(iso_result_, __LINE__), declaration, __VA_ARGS__)

/// ISO_CHECK(write_file(...)); returns the error to the caller, if there is one.
#define ISO_CHECK(...)                                                              \
    do {                                                                            \
        auto iso_status = (__VA_ARGS__);                                            \
        if (!iso_status) return tl::make_unexpected(std::move(iso_status).error()); \
    } while (false)
