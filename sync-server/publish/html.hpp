#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/election/election.hpp"

namespace isoloir::publish {

/// Text as HTML text or attribute value: nothing in it is markup any more.
std::string escaped(std::string_view text);

/// element("p class=\"lead\"", "a < b") is `<p class="lead">a &lt; b</p>`.
std::string element(std::string_view open, std::string_view text);

/// A text of the election. Where it is not in the page's language, a screen reader is told which it is.
std::string element(std::string_view open, const election::Texts& texts, const std::string& language);

/// An item of a list of files: where it lies, and what it is.
std::string file_item(const std::string& name, std::string_view what);

/// `part` of `whole` as a length: "12.34%", never more than "100.00%".
/// @param part, whole  up to 10^12 (votes, or cents)
std::string percent(std::uint64_t part, std::uint64_t whole);

}  // namespace isoloir::publish
