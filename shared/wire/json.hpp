#pragma once
// Strict reading of JSON objects: every member is named by the reader, and a member nobody asked for is refused
// (PROTOCOL.md 2: unknown members are refused in version 1).

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "shared/base/bytes.hpp"
#include "shared/base/encoding.hpp"
#include "shared/base/result.hpp"

namespace isoloir::wire {

using Json = nlohmann::json;

/// Parses text into one JSON value.
/// @error malformed  with line and column; also for duplicate members, nesting deeper than 32, and invalid UTF-8
Result<Json> parse_json(std::string_view text);

/// Reads the members of one object; `finish` refuses what was not read.
///
///     ObjectReader reader(json, "record");
///     ISO_TRY(const auto seq, reader.integer("seq", 0, kMaxSeq));
///     ISO_CHECK(reader.finish());
class ObjectReader {
public:
    /// @param json  must outlive the reader; when it is no object, every read fails
    /// @param place  where it stands, for messages: "projects[3]"; empty for the outermost object
    ObjectReader(const Json& json, std::string place);

    bool has(const std::string& name) const;
    Result<std::string> text(const std::string& name, std::size_t max_bytes);
    Result<std::int64_t> integer(const std::string& name, std::int64_t least, std::int64_t most);
    Result<bool> boolean(const std::string& name);
    Result<const Json*> array(const std::string& name, std::size_t max_items);
    Result<const Json*> object(const std::string& name);
    template <std::size_t N>
    Result<ByteArray<N>> bytes(const std::string& name)
    {
        ISO_TRY(const std::string encoded, text(name, N * 4 / 3 + 4));
        auto value = array_from_base64url<N>(encoded);
        if (!value) return fail(Errc::malformed, value.error().message, place(name));
        return value;
    }
    Status finish() const;
    std::string place(const std::string& name) const { return place_.empty() ? name : place_ + "." + name; }

private:
    Result<const Json*> member(const std::string& name);

    const Json& json_;
    std::string place_;
    std::set<std::string> read_;
};

}  // namespace isoloir::wire
