#pragma once
// The server as it ships, in a process of its own: everybody comes to it over the network, and what it holds is compared
// before and after an attack.

#include "shared/base/encoding.hpp"
#include "tests/attacks/a_visitor.hpp"
#include "tests/journeys/election_day.hpp"
#include "tests/support/a_terminal.hpp"
#include "tests/support/sanitized.hpp"

namespace isoloir::test {

class ABesiegedCentre {
public:
    enum class Begins { with_an_election, with_nothing };
    /// @param under  what starts the server, as "prlimit --nofile=1024"
    explicit ABesiegedCentre(Begins begins = Begins::with_an_election, const Words& under = {});

    Visitor stranger() const { return {ports_.open}; }
    /// Somebody accepts an invitation and is logged in.
    Visitor person(const std::string& name, const std::string& role = "admin", const std::vector<std::string>& halls = {}) const;
    Visitor log_in(const Visitor& person) const;
    /// An invitation's code.
    std::string invite(const std::string& name, const std::string& role, const std::vector<std::string>& halls = {}) const;

    /// A terminal of this hall, with its poll open (not sent yet).
    ATerminal a_terminal(const std::string& hall = "Jambes");
    const election::Package& package() const { return *package_; }
    RawClient connected(const ATerminal& terminal) const { return RawClient(ports_.terminals, &terminal.device()); }
    static std::string place_of(const ATerminal& terminal) { return "/v1/terminals/" + to_base64url(terminal.id()); }
    static std::string post(const std::string& target, std::string_view body);
    /// Sends records from so many on. @return  the answer: a receipt, or why not
    Answer send(const ATerminal& terminal, std::size_t first = 0) const;
    std::uint16_t terminals_port() const { return ports_.terminals; }
    std::uint16_t public_port() const { return ports_.open; }

    /// What must be the same after an attack as before it: the merge report, and the signed log.
    struct Whole {
        Json report;
        std::string checkpoint;
        bool operator==(const Whole&) const = default;
    };
    Whole whole() const;
    /// Fails unless the server runs, holds what it held, and takes the next honest ballot as ever.
    void survived(const Whole& before);

    /// Fails unless one line of the server's log says all of this, from a place in it on.
    void logged(const std::vector<std::string>& parts, std::size_t from = 0) const;
    std::string log() const { return server_->err(); }
    /// The newest last.
    Json audit() const { return Json::parse(printed(day_.centre({"audit", "--json"}))); }
    /// How many entries are of this account and act, with this outcome.
    std::size_t audited(const std::string& account, const std::string& act, const std::string& outcome) const;
    /// The most memory that the process ever had, in bytes.
    std::size_t peak_memory() const;
    /// Always so where a sanitizer takes its own.
    bool took_less_than(std::size_t bytes) const { return test::kSanitized || peak_memory() < bytes; }
    /// From now on.
    void forget_peak_memory() const;
    ElectionDay& day() { return day_; }

private:
    struct Ports {
        std::uint16_t terminals{0};
        std::uint16_t open{0};
    };
    crypto::SystemRandom random_;
    ElectionDay day_;
    std::optional<Process> server_;
    Ports ports_;
    std::optional<election::Package> package_;
    std::optional<ATerminal> honest_;
    std::uint64_t voters_{1'000'000};
};

}  // namespace isoloir::test
