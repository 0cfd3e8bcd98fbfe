#include "sync-server/store/folder.hpp"

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "shared/base/file.hpp"
#include "sync-server/store/sqlcipher/sqlcipher_store.hpp"

namespace isoloir::store {
namespace {

constexpr std::size_t kKeyBytes = 32;

std::filesystem::path key_path(const std::filesystem::path& folder, const std::optional<std::filesystem::path>& key_file)
{
    return key_file.value_or(folder / "store.key");
}

Result<std::unique_ptr<Store>> open_store(const std::filesystem::path& folder, const std::filesystem::path& key_file)
{
    ISO_TRY(std::string content, read_file(key_file, 4096));
    if (content.size() != kKeyBytes) {
        crypto::wipe(content);
        return fail(Errc::malformed, "a key file has exactly 32 bytes", key_file.string());
    }
    const crypto::SecretBytes key(bytes_of(content));
    crypto::wipe(content);
    return SqlcipherStore::open(folder / "store.db", key);
}

}  // namespace

Result<FolderLock> FolderLock::take(const std::filesystem::path& folder)
{
    std::error_code ignored;
    if (!std::filesystem::is_directory(folder, ignored))
        return fail(Errc::not_found, "there is no such folder; `isoloir-server --data DIR init` makes one", folder.string());
    const int descriptor = ::open((folder / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) return fail(Errc::io, "the lock file cannot be opened", (folder / "lock").string());
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        ::close(descriptor);
        return fail(Errc::conflict, "another process works on this folder", folder.string());
    }
    return FolderLock(descriptor);
}

FolderLock::~FolderLock()
{
    if (descriptor_ >= 0) ::close(descriptor_);
}

Result<Folder> create_folder(const std::filesystem::path& folder, const std::optional<std::filesystem::path>& key_file, crypto::Random& random)
{
    std::error_code error;
    const bool fresh = std::filesystem::create_directories(folder, error);
    if (error) return fail(Errc::io, "the folder cannot be made: " + error.message(), folder.string());
    if (fresh) std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    ISO_TRY(auto lock, FolderLock::take(folder));
    const auto key = key_path(folder, key_file);
    if (!std::filesystem::exists(key)) {
        // A database without its key is lost already; a new key beside it would only hide that.
        if (std::filesystem::exists(folder / "store.db"))
            return fail(Errc::not_found, "the key of the database here is missing; name it with --key-file", key.string());
        crypto::SecretBytes secret(kKeyBytes);
        random.fill(secret.writable());
        ISO_CHECK(write_file(key, text_of(secret.span()), FileMode::secret));
    }
    ISO_TRY(auto store, open_store(folder, key));
    return Folder{std::move(lock), std::move(store)};
}

Result<Folder> open_folder(const std::filesystem::path& folder, const std::optional<std::filesystem::path>& key_file)
{
    if (!std::filesystem::exists(folder / "store.db"))
        return fail(Errc::not_found, "nothing is set up in this folder; run `isoloir-server --data DIR init` first", folder.string());
    ISO_TRY(auto lock, FolderLock::take(folder));
    ISO_TRY(auto store, open_store(folder, key_path(folder, key_file)));
    return Folder{std::move(lock), std::move(store)};
}

}  // namespace isoloir::store
