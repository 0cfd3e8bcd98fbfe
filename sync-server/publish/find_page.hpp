#pragma once
// The page on which a resident looks a ballot up by the tracker on the receipt. It tells what anyone can read from the log, in
// plain words; of the choice it knows nothing.

#include <optional>
#include <string>

#include "shared/base/bytes.hpp"
#include "sync-server/publish/standing.hpp"
#include "sync-server/publish/words.hpp"
#include "sync-server/store/reason.hpp"

namespace isoloir::publish {

/// A ballot in the log.
struct Lookup {
    store::Reason reason{store::Reason::accepted};
    std::string channel;  // as in the report: the hall, "online" or "unknown"
    std::uint64_t leaf{0};
};

struct Search {
    std::string typed;                       // empty before anything was
    std::optional<ByteArray<10>> tracker{};  // what it reads as
    std::optional<Lookup> found{};
};

/// @param language  one of kLanguages
std::string find_page(const election::Definition& definition, Phase phase, std::string_view language, const Search& search);

}  // namespace isoloir::publish
