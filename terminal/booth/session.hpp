#pragma once
// Everything of one voter: language, comfort, what was typed, what is chosen. One value that is wiped when it goes, so
// that nothing reaches the next voter.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/money.hpp"
#include "shared/election/election.hpp"
#include "shared/election/voter.hpp"
#include "terminal/booth/comfort.hpp"

namespace isoloir::booth {

enum class Order { shuffled, by_cost, by_place };
enum class Facet { order, theme, place };  // by what the list is being narrowed

/// What of the projects is shown, and in which order.
struct Browsing {
    std::vector<std::size_t> shuffle;  // all projects as this voter finds them; drawn for the session, its seed is not kept
    Order order{Order::shuffled};
    std::optional<std::size_t> theme;  // index into themes_of()
    std::optional<std::size_t> place;  // index into places_of()
    std::string search;
    std::size_t page{0};
    Facet facet{Facet::theme};
    std::size_t list_page{0};  // of the filter's choices, or of what is reviewed

    bool is_filtered() const { return theme || place || !search.empty(); }
};

struct Session {
    std::string language;
    Comfort comfort;
    election::IdentifierKind identifier{election::IdentifierKind::national_number};
    std::string typed;                   // the identifier, while it is typed and until the vote is cast
    std::vector<election::Mark> chosen;  // in order of choosing; in a ranking, that is the order of preference
    Browsing browsing;
    std::size_t project{0};  // looked at, or the one that does not fit
    std::string tracker;     // once sealed
    std::string challenge;   // what opens a spoilt ballot, for its QR code

    Session() = default;
    explicit Session(std::string first_language) : language(std::move(first_language)) {}
    ~Session();
    Session(const Session&) = default;
    Session(Session&&) = default;
    /// Wipes what stood here before.
    Session& operator=(Session&& other);

    /// Forgets identifier and choice; language and comfort stay for the receipt screen.
    void forget_vote();
    void forget_sealed();

    bool has_chosen(std::size_t candidate) const { return points_of(candidate) > 0; }
    /// What the ballot gives `candidate`: 0 when it is not chosen.
    std::uint32_t points_of(std::size_t candidate) const;
    /// Place in a ranking, from 1; 0 when it is not chosen.
    std::size_t rank_of(std::size_t candidate) const;
    std::uint32_t points() const;
    Money cost(const election::Definition& definition) const;
    /// What may still be spent; of the envelope where the ballot has no ceiling.
    Money left(const election::Definition& definition) const;
    /// Whether one more mark, or point, for `candidate` is within the ballot's rules.
    bool has_room_for(const election::Definition& definition, std::size_t candidate) const;
};

/// The themes, and the places, of an election's projects, each once, in ballot order.
std::vector<std::string> themes_of(const election::Definition& definition);
std::vector<std::string> places_of(const election::Definition& definition);

}  // namespace isoloir::booth
