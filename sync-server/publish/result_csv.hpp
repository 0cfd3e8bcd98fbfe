#pragma once
// The ranking for a spreadsheet, as those of Belgium open it without a question: UTF-8 with a byte order mark, semicolons,
// CRLF, cells quoted as RFC 4180 has it.

#include <string>
#include <string_view>

#include "shared/base/result.hpp"
#include "sync-server/publish/standing.hpp"

namespace isoloir::publish {

/// Rank, reference, title, place, theme, cost, votes or points, verdict and its reason: a head and a line for each project, as the
/// outcome ranks them. Where there were ballots from halls and online, and they were counted apart, the votes of each stand behind
/// those of both. Behind the reason stands the round in which a project was funded: its number, what decided in words and
/// exactly (a fraction behind an apostrophe, lest it become a day), supporters and, of equal shares, how many gave all they had.
/// Costs have no thousands' mark and a decimal comma, in English a point: in each language what its spreadsheets read as a number.
/// @error not_found  nothing is counted yet
/// Source: RFC 4180; OWASP, CSV Injection
Result<std::string> result_csv(const Standing& standing, std::string_view language);

}  // namespace isoloir::publish
