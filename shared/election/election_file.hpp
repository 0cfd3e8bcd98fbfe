#pragma once

#include <filesystem>
#include <functional>
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

/// How a picture that the file names is read. @param place  the field that names it, for errors
using PictureFile = std::function<Result<std::string>(const std::string& name, const std::string& place)>;

/// The same from text.
Result<ElectionFile> read_json_election(const std::string& text, const PictureFile& picture);
Result<ElectionFile> read_pabulib_election(const std::string& text);

}  // namespace isoloir::election
