#pragma once
// Reports of imports, for whoever asks later how one went.

#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sync-server/store/store.hpp"

namespace isoloir::app {

class ImportReports {
public:
    /// @param mutex  whoever uses the store holds it; both are lent
    ImportReports(store::Store& store, std::mutex& mutex) : store_(store), mutex_(mutex) {}

    /// @return  the report's number
    Result<std::uint64_t> add(std::string_view json);
    Status put(std::uint64_t number, std::string_view json);
    Result<std::optional<std::string>> read(std::uint64_t number) const;
    Result<std::vector<std::pair<std::uint64_t, std::string>>> newest(std::size_t limit) const;

private:
    store::Store& store_;
    std::mutex& mutex_;
};

}  // namespace isoloir::app
