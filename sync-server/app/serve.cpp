#include "sync-server/app/serve.hpp"

#include <cstdlib>
#include <ostream>

#include <nlohmann/json.hpp>

#include "shared/base/encoding.hpp"
#include "shared/base/file.hpp"
#include "sync-server/app/commands.hpp"
#include "sync-server/app/follower.hpp"
#include "sync-server/app/live_count.hpp"
#include "sync-server/app/port_log.hpp"
#include "sync-server/app/pulse.hpp"
#include "sync-server/app/reload.hpp"
#include "sync-server/app/view_count.hpp"
#include "sync-server/http/console.hpp"
#include "sync-server/operations/supervisor.hpp"

namespace isoloir::app {
namespace {

constexpr const char* kAddresses = "addresses.json";
constexpr int kDiskFailed = 74;  // EX_IOERR of sysexits.h

/// How a person on this machine reaches what listens on `bind`.
std::string host_of(const std::string& bind)
{
    if (bind == "0.0.0.0" || bind == "::") return "localhost";
    return bind.find(':') == std::string::npos ? bind : "[" + bind + "]";
}

/// The file that says where the server listens; goes with it.
class AddressFile {
public:
    static Result<AddressFile> write(const std::filesystem::path& folder, const http::Server& server, const std::string& page)
    {
        nlohmann::ordered_json json = {{"port", server.port()}, {"public_port", server.public_port()}, {"public", page}};
        if (const auto operations = server.operations_port()) json["operations_port"] = *operations;
        const auto path = folder / kAddresses;
        ISO_CHECK(write_file(path, json.dump() + "\n"));
        return AddressFile(path);
    }
    AddressFile(AddressFile&& other) noexcept : path_(std::exchange(other.path_, {})) {}
    AddressFile& operator=(AddressFile&&) = delete;
    ~AddressFile()
    {
        std::error_code ignored;
        if (!path_.empty()) std::filesystem::remove(path_, ignored);
    }

private:
    explicit AddressFile(std::filesystem::path path) : path_(std::move(path)) {}
    std::filesystem::path path_;
};

http::Settings network_settings(const operations::Settings& settings)
{
    http::Settings network;
    network.address = settings.terminals.address;
    network.port = settings.terminals.port;
    network.public_address = settings.pages.address;
    network.public_port = settings.pages.port;
    network.operations_address = settings.operations.address;
    network.operations_port = settings.operations.port;
    network.pages = page_files(settings);
    network.folder = settings.data;
    network.limits.connections = settings.limits.connections;
    network.limits.readers = settings.limits.live_readers;
    network.limits.stop = std::chrono::seconds(settings.limits.stop_seconds);
    return network;
}

}  // namespace

Status serve(const Arguments& arguments, Centre& centre, const http::Extras& extras, Signals& signals, std::ostream& out)
{
    operations::Settings settings = arguments.settings;
    // After a failed write nothing in memory may be trusted over what is on the disk: end at once, and read it again at the next start.
    centre.on_failure([](const Error&) { std::_Exit(kDiskFailed); });
    // A server that was killed left its addresses behind: whoever waits for ours must not read those.
    std::error_code ignored;
    std::filesystem::remove(settings.data / kAddresses, ignored);
    const auto follower = centre.shares_database() ? std::make_unique<Follower>(centre) : nullptr;
    const LiveCount live_count(centre);
    const ViewCount view_count(centre);
    PortLog port_log(extras.watcher);
    http::Extras logged = extras;
    logged.watcher = &port_log;
    ISO_TRY(const auto server, http::Server::start(network_settings(settings), centre.keys().tls, centre, logged));
    ISO_TRY(const auto console,
            http::Console::open(settings.data / "console.sock", [&](const std::vector<std::string>& args, std::ostream& to, std::ostream& errors) {
                return run_command(args, centre, to, errors);
            }));
    const std::string page = "https://" + host_of(settings.pages.address) + ":" + std::to_string(server->public_port()) + "/";
    ISO_TRY(const auto addresses, AddressFile::write(settings.data, *server, page));
    const Pulse pulse(centre, *server);
    operations::Fields started{{"version", ISOLOIR_VERSION},
                               {"engine", centre.shares_database() ? "postgresql" : "sqlcipher"},
                               {"records", centre.log_size()},
                               {"address", settings.terminals.address},
                               {"port", server->port()},
                               {"public_address", settings.pages.address},
                               {"public_port", server->public_port()}};
    if (const auto port = server->operations_port())
        started.insert(started.end(), {{"operations_address", settings.operations.address}, {"operations_port", *port}});
    operations::info("started", started);
    out << "Terminals     " << settings.terminals.address << " port " << server->port() << ", key " << to_hex(centre.keys().tls.public_key()) << '\n'
        << "Public pages  " << page << '\n'
        << "Admins        " << page << "admin/\n";
    if (const auto port = server->operations_port())
        out << "Operations    http://" << host_of(settings.operations.address) << ':' << *port << "/metrics and /healthz\n";
    out << "Stop with Ctrl-C; other commands work meanwhile." << std::endl;
    operations::tell_ready();
    while (signals.wait() == Signals::Wish::reload) {
        operations::tell_reloading();
        reload(arguments.words, settings, *server);
        operations::tell_ready();
    }
    operations::tell_stopping();
    operations::info("stopping");
    server->stop();
    operations::info("stopped");
    out << "Stopped." << std::endl;
    return {};
}

}  // namespace isoloir::app
