#pragma once
// The data folder of one election: lock, key and database. Whoever has it open is the only one.
//
//   DIR/lock       held (flock) while a process works on the folder
//   DIR/store.key  32 random bytes, mode 0600, unless a key file elsewhere is named
//   DIR/store.db   everything

#include <filesystem>
#include <memory>
#include <optional>

#include "shared/crypto/random.hpp"
#include "sync-server/store/store.hpp"

namespace isoloir::store {

/// Held as long as it lives; the kernel lets go of it when the process dies, however it dies.
class FolderLock {
public:
    /// @error conflict  another process holds it;  not_found  no such folder;  io
    static Result<FolderLock> take(const std::filesystem::path& folder);
    FolderLock(FolderLock&& other) noexcept : descriptor_(other.descriptor_) { other.descriptor_ = -1; }
    FolderLock& operator=(FolderLock&&) = delete;
    ~FolderLock();

private:
    explicit FolderLock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_;
};

struct Folder {
    FolderLock lock;
    std::unique_ptr<Store> store;
};

/// Makes the folder (0700), its key and an empty database; does no harm to one that is there.
Result<Folder> create_folder(const std::filesystem::path& folder, const std::optional<std::filesystem::path>& key_file, crypto::Random& random);

/// @error not_found  nothing was set up there;  conflict  in use;  forged  wrong key
Result<Folder> open_folder(const std::filesystem::path& folder, const std::optional<std::filesystem::path>& key_file);

}  // namespace isoloir::store
