#include "shared/wire/terminal_state.hpp"

#include "tests/support/catch.hpp"

using namespace isoloir;

TEST_CASE("what a terminal says of itself reads as it was written")
{
    for (const wire::TerminalState& state : {wire::TerminalState{"0.1.0", 12, 80}, {"0.1.0", 0, std::nullopt}, {"1.2.3-rc1", 1'000'000, 0}})
        CHECK(*wire::read_state(wire::write_state(state)) == state);
    CHECK(wire::write_state({"0.1.0", 12, 80}) == R"({"battery":80,"version":"0.1.0","waiting":12})");
}

TEST_CASE("a state that says too much, too little or nonsense is refused")
{
    for (const char* text : {"", "[]", R"({"waiting":1})", R"({"version":"1"})", R"({"version":"1","waiting":-1})",
                             R"({"version":"1","waiting":1,"battery":101})", R"({"version":1,"waiting":1})"})
        CHECK(wire::read_state(text).error().code == Errc::malformed);
    CHECK(wire::read_state(R"({"version":"1","waiting":1,"voter":"x"})").error().code == Errc::refused);
    CHECK_FALSE(wire::read_state(R"({"version":")" + std::string(65, 'v') + R"(","waiting":1})"));
}
