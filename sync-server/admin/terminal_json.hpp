#pragma once
// The terminals as the desk shows them: who is heard of, and what needs somebody's attention.

#include "sync-server/admin/call.hpp"

namespace isoloir::admin {

/// The terminals that somebody may see: municipal staff their halls' own.
std::vector<app::TerminalStatus> fleet_of(Office& office, const accounts::Who& who);

Json terminal_json(const app::TerminalStatus& terminal, std::int64_t now);
Json counts_json(const std::vector<app::TerminalStatus>& fleet, std::int64_t now);
/// Forked, cheating, lost records, silent for a day with an open poll, records that wait though the terminal is heard of.
Json alarms_json(const std::vector<app::TerminalStatus>& fleet, std::int64_t now);

}  // namespace isoloir::admin
