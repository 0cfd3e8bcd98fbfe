#pragma once
// A share on one page of A4, as words and as a QR code.

#include <chrono>
#include <filesystem>

#include "shared/proof/ceremony.hpp"
#include "sync-server/trustee/paper_words.hpp"

namespace isoloir::trustee {

/// @param key    of which it is a share
/// @param fonts  folder with the TrueType files; without any, those of the system
/// @param made   what the page says of itself
/// @return       the bytes of a PDF
/// @error not_found  there is no font at all;  internal
Result<std::string> backup_page(const PaperShare& share, const proof::TrusteesKey& key, const std::filesystem::path& fonts, std::chrono::sys_seconds made);

}  // namespace isoloir::trustee
