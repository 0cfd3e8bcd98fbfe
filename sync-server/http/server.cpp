#include "sync-server/http/server.hpp"

#include <algorithm>
#include <array>
#include <future>
#include <mutex>
#include <thread>

#include <netinet/in.h>
#include <netinet/tcp.h>

#include "sync-server/http/session.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "shared/base/network.hpp"
#include "shared/base/open_files.hpp"
#include "shared/tls/context.hpp"

namespace isoloir::http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

/// Beyond the limit so many more are told 503; whoever comes after them finds the door shut without a word.
constexpr std::size_t kToldToWait = 64;
constexpr std::chrono::milliseconds kAfterFailedAccept{100};

/// After an outage everybody comes at once, a handshake costs a millisecond, and the kernel's line holds thousands. Whoever
/// stood in it for longer than a terminal waits (15 s) is gone when the turn comes, and so is everybody behind: the server
/// would shake hands with nobody, again and again. Who waited so long is sent off without one, and comes back after a pause
/// that is left to chance; those who came since are served.
constexpr std::uint32_t kLongestInLine = 5'000;  // ms

/// While as many are at work as there may be, newcomers wait in the kernel's line, so that a request under way is soon
/// answered; but one comes in after each such pause, so that nobody keeps the others out by doing nothing.
constexpr std::chrono::milliseconds kLongestAtDoor{10};

/// Since the other side said hello, or connected and said nothing yet.
bool waited_too_long(tcp::socket& socket)
{
    tcp_info info{};
    socklen_t size = sizeof info;
    return ::getsockopt(socket.native_handle(), IPPROTO_TCP, TCP_INFO, &info, &size) == 0 && info.tcpi_last_data_recv > kLongestInLine;
}

/// A full port keeps room for the handshakes of so many networks.
constexpr std::size_t kNetworks = 16;

/// Whether there is a place for a newcomer, or somebody who has more than their share of them gives one up.
bool has_place(const tcp::socket& newcomer, Port& port, const Limits& limits)
{
    if (port.served < limits.connections) return true;
    error_code gone;
    const auto other = newcomer.remote_endpoint(gone);
    const std::size_t share = std::max<std::size_t>(1, limits.connections / kNetworks);
    Open* gives_way = gone ? nullptr : port.handshakes.who_gives_way(network_of(other.address().to_string()), share);
    if (gives_way != nullptr) gives_way->give_way();
    return gives_way != nullptr;
}

/// As many connections as this process may open files for, beside those of the database. Without that a crowd before one port
/// would take the last descriptor, and keep the other port's callers out.
Limits within_open_files(Limits limits)
{
    constexpr std::size_t kOthers = 256;
    const std::size_t files = allow_open_files(2 * (limits.connections + kToldToWait) + kOthers);
    const std::size_t room = std::max(files, 2 * kOthers) - kOthers;
    limits.connections = std::min(limits.connections, room / 2 - std::min(room / 4, kToldToWait));
    return limits;
}

Result<tcp::acceptor> listen(asio::io_context& io, const std::string& at, std::uint16_t port)
{
    error_code failed;
    const auto address = asio::ip::make_address(at, failed);
    if (failed) return fail(Errc::malformed, "not an IP address", at);
    const tcp::endpoint endpoint(address, port);
    tcp::acceptor acceptor(io);
    acceptor.open(endpoint.protocol(), failed);
    if (!failed) acceptor.set_option(tcp::acceptor::reuse_address(true), failed);
    if (!failed) acceptor.bind(endpoint, failed);
    if (!failed) acceptor.listen(asio::socket_base::max_listen_connections, failed);
    if (!failed) acceptor.non_blocking(true, failed);
    if (failed) return fail(Errc::unavailable, "cannot listen: " + failed.message(), at + ":" + std::to_string(port));
    return acceptor;
}

Result<asio::ssl::context> terminal_tls(const crypto::Signer& key, const Service& service)
{
    ISO_TRY(const tls::Identity identity, tls::device_identity(key));
    ISO_TRY(tls::Context context, tls::pinned_server(identity, [&service](const crypto::PublicKey& peer) { return service.admits(peer); }));
    return asio::ssl::context(context.release());
}

