#include "shared/wire/terminal_state.hpp"

#include "shared/base/text.hpp"
#include "shared/wire/json.hpp"

namespace isoloir::wire {
namespace {

constexpr std::size_t kMaxVersion = 64;
constexpr std::int64_t kMaxWaiting = 1'000'000'000;

}  // namespace

std::string write_state(const TerminalState& state)
{
    Json json = {{"version", state.version}, {"waiting", state.waiting}};
    if (state.battery) json["battery"] = *state.battery;
    return json.dump();
}

Result<TerminalState> read_state(std::string_view text)
{
    ISO_TRY(const Json json, parse_json(text));
    ObjectReader reader(json, "");
    TerminalState state;
    ISO_TRY(state.version, reader.text("version", kMaxVersion));
    if (!is_plain_line(state.version)) return fail(Errc::malformed, "this is no version of a program", reader.place("version"));
    ISO_TRY(const auto waiting, reader.integer("waiting", 0, kMaxWaiting));
    state.waiting = static_cast<std::uint64_t>(waiting);
    if (reader.has("battery")) {
        ISO_TRY(const auto battery, reader.integer("battery", 0, 100));
        state.battery = static_cast<std::uint8_t>(battery);
    }
    ISO_CHECK(reader.finish());
    return state;
}

}  // namespace isoloir::wire
