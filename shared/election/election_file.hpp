#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "shared/base/result.hpp"
#include "shared/crypto/hash.hpp"
#include "shared/election/election.hpp"

namespace isoloir::election {

/// A definition and the pictures that it names, by hash.
struct ElectionFile {
    Definition definition;
    std::map<crypto::Digest, std::string> pictures;  // whole files, PNG or JPEG
};

/// Reads an election file: our own JSON (docs/election-file.md) or, by its ending .pb, a Pabulib file (its votes are left out).
/// Pictures are read from beside the JSON file.
/// @error malformed, refused, io  with file, line or field
Result<ElectionFile> read_election_file(const std::filesystem::path& path);

}  // namespace isoloir::election
