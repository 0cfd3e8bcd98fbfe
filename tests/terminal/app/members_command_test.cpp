#include "terminal/app/members_command.hpp"

#include <iostream>
#include <sstream>

#include <fcntl.h>
#include <unistd.h>

#include "terminal/journal/staff_log.hpp"
#include "tests/support/a_server_folder.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir;
using namespace isoloir::test;

namespace {

/// While it lives, this is what was piped in, and nobody sits at the keyboard.
class Piped {
public:
    explicit Piped(const std::string& text) : text_(text), before_(std::cin.rdbuf(text_.rdbuf())), keyboard_(::dup(STDIN_FILENO))
    {
        const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
        ::dup2(nothing, STDIN_FILENO);
        ::close(nothing);
    }
    ~Piped()
    {
        std::cin.rdbuf(before_);
        std::cin.clear();
        ::dup2(keyboard_, STDIN_FILENO);
        ::close(keyboard_);
    }
    Piped(const Piped&) = delete;
    Piped& operator=(const Piped&) = delete;

private:
    std::istringstream text_;
    std::streambuf* before_;
    int keyboard_;
};

}  // namespace

TEST_CASE("a PIN that is piped in opens staff mode for its member, until they are removed; an easy or missing one is refused")
{
    AServerFolder centre;
    auto journal = journal::Journal::create(centre.root / "journal", "quatre mots de passe", "Jambes 1", centre.random).value();
    REQUIRE(journal.provision(centre.centre->approve({journal.device().public_key(), "Jambes 1"}, "Jambes", "localhost", 8443).value()));
    const auto add = [&](const std::string& piped) {
        const Piped pipe(piped);
        return app::add_member(journal, centre.clock, "Anne").has_value();
    };
    CHECK_FALSE(add(""));
    CHECK_FALSE(add("123456\n"));
    CHECK_FALSE(add("Anne\n"));
    REQUIRE(add("480213\n"));
    CHECK_FALSE(add("739154\n"));
    CHECK(journal::StaffLog(journal).check_pin("Anne", "480213", 3, centre.clock.hour()).value());
    CHECK(journal::StaffLog(journal).events(1, 1)->front().body.kind == ballot::EventKind::staff_added);
    REQUIRE(app::remove_member(journal, centre.clock, "Anne"));
    CHECK_FALSE(app::remove_member(journal, centre.clock, "Anne"));
    CHECK_FALSE(journal::StaffLog(journal).check_pin("Anne", "480213", 3, centre.clock.hour()));
}
