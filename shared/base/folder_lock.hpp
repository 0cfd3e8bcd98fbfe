#pragma once

#include <filesystem>

#include "shared/base/result.hpp"

namespace isoloir {

/// A folder that one process works on, by flock on FOLDER/lock. Held as long as it lives; the kernel lets go of it when the
/// process dies, however it dies.
class FolderLock {
public:
    /// @error conflict  another process holds it;  io  also when there is no such folder
    static Result<FolderLock> take(const std::filesystem::path& folder);
    FolderLock(FolderLock&& other) noexcept : descriptor_(other.descriptor_) { other.descriptor_ = -1; }
    FolderLock& operator=(FolderLock&&) = delete;
    ~FolderLock();

private:
    explicit FolderLock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_;
};

}  // namespace isoloir
