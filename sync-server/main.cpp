// isoloir-server: the centre of an election.

#include <algorithm>
#include <iostream>

#include "shared/crypto/sodium.hpp"
#include "sync-server/admin/desk.hpp"
#include "sync-server/app/commands.hpp"
#include "sync-server/app/config_command.hpp"
#include "sync-server/app/serve.hpp"
#include "sync-server/figures/meters.hpp"
#include "sync-server/http/console.hpp"
#include "sync-server/operations/log.hpp"

namespace {

using namespace isoloir;

int failed(const Error& error)
{
    std::cerr << "isoloir-server: " << error.text() << '\n';
    return 1;
}

/// A server holds the folder: it runs the command, and we print what it says.
int run_in_server(const app::Arguments& arguments, std::vector<std::string> args, const Error& locked)
{
    if (!arguments.config.empty()) args.insert(args.begin(), {"--config", arguments.config.string()});
    args.insert(args.begin(), {"--from", arguments.from.string()});
    const auto code = http::run_remotely(arguments.settings.data / "console.sock", args, std::cout, std::cerr);
    if (code) return *code;
    return failed(code.error().code == Errc::unavailable ? locked : code.error());
}

Result<bool> set_up(const app::Arguments& arguments, crypto::Random& random)
{
    ISO_TRY(auto folder, store::create_folder(arguments.place(), random));
    return app::make_keys(*folder.store, random);
}

/// A folder from a backup, held against its own signed log.
Status restore(const app::Arguments& arguments, const Clock& clock, crypto::Random& random)
{
    const auto nobody = [](std::uint64_t) {};
    ISO_TRY(auto folder, store::restore_folder(arguments.place(), arguments.file, nobody));
    ISO_TRY(const auto centre, app::Centre::open(std::move(folder), clock, random));
    ISO_CHECK(centre->begin_log_anew());
    std::cout << "Restored and checked: " << centre->log_size() << " records, each as it was signed.\n"
              << "What came after the backup is with the terminals: they notice at their next sync, and send it again.\n"
              << "`isoloir-server terminal list` shows what is still missing. Online votes since then must be imported again.\n";
    return {};
}

}  // namespace

int main(int argc, char* argv[])
{
    const std::vector<std::string> args(argv + 1, argv + argc);
    const app::Parsed parsed = app::parse_arguments(args, std::cout, std::cerr);
    if (parsed.done) return *parsed.done;
    const app::Arguments& arguments = parsed.arguments;
    if (!crypto::start()) return failed({Errc::internal, "this machine has no usable random source", {}});
    const auto& log = arguments.settings.log;
    operations::speak(arguments.command == "serve" ? log.level : std::max(log.level, operations::Level::warning), log.format);
    if (arguments.command == "config check") {
        const Status checked = app::check_config(arguments, std::cout);
        return checked ? 0 : failed(checked.error());
    }

    const SystemClock clock;
    crypto::SystemRandom random;
    if (arguments.command == "init") {
        const auto made = set_up(arguments, random);
        if (!made && made.error().code != Errc::conflict) return failed(made.error());
        if (made && *made)
            std::cout << "The centre's keys are made and stand in " << arguments.settings.data.string()
                      << ".\nKeep a copy of store.key apart from the database.\n";
    }
    if (arguments.command == "restore") {
        const Status restored = restore(arguments, clock, random);
        return restored ? 0 : failed(restored.error());
    }
    auto folder = store::open_folder(arguments.place());
    if (!folder) {
        const bool locked = folder.error().code == Errc::conflict && arguments.command != "serve";
        return locked ? run_in_server(arguments, args, folder.error()) : failed(folder.error());
    }
    const auto centre = app::Centre::open(*std::move(folder), clock, random);
    if (!centre) return failed(centre.error());
    if (arguments.command != "serve") return app::run_command(arguments, **centre, std::cout, std::cerr);
    app::Signals signals;  // before the threads of what follows
    admin::Desk desk(**centre);
    figures::Meters meters(**centre, arguments.settings.data, ISOLOIR_VERSION);
    const auto served = app::serve(arguments, **centre, {&desk, &meters, [&meters] { return meters.text(); }}, signals, std::cout);
    return served ? 0 : failed(served.error());
}
