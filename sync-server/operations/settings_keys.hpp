#pragma once
// The table of all settings: what each is called in the file, what is expected there, and where it goes.

#include <functional>
#include <string>
#include <vector>

#include "sync-server/operations/settings.hpp"
#include "sync-server/operations/toml.hpp"

namespace isoloir::operations {

struct Key {
    const char* section;  // empty: before all sections
    const char* name;
    const char* expected;
    std::function<bool(const toml::node&, Settings&)> read;  // false: not what is expected
    std::function<std::string(const Settings&)> shown;       // as TOML; empty: not set

    std::string full_name() const { return section[0] == '\0' ? name : std::string(section) + "." + name; }
};

/// In the order in which a file shows them.
const std::vector<Key>& keys();

/// What somebody may have meant: a key or a section, in words.
/// @param name  as "terminals.prot"
std::string nearest(const std::string& name);

}  // namespace isoloir::operations
