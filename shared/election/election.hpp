#pragma once
// What is voted on, as the signed package says it (PROTOCOL.md 3). Plain values; reading and writing stand beside.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/bytes.hpp"
#include "shared/base/money.hpp"
#include "shared/crypto/group.hpp"
#include "shared/crypto/hash.hpp"
#include "shared/crypto/sign.hpp"
#include "shared/election/trustees.hpp"

namespace isoloir::election {

/// A text in several languages: BCP 47 tag ("fr") -> text. In no language at all where a member of a project may be left out.
struct Texts {
    std::map<std::string, std::string> by_language;

    /// The text in `language`, else in a language that there is, else an empty text.
    const std::string& in(const std::string& language) const;
    bool operator==(const Texts&) const = default;
};

/// Where a project lies (WGS 84), in millionths of a degree: 50466900, 4867500 is Namur.
struct Position {
    std::int32_t latitude{0};
    std::int32_t longitude{0};
    bool operator==(const Position&) const = default;
};
constexpr std::int32_t kMicrodegrees = 1'000'000;  // in a degree

struct Project {
    std::string id;  // as in the source file; unique; text, not a number
    Texts title;
    Texts description;  // may hold empty texts
    Money cost;
    std::string place;
    std::string theme;  // a word of the election's own: "nature"; chooses icon and colour where we know it
    std::string proposer;
    std::optional<crypto::Digest> picture{};  // SHA-256 of the file that travels beside the package
    Texts objectives{};                       // what it wants to reach; may hold empty texts, or none
    Texts beneficiaries{};                    // for whom; likewise
    std::optional<Position> position{};
    bool operator==(const Project&) const = default;
};

/// Approval: each chosen project has one vote (with max_cost: knapsack). Points: a voter gives points to projects
/// (Pabulib's cumulative). Ranking: the chosen projects stand in order of preference (Pabulib's ordinal).
enum class BallotKind { approval, points, ranking };

/// What one ballot may hold. A ballot without any project is allowed where min_projects is 0.
struct BallotRules {
    BallotKind kind{BallotKind::approval};
    std::uint32_t min_projects{0};
    std::uint32_t max_projects{0};
    std::optional<Money> max_cost;
    // Of the points kind alone, else 0:
    std::uint32_t max_points{0};      // for one project
    std::uint32_t max_sum_points{0};  // for the ballot
    bool operator==(const BallotRules&) const = default;
};

enum class RuleKind { greedy, greedy_per_cost, equal_shares, phragmen };
enum class Satisfaction { votes, cost, points, borda };
/// What follows equal shares, which alone may leave much of the envelope.
enum class Completion {
    none,
    add1,         // again with one unit of money more for each voter, as long as the winners fit the envelope, until nothing else fits
    add1_greedy,  // the same, and greedily with what is then left
    greedy,       // greedily with what is left
};

/// How ballots are counted; counting_rules.hpp says what each is and what goes with what.
struct Rule {
    RuleKind kind{RuleKind::greedy};
    std::optional<Satisfaction> satisfaction{};  // none: as settled() says
    Completion completion{Completion::none};
    bool skip{true};  // greedy kinds: what does not fit is skipped; else the count ends there
    bool operator==(const Rule&) const = default;
};

/// A chosen project and what the ballot gives it: 1 in an approval, points of the voter's, max_projects − place
/// (counted from 0) in a ranking: Borda's count over the places that a ballot has.
struct Mark {
    std::size_t project{0};  // index into Definition::projects
    std::uint32_t points{1};
    bool operator==(const Mark&) const = default;
};

enum class TieBreak { project_id, ballot_order, lowest_cost, highest_cost };  // project_id decides what is still tied
enum class Counting { live, ceremony };                                       // live: the server itself holds the election key; ceremony: trustees
enum class Ranking { live, sealed };
enum class Precedence { first, kiosk, last };  // which of a voter's ballots counts
enum class PhaseKind { deposit, completion, analysis, vote, results };

struct Phase {
    PhaseKind kind{PhaseKind::vote};
    std::string from;  // ISO 8601 dates, both included: "2022-03-01"
    std::string until;
    bool operator==(const Phase&) const = default;
};

struct Eligibility {
    std::uint32_t minimum_age{0};  // years; judged from the national number alone
    bool national_number{true};
    bool voter_code{false};
    bool roll{false};  // only who stands on the electoral roll votes
    bool operator==(const Eligibility&) const = default;
};

struct Contacts {
    std::string phone;
    std::string mail;
    std::string site{};  // host of the public pages, with ":port" where it is not 443; empty where there is none yet
    bool operator==(const Contacts&) const = default;
};

/// Public keys that everyone trusts once they trust the package.
struct Keys {
    crypto::Element election;  // ballots are encrypted to it
    crypto::PublicKey authority{};
    crypto::PublicKey log{};
    crypto::PublicKey receipts{};
    crypto::PublicKey online{};          // the online channel's device key
    std::optional<Trustees> trustees{};  // who hold the election key in shares; nobody where the server holds it
    bool operator==(const Keys&) const = default;
};

/// An election before it is signed: what an election file describes.
struct Definition {
    Texts title;
    Texts description;
    std::vector<std::string> languages;  // of the interface, first is the default
    std::vector<Phase> phases;
    Money envelope;
    BallotRules ballot;
    Rule rule;
    TieBreak ties{TieBreak::project_id};
    Counting counting{Counting::live};
    Ranking ranking{Ranking::sealed};
    Precedence precedence{Precedence::first};
    std::uint32_t batch_minimum{20};
    Eligibility eligibility;
    Contacts contacts;
    std::vector<Project> projects;  // in ballot order; a project's bit is its index here
    bool operator==(const Definition&) const = default;
};

constexpr std::size_t kMaxProjects = 16 * 232;  // 16 blocks of 29 bytes
// In bytes. All texts together stay so small that a signed package stays below its own bound (kMaxPackageBytes).
constexpr std::size_t kMaxProjectId = 64;
constexpr std::size_t kMaxWord = 200;  // place, theme, proposer, contacts
constexpr std::size_t kMaxText = 20'000;
constexpr std::size_t kMaxAllTexts = 4 * 1024 * 1024;

/// A verified, signed package.
struct Package {
    Definition definition;
    Keys keys;
    crypto::Digest id{};  // SHA-256 of the payload bytes
    std::string jws;      // as signed and received
};

}  // namespace isoloir::election
