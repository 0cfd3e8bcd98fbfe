#pragma once
// What the desk answers: JSON, a file, or a refusal with a code that the pages have words for (web/admin/src/api.ts).

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include <nlohmann/json.hpp>

#include "shared/base/result.hpp"
#include "sync-server/http/routes.hpp"

namespace isoloir::admin {

using Json = nlohmann::ordered_json;

struct Refusal {
    Refusal(unsigned with_status, std::string with_code, std::string sentence) : status(with_status), code(std::move(with_code)), error(std::move(sentence)) {}
    /// What an error says to whoever works at the desk; what a disk or a bug said stays in the log.
    Refusal(const Error& failure);  // NOLINT(google-explicit-constructor): so that ISO_TRY returns one

    unsigned status{500};
    std::string code;
    std::string error;
    std::string where{};
    std::optional<std::int64_t> retry_after{};  // seconds
};

using Content = std::variant<Json, http::Document>;
using Reply = tl::expected<Content, Refusal>;

/// The same error under the name that it has at this place.
Refusal named(const Error& error, unsigned status, std::string code);

http::Response response_of(const Reply& reply);

}  // namespace isoloir::admin
