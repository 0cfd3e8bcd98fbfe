#pragma once
// From what is written to what is read out: no markup, amounts as words that a voice knows, codes letter by letter.

#include <string>
#include <string_view>

#include "terminal/locales/catalogue.hpp"

namespace isoloir::voice {

/// @param markup  whether `label` is Pango markup
/// @return  the label as it is said: "126 450 €" becomes "126450 euros"; a thin space would make two numbers of it
std::string read_out(const std::string& label, bool markup, const locales::Catalogue& words);

/// Whether a status holds a code to be spelt: digits, capitals and what parts them; "_" stands for what is not typed yet.
bool is_code(std::string_view label);

/// A code sign by sign, a sentence a group: "7; K, comme Kilomètre; 2. 9; D, …". How many groups there are, or, while it
/// is typed, how many signs, comes first.
std::string spell(std::string_view code, const locales::Catalogue& words);

/// The same for the sign typed last alone, and how many stand there.
std::string spell_last(std::string_view code, const locales::Catalogue& words);

}  // namespace isoloir::voice
