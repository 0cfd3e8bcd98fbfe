#pragma once

#include <string>
#include <vector>

#include "shared/wire/sync.hpp"

namespace isoloir::sync {

/// As many of the first lines as one request may hold (wire::kMaxBatchLines, wire::kMaxBatchBytes); at least one.
std::string batch_of(const std::vector<wire::BatchLine>& lines);

}  // namespace isoloir::sync
