#include <ostream>

#include <nlohmann/json.hpp>

#include "sync-server/http/console.hpp"
#include "sync-server/http/console_socket.hpp"

namespace isoloir::http {
namespace {

constexpr std::size_t kMaxAnswerBytes = 16 * 1024 * 1024;
constexpr std::chrono::milliseconds kSendDeadline{10'000};
constexpr std::chrono::milliseconds kForAsLongAsItTakes{-1};  // a count may run for hours

}  // namespace

Result<int> run_remotely(const std::filesystem::path& socket, const std::vector<std::string>& args, std::ostream& out, std::ostream& err)
{
    ISO_TRY(ConsoleSocket server, ConsoleSocket::connect(socket));
    const nlohmann::json request = {{"args", args}};
    ISO_CHECK(server.send(request.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n", kSendDeadline));
    for (;;) {
        ISO_TRY(const std::string line, server.line(kMaxAnswerBytes, kForAsLongAsItTakes));
        const auto json = nlohmann::json::parse(line, nullptr, false);
        if (!json.is_object() || json.size() != 1) return fail(Errc::malformed, "what answers here is no console of ours", socket.string());
        const auto member = json.begin();
        const std::string& name = member.key();
        const auto& value = member.value();
        if (name == "exit" && value.is_number_integer()) return value.get<int>();
        if ((name != "out" && name != "err") || !value.is_string()) return fail(Errc::malformed, "what answers here is no console of ours", socket.string());
        (name == "out" ? out : err) << value.get<std::string>() << std::flush;
    }
}

}  // namespace isoloir::http
