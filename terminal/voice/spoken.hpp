#pragma once
// What is said of a screen: pure, from its tree of nodes and the words of a language. What can be seen can be heard.

#include <string>

#include "terminal/locales/catalogue.hpp"
#include "terminal/ui/node.hpp"

namespace isoloir::voice {

/// What has the focus: its name, what stands in it and in the list item around it, role, state, place in the list, hint.
/// @param id  of a node in `tree`; nothing is said of another
std::string spoken(const ui::Node& tree, const std::string& id, const locales::Catalogue& words);

/// On arrival: heading, texts and status from top to bottom, what the list holds that no button will say, how to move.
std::string spoken_screen(const ui::Node& tree, const locales::Catalogue& words);

/// After a press that stayed on the screen: the focused node if it is another now, and every line that is new.
/// @param focused  may be empty
std::string spoken_change(const ui::Node& before, const ui::Node& after, const std::string& focused, const locales::Catalogue& words);

/// The language that a node is to be said in: the one it offers ("start.nl", "language.nl"), else `otherwise`.
std::string language_of(const std::string& id, const std::string& otherwise);

}  // namespace isoloir::voice
