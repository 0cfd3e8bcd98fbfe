// isoloir-verify: lets anyone check a whole count, repeat one, and check what a voting machine sealed.

#include <iostream>

#include <CLI/CLI.hpp>

#include "shared/base/encoding.hpp"
#include "shared/base/file.hpp"
#include "shared/base/progress.hpp"
#include "shared/command/self_description.hpp"
#include "shared/crypto/sodium.hpp"
#include "shared/verify/bundle.hpp"
#include "shared/verify/challenge.hpp"
#include "shared/verify/rule_options.hpp"
#include "shared/verify/tally.hpp"

namespace {

int complain(const isoloir::Error& error)
{
    std::cerr << "isoloir-verify: " << error.text() << '\n';
    return 1;
}

isoloir::Result<std::optional<isoloir::crypto::PublicKey>> key_of(const std::string& hex)
{
    std::optional<isoloir::crypto::PublicKey> key;
    if (hex.empty()) return key;
    const auto bytes = isoloir::from_hex(hex);
    if (!bytes || bytes->size() != 32) return isoloir::fail(isoloir::Errc::malformed, "an authority's key is 64 hexadecimal digits", "--authority");
    std::copy(bytes->begin(), bytes->end(), key.emplace().begin());
    return key;
}

int tally(const std::filesystem::path& file, const isoloir::verify::RuleOptions& rule, bool json)
{
    const auto counted = isoloir::verify::tally_file(file, rule);
    if (!counted) return complain(counted.error());
    std::cout << (json ? isoloir::verify::tally_json(*counted) : isoloir::verify::tally_table(*counted));
    return std::cout.flush() ? 0 : 1;
}

int challenge(const std::string& text, const std::filesystem::path& package, const std::string& authority)
{
    const auto key = key_of(authority);
    if (!key) return complain(key.error());
    const auto report = isoloir::verify::check_challenge(text, package, *key);
    if (!report) return complain(report.error());
    std::cout << isoloir::verify::challenge_text(*report);
    return std::cout.flush() && report->passed() ? 0 : 1;
}

int bundle(const std::filesystem::path& folder, const std::string& authority, const std::vector<std::string>& checkpoints, bool json)
{
    const auto key = key_of(authority);
    if (!key) return complain(key.error());
    isoloir::verify::Known known{*key};
    for (const std::string& file : checkpoints) {
        auto note = isoloir::read_file(file, isoloir::log::kMaxCheckpointBytes);
        if (!note) return complain(note.error());
        known.checkpoints.push_back(*std::move(note));
    }
    if (!std::filesystem::is_directory(folder)) return complain({isoloir::Errc::not_found, "there is no such folder", folder.string()});
    isoloir::crypto::SystemRandom random;
    const auto checks = [&] {
        isoloir::verify::Bundle bundle(folder, std::move(known), random, isoloir::progress_bars());
        (void)check_all(bundle);
        return bundle.checks().all();
    }();  // and the last bar has ended
    std::cout << (json ? checks_json(checks) : checks_text(checks));
    return std::cout.flush() && all_passed(checks) ? 0 : 1;
}

}  // namespace

int main(int argc, char* argv[])
{
    CLI::App app{"Isoloir's public verifier: checks a whole count from public files alone, repeats one, and checks what a voting machine sealed.",
                 "isoloir-verify"};
    app.set_version_flag("--version", "isoloir-verify " ISOLOIR_VERSION);
    app.require_subcommand(0, 1);

    std::filesystem::path file;
    isoloir::verify::RuleOptions rule;
    bool json = false;
    auto* count = app.add_subcommand("tally", "count the ballots of a Pabulib file");
    count->add_option("file", file, "a Pabulib file (.pb)")->required();
    isoloir::verify::add_rule_options(*count, rule);
    count->add_flag("--json", json, "print winners, spent, ballots and invalid, and why each project won or lost, as one line of JSON");

    std::string text;
    std::filesystem::path package;
    std::string authority;
    auto* check = app.add_subcommand("challenge", "check what a voting machine sealed, from the QR code that it showed");
    check->add_option("challenge", text, "the text of the QR code, or a file that holds it")->required();
    check->add_option("--package", package, "the election's signed package (package.jws of the public pages)")->required();
    check->add_option("--authority", authority, "the key that must have signed the package, in hexadecimal; else the one it names");

    std::filesystem::path folder;
    app.add_option("bundle", folder, "a published bundle: checks every signature, proof and number in it, from its files alone");
    app.add_option("--authority", authority, "the key that must have signed the package, in hexadecimal; else the one it names");
    std::vector<std::string> checkpoints;
    app.add_option("--checkpoint", checkpoints, "a file with what /checkpoint gave on another day: the log must have begun with it; may be given several times")
        ->allow_extra_args(false);
    app.add_flag("--json", json, "print the checks as JSON");
    isoloir::command::add_self_description(app);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    if (!isoloir::crypto::start()) return complain({isoloir::Errc::internal, "libsodium does not start", ""});
    if (*check) return challenge(text, package, authority);
    if (*count) return tally(file, rule, json);
    if (!folder.empty()) return bundle(folder, authority, checkpoints, json);
    std::cerr << app.help();
    return 2;
}
