#pragma once
// A zip archive as it grows: nobody ever holds the whole of it. The only file that names libarchive.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "shared/base/result.hpp"

struct archive;

namespace isoloir::publish {

/// Files one after the other, as they are: what is signed, or looks like noise, gets no smaller.
class Zip {
public:
    /// @error internal  the library refuses
    static Result<std::unique_ptr<Zip>> create();

    /// Begins the next file. @param bytes  as many must be added
    Status begin(const std::string& path, std::uint64_t bytes);
    Status add(std::string_view bytes);
    /// After the last file.
    Status finish();

    /// What the archive grew by since it was last asked.
    std::string take() { return std::exchange(grown_, {}); }

private:
    struct Close {
        void operator()(archive* open) const;
    };
    explicit Zip(archive* open) : archive_(open) {}
    Status done(int outcome);

    std::string grown_;
    std::unique_ptr<archive, Close> archive_;  // goes first: it writes to the other
};

}  // namespace isoloir::publish
