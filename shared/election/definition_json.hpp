#pragma once
// The members that an election file and a signed package have in common, read and written in one place.

#include <functional>
#include <string>

#include <nlohmann/json.hpp>

#include "shared/base/result.hpp"
#include "shared/election/election.hpp"
#include "shared/wire/json.hpp"

namespace isoloir::election {

/// How a project's "picture" member turns into a hash: a file's name in an election file, the hash itself in a package.
using PictureReader = std::function<Result<crypto::Digest>(const std::string& text, const std::string& place)>;

nlohmann::ordered_json write_definition(const Definition& definition);

/// The members of a counting rule: what it does not say is not named either.
nlohmann::ordered_json write_rule(const Rule& rule);

/// Reads the definition's members of `reader`; the caller may read more and must finish().
Result<Definition> read_definition(wire::ObjectReader& reader, const PictureReader& picture);

}  // namespace isoloir::election
