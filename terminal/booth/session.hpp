#pragma once
// Everything of one voter: language, comfort, what was typed, what is chosen. One value that is wiped when it goes, so
// that nothing reaches the next voter.

#include <cstddef>
#include <string>
#include <vector>

#include "shared/base/money.hpp"
#include "shared/election/election.hpp"
#include "shared/election/voter.hpp"

namespace isoloir::booth {

enum class TextSize { small, medium, large, largest };
enum class Contrast { clear, black, white, soft };

struct Comfort {
    TextSize text{TextSize::medium};
    Contrast contrast{Contrast::clear};
    bool operator==(const Comfort&) const = default;
};

struct Session {
    std::string language;
    Comfort comfort;
    election::IdentifierKind identifier{election::IdentifierKind::national_number};
    std::string typed;                // the identifier, while it is typed and until the vote is cast
    std::vector<std::size_t> chosen;  // project indices, in order of choosing
    std::size_t page{0};              // of the project list
    std::size_t project{0};           // looked at, or the one that does not fit
    std::string tracker;              // once cast

    Session() = default;
    explicit Session(std::string first_language) : language(std::move(first_language)) {}
    ~Session();
    Session(const Session&) = default;
    Session(Session&&) = default;
    /// Wipes what stood here before.
    Session& operator=(Session&& other);

    /// Forgets identifier and choice; language and comfort stay for the receipt screen.
    void forget_vote();

    bool has_chosen(std::size_t candidate) const;
    Money cost(const election::Definition& definition) const;
    /// What may still be spent; of the envelope where the ballot has no ceiling.
    Money left(const election::Definition& definition) const;
    /// Whether `candidate` can be added within the ballot's rules.
    bool has_room_for(const election::Definition& definition, std::size_t candidate) const;
};

}  // namespace isoloir::booth
