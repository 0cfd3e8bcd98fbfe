#include "sync-server/http/console.hpp"

#include <ostream>
#include <streambuf>
#include <thread>

#include <nlohmann/json.hpp>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include "sync-server/http/console_socket.hpp"

namespace isoloir::http {
namespace {

constexpr std::size_t kMaxRequestBytes = 64 * 1024;
constexpr std::chrono::milliseconds kDeadline{10'000};

std::string frame(const char* name, const nlohmann::json& value)
{
    const nlohmann::json json = {{name, value}};
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

/// Sends what a command prints as {"out":…} lines, a line of text at a time, so that progress is seen as it happens.
/// A client that went away changes nothing for the command.
class Framed final : public std::streambuf {
public:
    Framed(ConsoleSocket& client, const char* name) : client_(client), name_(name) {}

protected:
    int_type overflow(int_type c) override
    {
        if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
        text_ += traits_type::to_char_type(c);
        if (text_.back() == '\n') sync();
        return c;
    }
    std::streamsize xsputn(const char* text, std::streamsize size) override
    {
        text_.append(text, static_cast<std::size_t>(size));
        if (text_.find('\n') != std::string::npos) sync();
        return size;
    }
    int sync() override
    {
        if (!text_.empty() && !gone_) gone_ = !client_.send(frame(name_, text_), kDeadline);
        text_.clear();
        return 0;
    }

private:
    ConsoleSocket& client_;
    const char* name_;
    std::string text_;
    bool gone_{false};
};

/// Root may be anyone, so it is let in as well.
bool is_same_user(const ConsoleSocket& client)
{
    ucred peer{};
    socklen_t size = sizeof peer;
    return ::getsockopt(client.get(), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && (peer.uid == ::geteuid() || peer.uid == 0);
}

Result<std::vector<std::string>> read_arguments(const std::string& line)
{
    const auto json = nlohmann::json::parse(line, nullptr, false);
    const auto malformed = fail(Errc::malformed, "the console expects {\"args\":[…]}");
    if (!json.is_object() || json.size() != 1 || !json.contains("args") || !json["args"].is_array()) return malformed;
    std::vector<std::string> arguments;
    for (const auto& argument : json["args"]) {
        if (!argument.is_string()) return malformed;
        arguments.push_back(argument.get<std::string>());
    }
    return arguments;
}

class ListeningConsole final : public Console {
public:
    ListeningConsole(std::filesystem::path path, ConsoleSocket socket, ConsoleSocket wake, Command command)
        : path_(std::move(path)), socket_(std::move(socket)), wake_(std::move(wake)), command_(std::move(command)), thread_([this] { listen(); })
    {
    }
    ~ListeningConsole() override
    {
        ::eventfd_write(wake_.get(), 1);
        thread_.join();
        ::unlink(path_.c_str());
    }

private:
    void listen()
    {
        for (;;) {
            pollfd waited[2] = {{socket_.get(), POLLIN, 0}, {wake_.get(), POLLIN, 0}};
            if (::poll(waited, 2, -1) < 0) continue;
            if (waited[1].revents != 0) return;
            ConsoleSocket client(::accept4(socket_.get(), nullptr, nullptr, SOCK_CLOEXEC));
            if (client.get() >= 0 && is_same_user(client)) serve(client);
        }
    }

    void serve(ConsoleSocket& client)
    {
        Framed framed_out(client, "out");
        Framed framed_err(client, "err");
        std::ostream out(&framed_out);
        std::ostream err(&framed_err);
        const int code = run(client, out, err);
        out.flush();
        err.flush();
        static_cast<void>(client.send(frame("exit", code), kDeadline));  // a client that left needs no answer
    }

    int run(ConsoleSocket& client, std::ostream& out, std::ostream& err)
    {
        const auto line = client.line(kMaxRequestBytes, kDeadline);
        const auto arguments = line ? read_arguments(*line) : Result<std::vector<std::string>>(tl::make_unexpected(line.error()));
        if (!arguments) {
            err << arguments.error().text() << '\n';
            return 2;
        }
        try {
            return command_(*arguments, out, err);
        } catch (const std::exception& error) {
            err << "the command broke off: " << error.what() << '\n';
            return 1;
        }
    }

    std::filesystem::path path_;
    ConsoleSocket socket_;
    ConsoleSocket wake_;
    Command command_;
    std::thread thread_;
};

}  // namespace

Result<std::unique_ptr<Console>> Console::open(const std::filesystem::path& path, Command command)
{
    ISO_TRY(ConsoleSocket socket, ConsoleSocket::listen(path));
    ConsoleSocket wake(::eventfd(0, EFD_CLOEXEC));
    if (wake.get() < 0) return fail(Errc::io, "cannot open the console: no descriptors left", path.string());
    return std::make_unique<ListeningConsole>(path, std::move(socket), std::move(wake), std::move(command));
}

}  // namespace isoloir::http
