#include "sync-server/app/config_command.hpp"

#include <ostream>

#include "shared/tls/identity.hpp"
#include "sync-server/operations/settings_file.hpp"

namespace isoloir::app {

Status check_config(const Arguments& arguments, std::ostream& out)
{
    const auto& settings = arguments.settings;
    if (!settings.pages.certificate.empty()) ISO_CHECK(tls::read_identity(settings.pages.certificate, settings.pages.key));
    out << (arguments.config.empty() ? "# No configuration file is read; in force are the defaults and what the command line says.\n"
                                     : "# " + arguments.config.string() + " reads well. In force with it and the command line:\n")
        << operations::write_settings(settings);
    return {};
}

}  // namespace isoloir::app
