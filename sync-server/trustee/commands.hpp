#pragma once
// What a trustee's program does, one function a command. Each may be repeated, and says on `out` what comes next.

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/clock.hpp"
#include "shared/base/result.hpp"
#include "shared/crypto/random.hpp"

namespace isoloir::trustee {

struct Arguments {
    std::filesystem::path folder;    // of the trustee
    std::filesystem::path exchange;  // of all
    std::string name;
    std::size_t threshold{0};
    std::vector<std::filesystem::path> cards;
    std::optional<std::filesystem::path> passphrase_file;
    bool yes{false};
    bool json{false};
    std::filesystem::path out;
    std::string key;  // the beginning of its fingerprint
    std::filesystem::path trustees;
    std::optional<std::filesystem::path> words;
    std::filesystem::path bundle;
};

/// Makes a trustee's folder and card.
Status init(const Arguments& arguments, crypto::Random& random, std::ostream& out);

/// Gathers cards into ceremony.json.
Status convene(const Arguments& arguments, crypto::Random& random, std::ostream& out);

/// Takes the next steps of a ceremony.
/// @return  whether it goes on: false once it has ended without a key
Result<bool> ceremony(const Arguments& arguments, crypto::Random& random, std::ostream& out);

/// Says how a ceremony stands, from its files alone.
/// @return  as ceremony
Result<bool> status(const Arguments& arguments, std::ostream& out);

/// Mixes what is to be counted, after verifying it.
Status mix(const Arguments& arguments, crypto::Random& random, std::ostream& out);

/// Opens in part what was mixed, after verifying it.
Status open(const Arguments& arguments, crypto::Random& random, std::ostream& out);

/// Writes a share on paper.
Status backup(const Arguments& arguments, const Clock& clock, std::ostream& out);

/// Brings a share back from paper: from a file or the standard input, or typed line by line where somebody sits there.
Status restore(const Arguments& arguments, crypto::Random& random, std::ostream& out);

}  // namespace isoloir::trustee
