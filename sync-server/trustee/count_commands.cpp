// A trustee's two commands in the count.

#include <ostream>

#include "shared/base/progress.hpp"
#include "sync-server/trustee/commands.hpp"
#include "sync-server/trustee/count_steps.hpp"
#include "sync-server/trustee/open_safe.hpp"

namespace isoloir::trustee {

Status mix(const Arguments& arguments, crypto::Random& random, std::ostream& out)
{
    ISO_TRY(const auto safe, open_safe(arguments));
    ISO_TRY(const std::string done, mix_bundle(arguments.bundle, safe.signer(), random, progress_bars()));
    out << done << '\n';
    return {};
}

Status open(const Arguments& arguments, crypto::Random& random, std::ostream& out)
{
    ISO_TRY(const auto safe, open_safe(arguments));
    const auto share = [&safe](const election::Trustees& key) { return safe.share(key); };
    ISO_TRY(const std::string done, open_bundle(arguments.bundle, {safe.signer(), share, arguments.folder / "opened.json"}, random, progress_bars()));
    out << done << '\n';
    return {};
}

}  // namespace isoloir::trustee