Result<asio::ssl::context> page_tls(const std::optional<Settings::PageFiles>& files, const std::filesystem::path& folder)
{
    ISO_TRY(const tls::Identity identity, files ? tls::read_identity(files->certificate, files->key) : tls::page_identity(folder));
    ISO_TRY(tls::Context context, tls::page_server(identity));
    return asio::ssl::context(context.release());
}

asio::awaitable<void> listen_for(tcp::acceptor& acceptor, Port& port, const Limits& limits)
{
    const auto executor = acceptor.get_executor();
    asio::steady_timer pause(executor);
    while (acceptor.is_open()) {
        error_code failed;
        if (port.at_work >= limits.at_work) {
            port.room.expires_after(kLongestAtDoor);
            co_await port.room.async_wait(asio::redirect_error(asio::use_awaitable, failed));
        }
        tcp::socket socket(executor);
        co_await acceptor.async_accept(socket, asio::redirect_error(asio::use_awaitable, failed));
        if (!acceptor.is_open()) co_return;
        if (failed) {  // no descriptors left, most likely: connections that end give some back
            pause.expires_after(kAfterFailedAccept);
            co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, failed));
            continue;
        }
        while (!failed && waited_too_long(socket)) {
            socket = tcp::socket(executor);
            acceptor.accept(socket, failed);  // the next in line; nobody is no failure
        }
        if (failed || (!has_place(socket, port, limits) && port.open.size() >= limits.connections + kToldToWait)) continue;
        socket.set_option(tcp::no_delay(true), failed);
        asio::co_spawn(executor, serve(std::move(socket), port, limits), asio::detached);
    }
}

class RunningServer final : public Server {
public:
    RunningServer(const Settings& settings, Service& service, const Extras& extras, asio::ssl::context terminal_tls, asio::ssl::context page_tls)
        : limits_(within_open_files(settings.limits)),
          folder_(settings.folder),
          watcher_(extras.watcher != nullptr ? *extras.watcher : unwatched_),
          terminals_(
              io_, Door::terminals, watcher_, std::move(terminal_tls), [&service](const Request& request) { return answer_terminal(request, service); },
              [this](const Request&) { return limits_.body_bytes; }, settings.workers),
          pages_(
              io_, Door::pages, watcher_, std::move(page_tls),
              [&service, desk = extras.desk](const Request& request) { return answer_public(request, service, desk); },
              [this, desk = extras.desk](const Request& header) {
                  return desk != nullptr && is_for_desk(header.target) ? desk->body_bytes(header) : limits_.post_bytes;
              },
              settings.workers),
          operations_(
              io_, Door::operations, watcher_, std::nullopt, [figures = extras.figures](const Request& request) { return answer_operations(request, figures); },
              [](const Request&) { return std::size_t{0}; }, 1),
          feed_(io_, pages_.workers, pages_.answer, limits_),
          terminal_acceptor_(io_),
          page_acceptor_(io_),
          operations_acceptor_(io_)
    {
        pages_.feed = &feed_;
        pages_.at_once = [&service](const Request& request) { return answer_health(request, service, false); };
        operations_.at_once = [&service](const Request& request) { return answer_health(request, service, true); };
    }
    ~RunningServer() override { stop(); }

    Status listen_on(const Settings& settings)
    {
        ISO_TRY(terminal_acceptor_, listen(io_, settings.address, settings.port));
        ISO_TRY(page_acceptor_, listen(io_, settings.public_address, settings.public_port));
        port_ = terminal_acceptor_.local_endpoint().port();
        public_port_ = page_acceptor_.local_endpoint().port();
        if (settings.operations_port) {
            ISO_TRY(operations_acceptor_, listen(io_, settings.operations_address, *settings.operations_port));
            operations_port_ = operations_acceptor_.local_endpoint().port();
            asio::co_spawn(io_, listen_for(operations_acceptor_, operations_, limits_), asio::detached);
        }
        asio::co_spawn(io_, listen_for(terminal_acceptor_, terminals_, limits_), asio::detached);
        asio::co_spawn(io_, listen_for(page_acceptor_, pages_, limits_), asio::detached);
        thread_ = std::thread([this] { io_.run(); });
        return {};
    }

