#pragma once
// All tables of one database into another, whatever engines they are: a backup is an embedded database file, and a backup
// of one engine is restored into the other.

#include "sync-server/store/connection.hpp"

namespace isoloir::store {

/// Copies into a database that has the tables and nothing in them, in one transaction there. The caller sees to it that
/// `from` is read as it is at one moment.
/// @param advance  told how many more leaves were copied
/// @error conflict  `to` holds something already
Status copy_tables(Connection& from, Connection& to, const std::function<void(std::uint64_t leaves)>& advance);

}  // namespace isoloir::store
