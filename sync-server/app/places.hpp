#pragma once
// Names of the store's documents and numbers that several parts of the centre use.

namespace isoloir::app {

inline constexpr const char* kDraft = "draft";                 // an election file in the making
inline constexpr const char* kDraftVersion = "draft-version";  // rises with each save

}  // namespace isoloir::app