    std::uint16_t port() const override { return port_; }
    std::uint16_t public_port() const override { return public_port_; }
    std::optional<std::uint16_t> operations_port() const override { return operations_port_; }

    Status renew_pages(const std::optional<Settings::PageFiles>& files) override
    {
        ISO_TRY(asio::ssl::context fresh, page_tls(files, folder_));
        // Connections that are open keep what they were shown: OpenSSL counts who still needs it.
        const auto context = std::make_shared<asio::ssl::context>(std::move(fresh));
        asio::post(io_, [this, context] { pages_.tls = std::move(*context); });
        return {};
    }

    bool answers(std::chrono::milliseconds within) override
    {
        const auto reached = std::make_shared<std::promise<void>>();
        asio::post(io_, [reached] { reached->set_value(); });
        return reached->get_future().wait_for(within) == std::future_status::ready;
    }

    void stop() override
    {
        std::call_once(stopped_, [this] {
            if (!thread_.joinable()) return;
            asio::post(io_, [this] { begin_stop(); });
            thread_.join();  // `io_` has no work left once every connection is closed
            terminals_.workers.join();
            pages_.workers.join();
            operations_.workers.join();
        });
    }

private:
    void begin_stop()
    {
        for (tcp::acceptor* acceptor : {&terminal_acceptor_, &page_acceptor_, &operations_acceptor_}) acceptor->close();
        feed_.stop();
        for (Port* port : ports_) {
            port->stopping = true;
            for (Open* open : port->open)
                if (open->is_idle()) open->close();
        }
        give_up_.expires_after(limits_.stop);
        give_up_.async_wait([this](const error_code&) { close_all(); });
        wait_for_quiet();
    }

    /// Looks now and then whether the last request is answered, so that stopping takes no longer than it must.
    void wait_for_quiet()
    {
        if (std::all_of(ports_.begin(), ports_.end(), [](const Port* port) { return port->open.empty(); })) {
            give_up_.cancel();
            return;
        }
        look_.expires_after(std::chrono::milliseconds(10));
        look_.async_wait([this](const error_code&) { wait_for_quiet(); });
    }

    void close_all()
    {
        for (Port* port : ports_)
            for (Open* open : port->open) open->close();
    }

    const Limits limits_;
    const std::filesystem::path folder_;
    Watcher unwatched_;
    Watcher& watcher_;
    asio::io_context io_{1};
    Port terminals_;
    Port pages_;
    Port operations_;
    const std::array<Port*, 3> ports_{&terminals_, &pages_, &operations_};
    Feed feed_;
    tcp::acceptor terminal_acceptor_;
    tcp::acceptor page_acceptor_;
    tcp::acceptor operations_acceptor_;
    asio::steady_timer give_up_{io_};
    asio::steady_timer look_{io_};
    std::uint16_t port_{0};
    std::uint16_t public_port_{0};
    std::optional<std::uint16_t> operations_port_;
    std::thread thread_;
    std::once_flag stopped_;
};

}  // namespace

const char* name_of(Door door)
{
    switch (door) {
        case Door::terminals: return "terminals";
        case Door::pages: return "public";
        case Door::operations: return "operations";
    }
    return "";
}

Result<std::unique_ptr<Server>> Server::start(const Settings& settings, const crypto::Signer& key, Service& service, const Extras& extras)
{
    ISO_TRY(asio::ssl::context terminals, terminal_tls(key, service));
    ISO_TRY(asio::ssl::context pages, page_tls(settings.pages, settings.folder));
    auto server = std::make_unique<RunningServer>(settings, service, extras, std::move(terminals), std::move(pages));
    ISO_CHECK(server->listen_on(settings));
    return server;
}

}  // namespace isoloir::http
