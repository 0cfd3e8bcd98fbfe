#pragma once
// The folder that trustees hand round (a stick, a shared folder). Whatever lies there was written by somebody else.
//
//   EXCHANGE/ceremony.json     who, and how many must open
//   EXCHANGE/ROUND-NUMBER.jws  the messages; a file of any other name is read alike, but for cards
//   EXCHANGE/trustees.json     the key

#include <filesystem>

#include "shared/proof/ceremony_verdict.hpp"

namespace isoloir::trustee {

class Exchange {
public:
    /// @error not_found  no ceremony.json;  malformed, refused
    static Result<Exchange> open(const std::filesystem::path& folder);

    const proof::Ceremony& ceremony() const { return ceremony_; }

    /// Every message there. One that is too large to be a message stands there empty.
    /// @error refused  more files than ten ceremonies have
    Result<std::vector<proof::Received>> messages() const;

    /// What they come to, with `own` messages beside them. A trustees.json of another key is a fault, too.
    Result<proof::Verdict> judge(const std::vector<proof::Received>& own = {}) const;

    /// Puts an own message there, where it is not, or not as it was.
    /// @param file  its name
    Status put(const std::string& file, const std::string& jws) const;

    /// @error conflict  there is one of another key
    Status put_key(const proof::TrusteesKey& key) const;
    std::filesystem::path key_file() const { return folder_ / "trustees.json"; }

private:
    Exchange(std::filesystem::path folder, proof::Ceremony ceremony) : folder_(std::move(folder)), ceremony_(std::move(ceremony)) {}

    std::filesystem::path folder_;
    proof::Ceremony ceremony_;
};

}  // namespace isoloir::trustee
