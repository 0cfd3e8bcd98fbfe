#pragma once
// What proves the count (PROTOCOL.md 12), kept beside the result in the store: so it is there with the count or not at all, in every
// backup, and at each of the servers that share a database.

#include <filesystem>
#include <mutex>
#include <set>
#include <string>

#include "shared/base/progress.hpp"
#include "sync-server/http/service.hpp"
#include "sync-server/store/store.hpp"

namespace isoloir::app {

class KeptBundle {
public:
    /// @param mutex  whoever uses the store holds it; both are lent, also to what is downloaded
    KeptBundle(store::Store& store, std::mutex& mutex) : store_(store), mutex_(mutex) {}

    /// Takes a bundle's files into the store, within the count's transaction; the lock is held.
    /// @param paths  of its files: nothing else of the folder is looked at
    /// @param told   after each file
    Status keep(const std::filesystem::path& folder, const std::set<std::string>& paths, const std::function<void()>& told);
    /// Whether there is one. The lock is held.
    Result<bool> there() const;

    /// {"files":[{"path":…,"bytes":n,"sha256":…},…]}, by path.  @error not_found  no count was proved here
    Result<std::string> listing() const;
    /// @error not_found
    Result<http::Download> file(std::string_view path) const;
    /// All files in a folder of this name, as a zip archive. @error not_found
    Result<http::Download> archive(const std::string& folder) const;

private:
    store::Store& store_;
    std::mutex& mutex_;
};

}  // namespace isoloir::app
