#pragma once
// The configuration read anew while the server runs.

#include "sync-server/app/arguments.hpp"
#include "sync-server/http/server.hpp"

namespace isoloir::app {

/// The pages' certificate, as the network side takes it.
std::optional<http::Settings::PageFiles> page_files(const operations::Settings& settings);

/// Takes what may change: level and format of the log, and the pages' certificate, which is read anew in any case. Says in the
/// log what else differs and waits for a restart; after an error everything is as it was, and the log says so.
/// @param words    the command line that the server was started with
/// @param running  what is in force; becomes what is in force now
void reload(const std::vector<std::string>& words, operations::Settings& running, http::Server& server);

}  // namespace isoloir::app
