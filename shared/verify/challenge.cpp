#include "shared/verify/challenge.hpp"

#include "shared/ballot/challenge.hpp"
#include "shared/base/encoding.hpp"
#include "shared/base/file.hpp"
#include "shared/base/text.hpp"
#include "shared/election/package.hpp"
#include "shared/verify/package_file.hpp"

namespace isoloir::verify {
namespace {

constexpr std::size_t kMaxChallengeFile = 8 * 1024;

Result<ballot::Challenge> read_challenge(const std::string& text_or_file)
{
    std::string text = text_or_file;
    std::error_code ignored;
    if (std::filesystem::is_regular_file(text_or_file, ignored)) { ISO_TRY(text, read_file(text_or_file, kMaxChallengeFile)); }
    std::string_view bare = trimmed(text);
    if (const auto fragment = bare.find('#'); fragment != std::string_view::npos) bare.remove_prefix(fragment + 1);
    return ballot::parse_challenge(bare);
}

std::optional<std::vector<std::string>> projects_of(const ballot::Challenge& challenge, const election::Definition& definition)
{
    const auto marks = ballot::decode(definition, ballot::elements_of(challenge.revealed.choice));
    if (!marks) return std::nullopt;
    std::vector<std::string> lines;
    for (const auto& mark : *marks) {
        const auto& project = definition.projects[mark.project];
        std::string line = project.id + "  " + project.title.in("en");
        if (definition.ballot.kind == election::BallotKind::points) line += ": " + std::to_string(mark.points) + " points";
        if (definition.ballot.kind == election::BallotKind::ranking) line = std::to_string(lines.size() + 1) + ".  " + line;
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace

Result<ChallengeReport> check_challenge(const std::string& text_or_file, const std::filesystem::path& package_file,
                                        const std::optional<crypto::PublicKey>& authority)
{
    ISO_TRY(const auto challenge, read_challenge(text_or_file));
    ISO_TRY(const std::string file, read_file(package_file, election::kMaxPackageBytes));
    const std::string jws(trimmed(file));
    ChallengeReport report;
    report.tracker = ballot::tracker_text(challenge.tracker);
    const auto package = open_package_of(jws, authority);
    if (!package && package.error().code == Errc::malformed) return tl::make_unexpected(package.error());
    if (!package) {
        report.checks.push_back({"package", false, package.error().text()});
        return report;
    }
    const auto check = ballot::check_challenge(challenge, *package);
    report.checks = {
        {"package", true, "signed by the authority " + to_hex(package->keys.authority)},
        {"election", check.election,
         check.election ? "made for this election, " + to_hex(package->id) : "made for another election than " + to_hex(package->id)},
        {"encoding", check.encoding, check.encoding ? "the choice is one that this election has" : "this is no choice of this election"},
        {"tracker", check.tracker, check.tracker ? "sealed again, the choice gives the tracker" : "sealed again, the choice gives another tracker"},
    };
    report.projects = projects_of(challenge, package->definition);
    return report;
}

std::string challenge_text(const ChallengeReport& report)
{
    std::string text;
    for (const Check& check : report.checks) text += line_of(check);
    text += "\nTracker  " + report.tracker + "\n";
    if (!report.passed()) return text + "\nThe machine did not seal what it shows, or this is not its challenge. Tell the staff, and keep the code.\n";
    text += "\nThe machine sealed exactly this choice:\n";
    if (report.projects)
        for (const std::string& line : *report.projects) text += "  " + line + "\n";
    if (report.projects && report.projects->empty()) text += "  (an empty ballot)\n";
    return text + "\nCompare the tracker with the one on the machine's screen before you asked for the check, and the choice with yours.\n";
}

}  // namespace isoloir::verify
