#pragma once
// The admins' pages as they were built (web/admin), embedded.

#include <cstdint>
#include <span>
#include <string_view>

namespace isoloir::admin {

struct PageFile {
    std::string_view path;  // "/admin/" is the page itself; "/admin/assets/index-HASH.js"
    std::string_view type;
    std::span<const std::uint8_t> bytes;
};

std::span<const PageFile> page_files();

}  // namespace isoloir::admin
