#pragma once
// The files of a bundle (PROTOCOL.md 12), read one by one; which were read is remembered, so that none is left over.

#include <filesystem>
#include <set>
#include <string>

#include "shared/base/result.hpp"
#include "shared/crypto/hash.hpp"
#include "shared/proof/encodings.hpp"

namespace isoloir::verify {

class BundleFolder {
public:
    explicit BundleFolder(std::filesystem::path root) : root_(std::move(root)) {}

    bool has(const std::string& name) const;
    /// @param name  "round-0/mix-1.jws"
    /// @error forged  it is missing, too long or cannot be read: a bundle without it proves nothing
    Result<std::string> text(const std::string& name, std::size_t max_bytes);
    /// @param count  of elements or scalars
    /// @param hash   that of the whole file
    Result<proof::Encodings> encodings(const std::string& name, std::size_t count, const crypto::Digest& hash);

    const std::set<std::string>& read() const { return read_; }
    /// @error forged  a file that no check read
    Status nothing_left() const;

private:
    std::filesystem::path root_;
    std::set<std::string> read_;
};

}  // namespace isoloir::verify
