#include "sync-server/store/folder.hpp"

#include "shared/base/file.hpp"
#include "sync-server/store/postgres/postgres_connection.hpp"
#include "sync-server/store/sqlcipher/sqlcipher_connection.hpp"

namespace isoloir::store {
namespace {

constexpr std::size_t kKeyBytes = 32;

std::filesystem::path key_path(const Place& place)
{
    return place.key_file.value_or(place.folder / "store.key");
}

/// The address that the folder keeps, or that is given; empty for the embedded database.
Result<std::string> address_of(const Place& place)
{
    const auto file = place.folder / "database";
    if (!place.database.empty() || !std::filesystem::exists(file)) return place.database;
    ISO_TRY(auto address, read_file(file, 4096));
    while (!address.empty() && (address.back() == '\n' || address.back() == ' ')) address.pop_back();
    return address;
}

Result<crypto::SecretBytes> read_key(const Place& place)
{
    const auto file = key_path(place);
    ISO_TRY(std::string content, read_file(file, 4096));
    if (content.size() != kKeyBytes) {
        crypto::wipe(content);
        return fail(Errc::malformed, "a key file has exactly 32 bytes", file.string());
    }
    crypto::SecretBytes key(bytes_of(content));
    crypto::wipe(content);
    return key;
}

Result<Folder> open_store(const Place& place, FolderLock lock, const std::string& address)
{
    ISO_TRY(auto key, read_key(place));
    ISO_TRY(auto connection, address.empty() ? SqlcipherConnection::open(place.folder / "store.db", key) : PostgresConnection::open(address));
    ISO_TRY(auto store, Store::open(std::move(connection), key.clone()));
    return Folder{std::move(lock), std::move(store), std::move(key), !address.empty(), place.folder};
}

}  // namespace

Result<Folder> create_folder(const Place& place, crypto::Random& random)
{
    const auto& folder = place.folder;
    std::error_code error;
    const bool fresh = std::filesystem::create_directories(folder, error);
    if (error) return fail(Errc::io, "the folder cannot be made: " + error.message(), folder.string());
    if (fresh) std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    ISO_TRY(auto lock, FolderLock::take(folder));
    ISO_TRY(const auto address, address_of(place));
    const bool embedded_there = std::filesystem::exists(folder / "store.db");
    if (embedded_there && !address.empty())
        return fail(Errc::conflict, "this folder has an embedded database already; a PostgreSQL needs a folder of its own", folder.string());
    const auto key = key_path(place);
    if (!std::filesystem::exists(key)) {
        // A database without its key is lost already; a new key beside it would only hide that.
        if (embedded_there) return fail(Errc::not_found, "the key of the database here is missing; name it with --key-file", key.string());
        crypto::SecretBytes secret(kKeyBytes);
        random.fill(secret.writable());
        ISO_CHECK(write_file(key, text_of(secret.span()), FileMode::secret));
    }
    ISO_TRY(auto opened, open_store(place, std::move(lock), address));
    if (!place.database.empty()) ISO_CHECK(write_file(folder / "database", place.database + "\n", FileMode::secret));
    return opened;
}

Result<Folder> open_folder(const Place& place)
{
    std::error_code ignored;
    const bool there = std::filesystem::exists(place.folder / "store.db", ignored) || std::filesystem::exists(place.folder / "database", ignored);
    if (!there) return fail(Errc::not_found, "nothing is set up in this folder; run `isoloir-server --data DIR init` first", place.folder.string());
    ISO_TRY(auto lock, FolderLock::take(place.folder));
    ISO_TRY(const auto address, address_of(place));
    return open_store(place, std::move(lock), address);
}

Status write_backup(const Folder& folder, const std::filesystem::path& file, const std::function<void(std::uint64_t leaves)>& advance)
{
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored)) return fail(Errc::conflict, "there is such a file already; name another", file.string());
    auto partial = file;
    partial += ".partial";
    // What an interrupted backup left.
    for (const char* suffix : {"", "-wal", "-journal"}) std::filesystem::remove(partial.string() + suffix, ignored);
    {
        ISO_TRY(const auto copy, SqlcipherConnection::open(partial, folder.key));
        ISO_CHECK(folder.store->copy_to(*copy, advance));
    }
    std::error_code error;
    std::filesystem::rename(partial, file, error);
    return error ? fail(Errc::io, "the backup cannot be put in its place: " + error.message(), file.string()) : Status{};
}

Result<Folder> restore_folder(const Place& place, const std::filesystem::path& backup, const std::function<void(std::uint64_t leaves)>& advance)
{
    std::error_code ignored;
    if (!std::filesystem::exists(backup, ignored)) return fail(Errc::not_found, "there is no such backup", backup.string());
    if (!std::filesystem::exists(key_path(place), ignored))
        return fail(Errc::not_found, "the key that the backup was made under is missing; put store.key there, or name it with --key-file",
                    key_path(place).string());
    crypto::SystemRandom random;
    ISO_TRY(auto folder, create_folder(place, random));
    ISO_TRY(const auto there, folder.store->secret("authority"));
    if (there) return fail(Errc::conflict, "there is a centre already; restore into a new folder, or an empty PostgreSQL", place.folder.string());
    ISO_TRY(const auto copy, SqlcipherConnection::open(backup, folder.key));
    ISO_CHECK(folder.store->copy_from(*copy, advance));
    return folder;
}

}  // namespace isoloir::store
