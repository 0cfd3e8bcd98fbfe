#pragma once
// An election file in the making, until it is sealed: signed, and never changed again.

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "shared/election/election_file.hpp"
#include "sync-server/store/store.hpp"

namespace isoloir::app {

struct Draft {
    std::uint64_t version{0};  // rises with each save
    std::string file;          // JSON; empty: none yet
    std::vector<std::string> pictures;
};

class Drafts {
public:
    /// @param mutex  whoever uses the store holds it; both are lent
    Drafts(store::Store& store, std::mutex& mutex) : store_(store), mutex_(mutex) {}

    Result<Draft> read() const;
    /// @param version  of the draft that this one is made from
    /// @error conflict  somebody else saved meanwhile;  refused  the election is sealed;  malformed  no JSON object
    Result<Draft> put(std::uint64_t version, const std::string& file);
    /// @param name  a plain file name;  @error refused  no picture
    Status put_picture(const std::string& name, std::string_view file);
    Result<std::string> picture(const std::string& name) const;
    /// @return  whether it was there
    Result<bool> remove_picture(const std::string& name);
    /// Nothing, or the first thing that must be mended before it can be sealed.
    Status check() const;

    // For whoever seals it and holds the lock.
    /// @error conflict  somebody else saved meanwhile;  what check() says
    Result<election::ElectionFile> file_of(std::uint64_t version) const;
    Status remove();

private:
    Result<election::ElectionFile> file() const;
    Status change(std::optional<std::uint64_t> version, const std::function<Status()>& change);

    store::Store& store_;
    std::mutex& mutex_;
};

}  // namespace isoloir::app
