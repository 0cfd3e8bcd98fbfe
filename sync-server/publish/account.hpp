#pragma once
// The account of the ballots, at any time: how many, from where, what became of them, and how anyone can check.

#include <map>
#include <string>

#include "sync-server/publish/standing.hpp"
#include "sync-server/publish/words.hpp"

namespace isoloir::publish {

/// The hall, or what stands for it.
std::string channel_name(const intake::ChannelReport& channel, const Words& words);

/// How many were refused for each reason that the public may know.
std::map<std::string, std::uint64_t> public_reasons(const intake::Report& report, const Words& words);

std::string by_place(const Standing& standing, const Words& words);

/// Every ballot received is in one of its lines.
std::string merge_report(const Standing& standing, const Words& words);

std::string proof(const Standing& standing, const Words& words);

}  // namespace isoloir::publish
