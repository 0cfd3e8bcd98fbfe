#pragma once
// The META section of a Pabulib file, and what it says of an election.

#include <map>
#include <string>

#include "shared/base/result.hpp"
#include "shared/election/election.hpp"
#include "shared/election/pabulib_table.hpp"

namespace isoloir::election {

struct PabulibMeta {
    std::map<std::string, std::string> values;
    std::map<std::string, std::size_t> lines;
    std::size_t first_line{1};

    /// The value of `key`, or an empty text.
    std::string value(const std::string& key) const;
    /// Where `key` stands, or where the section begins.
    std::string place(const std::string& key) const;
    /// @error malformed  with the line
    Result<Money> amount(const std::string& key) const;
    Result<std::uint32_t> count(const std::string& key, std::uint32_t otherwise) const;
};

/// Reads up to the heading PROJECTS.
Result<PabulibMeta> read_meta(PabulibLines& lines);

/// An election without projects and the ballot's rules (pabulib_rules).
/// @error malformed  with the line: budget missing, bad amount or date
Result<Definition> definition_from_meta(const PabulibMeta& meta);

/// @error malformed  with the line, when the file says a number under `key` and it is not `found`
Status check_announced(const PabulibMeta& meta, const std::string& key, std::size_t found);

/// The two-letter tag of META's "language"; "en" where we do not know it.
std::string language_tag(const PabulibMeta& meta);

}  // namespace isoloir::election
