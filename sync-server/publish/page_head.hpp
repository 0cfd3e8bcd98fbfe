#pragma once
// What all pages have around them: head, header with the way to the other languages, and whom to ask.

#include <string>

#include "sync-server/publish/standing.hpp"
#include "sync-server/publish/words.hpp"

namespace isoloir::publish {

/// From the doctype to the end of the head.
/// @param scripts  elements of this server's scripts, or nothing
std::string page_head(const std::string& title, const Words& words, const std::string& scripts = {});

/// @param first  what stands before the languages: markup
/// @param page   the rest of the page's address after its language: "", "/find?tracker=…"
std::string page_header(const std::string& first, const std::string& page, const Words& words);

std::string page_footer(const election::Contacts& contacts, const Words& words);

}  // namespace isoloir::publish
