#pragma once
// The process and its disk, under the names that Prometheus' own libraries give them.

#include <filesystem>

#include "sync-server/figures/family.hpp"

namespace isoloir::figures {

/// @param data  the folder whose disk is looked at
Families process_families(const std::filesystem::path& data);

}  // namespace isoloir::figures
