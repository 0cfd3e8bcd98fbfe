#include "sync-server/app/serve.hpp"

#include <cstdlib>
#include <ostream>

#include <spdlog/spdlog.h>
#include <nlohmann/json.hpp>

#include "shared/base/encoding.hpp"
#include "shared/base/file.hpp"
#include "sync-server/app/commands.hpp"
#include "sync-server/app/descriptors.hpp"
#include "sync-server/app/follower.hpp"
#include "sync-server/app/live_count.hpp"
#include "sync-server/app/view_count.hpp"
#include "sync-server/http/console.hpp"
#include "sync-server/http/server.hpp"

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
        const nlohmann::ordered_json json = {{"port", server.port()}, {"public_port", server.public_port()}, {"public", page}};
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

}  // namespace

Status serve(const Arguments& arguments, Centre& centre, http::Desk& desk, std::ostream& out)
{
    // After a failed write nothing in memory may be trusted over what is on the disk: end at once, and read it again at the next start.
    centre.on_failure([](const Error&) {
        spdlog::shutdown();
        std::_Exit(kDiskFailed);
    });
    // A server that was killed left its addresses behind: whoever waits for ours must not read those.
    std::error_code ignored;
    std::filesystem::remove(arguments.data / kAddresses, ignored);
    allow_many_descriptors();
    http::Settings settings;
    settings.address = arguments.bind;
    settings.port = arguments.port;
    settings.public_port = arguments.public_port;
    settings.folder = arguments.data;
    const auto follower = centre.shares_database() ? std::make_unique<Follower>(centre) : nullptr;
    const LiveCount live_count(centre);
    const ViewCount view_count(centre);
    ISO_TRY(const auto server, http::Server::start(settings, centre.keys().tls, centre, &desk));
    ISO_TRY(const auto console,
            http::Console::open(arguments.data / "console.sock", [&](const std::vector<std::string>& args, std::ostream& to, std::ostream& errors) {
                return run_command(args, centre, to, errors);
            }));
    const std::string page = "https://" + host_of(arguments.bind) + ":" + std::to_string(server->public_port()) + "/";
    ISO_TRY(const auto addresses, AddressFile::write(arguments.data, *server, page));
    out << "Terminals     " << arguments.bind << " port " << server->port() << ", key " << to_hex(centre.keys().tls.public_key()) << '\n'
        << "Public pages  " << page << '\n'
        << "Admins        " << page << "admin/\n"
        << "Stop with Ctrl-C; other commands work meanwhile." << std::endl;
    server->run_until_signal();
    out << "Stopped." << std::endl;
    return {};
}

}  // namespace isoloir::app
