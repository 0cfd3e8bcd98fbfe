#pragma once
// The data folder of one server: lock, key and database. Whoever has it open is the only one.
//
//   DIR/lock       held (flock) while a process works on the folder
//   DIR/store.key  32 random bytes, mode 0600, unless a key file elsewhere is named
//   DIR/store.db   everything, or else
//   DIR/database   the address of a PostgreSQL that holds everything; other servers, with folders of their own and a copy
//                  of the key, may share it

#include <filesystem>
#include <memory>
#include <optional>

#include "shared/base/folder_lock.hpp"
#include "shared/crypto/random.hpp"
#include "sync-server/store/store.hpp"

namespace isoloir::store {

/// Where a server's data are.
struct Place {
    std::filesystem::path folder;
    std::optional<std::filesystem::path> key_file{};  // else folder/store.key
    std::string database{};                           // a PostgreSQL, as libpq takes it; empty: the one that the folder names, or store.db
};

struct Folder {
    FolderLock lock;
    std::unique_ptr<Store> store;
    crypto::SecretBytes key;  // of the database, of backups and of the secrets in either
    bool shared{false};       // other servers may write to the store as well
    std::filesystem::path path{};
};

/// Makes the folder (0700), its key and an empty database; does no harm to one that is there.
/// @error unavailable  PostgreSQL is not reached;  not_found  a database is there, but its key is missing
Result<Folder> create_folder(const Place& place, crypto::Random& random);

/// @error not_found  nothing was set up there;  conflict  in use;  forged  wrong key;  unavailable  PostgreSQL is not reached
Result<Folder> open_folder(const Place& place);

/// Copies the store, as it is at one moment, into a new embedded database file under the folder's key. The file is whole or
/// not there.
/// @param advance  told how many more leaves were copied
/// @error conflict  there is such a file already
Status write_backup(const Folder& folder, const std::filesystem::path& file, const std::function<void(std::uint64_t leaves)>& advance);

/// Makes a folder, or fills an empty PostgreSQL, from a backup. The key of the backup must be in its place beforehand.
/// @error not_found  no such backup, or no key;  forged  another key;  conflict  something is there already: nothing was changed
Result<Folder> restore_folder(const Place& place, const std::filesystem::path& backup, const std::function<void(std::uint64_t leaves)>& advance);

}  // namespace isoloir::store
