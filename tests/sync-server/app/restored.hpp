#pragma once

#include "tests/support/a_server_folder.hpp"

namespace isoloir::test {

/// What stands in the place of a server that was lost.
struct Restored {
    TemporaryFolder root;
    std::filesystem::path path{root / "centre"};
    std::string database{a_database()};
    std::unique_ptr<app::Centre> centre;

    /// From the file and the key that was kept apart.
    Status from(AServerFolder& lost, const std::filesystem::path& backup)
    {
        std::filesystem::create_directories(path);
        std::filesystem::copy_file(lost.path / "store.key", path / "store.key", std::filesystem::copy_options::overwrite_existing);
        ISO_TRY(auto folder, store::restore_folder({path, std::nullopt, database}, backup, nobody_watches));
        ISO_TRY(centre, app::Centre::open(std::move(folder), lost.clock, lost.random));
        return centre->begin_log_anew();
    }
};

}  // namespace isoloir::test
