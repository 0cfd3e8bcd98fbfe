#include "shared/verify/bundle.hpp"

#include <nlohmann/json.hpp>

#include "shared/verify/outcome.hpp"
#include "shared/verify/package_file.hpp"
#include "shared/verify/public_log.hpp"

namespace isoloir::verify {
namespace {

constexpr std::size_t kMaxRosterBytes = 64 * 1024 * 1024;

}  // namespace

Bundle::Bundle(std::filesystem::path folder, Known known, crypto::Random& random, Stages stages)
    : folder_(std::move(folder)), known_(std::move(known)), random_(random), stages_(std::move(stages))
{
}

Status Bundle::read_package()
{
    ISO_TRY(const std::string jws, folder_.text("package.jws", election::kMaxPackageBytes));
    ISO_TRY(package_, open_package_of(jws, known_.authority));
    return {};
}

Status Bundle::read_roster()
{
    ISO_TRY(const std::string jws, folder_.text("roster.jws", kMaxRosterBytes));
    ISO_TRY(roster_, wire::open_roster(jws, package_.keys.authority));
    if (roster_.election != package_.id) return fail(Errc::forged, "it is of another election", "roster.jws");
    return {};
}

bool Bundle::check_urn()
{
    const Status package = read_package();
    if (!checks_.note("package", package, package ? package_.definition.title.in("en") : "")) return false;
    const Status roster = read_roster();
    if (!checks_.note("roster", roster, std::to_string(roster_.terminals.size()) + " terminals")) return false;
    log::Checkpoint checkpoint;
    const auto read_checkpoint = [&]() -> Status {
        ISO_TRY(checkpoint_, folder_.text("checkpoint", log::kMaxCheckpointBytes));
        ISO_TRY(checkpoint, log::open_checkpoint(checkpoint_, package_.id, package_.keys.log));
        return {};
    };
    if (!checks_.note("checkpoint", read_checkpoint(), "signed by the log")) return false;
    Checkpoints checkpoints(checkpoint, known_.checkpoints, package_);
    const auto log = read_log(folder_, package_, roster_, checkpoints, checks_, stages_("Verifying records", checkpoint.size));
    if (!log) return false;
    auto counted = read_counted(folder_, package_, *log, checks_);
    if (!counted) return false;
    counted_ = *std::move(counted);
    rounds_.reserve(counted_.rounds.size());
    for (RoundInput& input : counted_.rounds) rounds_.emplace_back(folder_, package_, rounds_.size(), std::move(input));
    return true;
}

bool Bundle::check_mixes()
{
    bool passed = true;
    for (Round& round : rounds_) passed = round.check_mixes(checks_, random_, stages_, round.needed()) && passed;
    return passed;
}

bool Bundle::check_openings()
{
    bool passed = true;
    for (Round& round : rounds_) passed = round.check_openings(checks_, stages_) && passed;
    return passed;
}

bool Bundle::check_result()
{
    const bool passed = check_outcome(folder_, {package_, counted_, rounds_, checkpoint_}, checks_);
    return checks_.note("files", folder_.nothing_left(), "every file is accounted for") && passed;
}

Status outcome_of(bool passed, const Bundle& bundle)
{
    if (passed) return {};
    const auto& all = bundle.checks().all();
    const auto wrong = std::find_if(all.begin(), all.end(), [](const Check& check) { return !check.passed; });
    return fail(Errc::forged, "the bundle does not hold: " + wrong->name + ": " + wrong->says);
}

bool check_all(Bundle& bundle)
{
    return bundle.check_urn() && bundle.check_mixes() && bundle.check_openings() && bundle.check_result();
}

std::string checks_text(const std::vector<Check>& checks)
{
    std::string text;
    for (const Check& check : checks) text += line_of(check);
    return text + (all_passed(checks) ? "\nPASS: the count follows from the ballots in the log, and nobody could have changed it.\n"
                                      : "\nFAIL: this bundle does not prove its result. Keep it, and ask whoever published it.\n");
}

std::string checks_json(const std::vector<Check>& checks)
{
    nlohmann::ordered_json json{{"passed", all_passed(checks)}, {"checks", nlohmann::ordered_json::array()}};
    for (const Check& check : checks) json["checks"].push_back({{"name", check.name}, {"passed", check.passed}, {"says", check.says}});
    return json.dump() + "\n";
}

}  // namespace isoloir::verify
