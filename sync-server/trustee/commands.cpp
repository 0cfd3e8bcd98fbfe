#include "sync-server/trustee/commands.hpp"

#include <iostream>

#include "shared/base/file.hpp"
#include "shared/base/text.hpp"
#include "shared/command/passphrase.hpp"
#include "shared/command/typed_secret.hpp"
#include "sync-server/trustee/open_safe.hpp"
#include "sync-server/trustee/show.hpp"
#include "sync-server/trustee/take_part.hpp"

namespace isoloir::trustee {
namespace {

Result<std::vector<proof::Trustee>> read_cards(const std::vector<std::filesystem::path>& files)
{
    std::vector<proof::Trustee> trustees;
    for (const auto& file : files) {
        ISO_TRY(const std::string jws, read_file(file, proof::kMaxCeremonyBytes));
        auto card = proof::open_card(jws);
        if (!card) return fail(card.error().code, "this is no trustee's card: " + card.error().text(), file.string());
        trustees.push_back(*std::move(card));
    }
    return trustees;
}

/// Asked of whoever sits there, once the list stands on the screen.
Result<bool> agrees(bool yes)
{
    if (yes) return true;
    if (!command::somebody_types())
        return fail(Errc::refused, "somebody must compare the fingerprints above with the other trustees, in person or by telephone; then give --yes");
    std::cerr << "Compare each fingerprint with its trustee, in person or by telephone. Are all of them right? Type yes: " << std::flush;
    std::string typed;
    std::getline(std::cin, typed);
    return trimmed(typed) == "yes";
}

}  // namespace

Result<Safe> open_safe(const Arguments& arguments)
{
    ISO_TRY(std::string passphrase, command::read_passphrase(arguments.passphrase_file, "this trustee's folder"));
    auto safe = Safe::open(arguments.folder, passphrase);
    crypto::wipe(passphrase);
    return safe;
}

Status init(const Arguments& arguments, crypto::Random& random, std::ostream& out)
{
    ISO_TRY(std::string passphrase, command::read_passphrase(arguments.passphrase_file, "this trustee's folder", command::Asked::twice));
    const auto safe = Safe::create(arguments.folder, arguments.name, passphrase, random);
    crypto::wipe(passphrase);
    if (!safe) return tl::make_unexpected(safe.error());
    out << "Your card: " << safe->card().string() << "\nThe fingerprint of your key, which the other trustees will compare with you:\n  "
        << fingerprint(safe->signer().public_key())
        << "\nNext: write the fingerprint down, and give the card to whoever convenes the ceremony. Keep this folder and its passphrase to yourself.\n";
    return {};
}

Status convene(const Arguments& arguments, crypto::Random& random, std::ostream& out)
{
    ISO_TRY(const auto trustees, read_cards(arguments.cards));
    const auto file = arguments.exchange / "ceremony.json";
    std::error_code error;
    std::filesystem::create_directories(arguments.exchange, error);
    if (error) return fail(Errc::io, "the folder cannot be made: " + error.message(), arguments.exchange.string());
    if (!std::filesystem::exists(file)) {
        ISO_TRY(const std::string text, proof::convene(arguments.threshold, trustees, random));
        ISO_CHECK(write_file(file, text));
    }
    ISO_TRY(const auto exchange, Exchange::open(arguments.exchange));
    const auto& ceremony = exchange.ceremony();
    if (ceremony.threshold != arguments.threshold || ceremony.trustees != trustees)
        return fail(Errc::conflict, "another ceremony stands here already: take another folder", file.string());
    show_trustees(ceremony, out);
    out << "Next: bring " << arguments.exchange.string()
        << " to every trustee, on a stick or as a shared folder. Each runs `isoloir-trustee ceremony FOLDER EXCHANGE` on their own machine, and\n"
           "hands the folder on; three rounds make the key.\n";
    return {};
}

Result<bool> ceremony(const Arguments& arguments, crypto::Random& random, std::ostream& out)
{
    ISO_TRY(const auto exchange, Exchange::open(arguments.exchange));
    ISO_TRY(const auto safe, open_safe(arguments));
    ISO_TRY(const auto verdict, take_part(
                                    safe, exchange, random, [&] { return agrees(arguments.yes); }, out));
    show_faults(exchange.ceremony(), verdict, out);
    show_advice(exchange.ceremony(), verdict, out);
    return verdict.stage != proof::Stage::ended;
}

Result<bool> status(const Arguments& arguments, std::ostream& out)
{
    ISO_TRY(const auto exchange, Exchange::open(arguments.exchange));
    ISO_TRY(const auto verdict, exchange.judge());
    if (arguments.json) show_verdict_json(exchange.ceremony(), verdict, out);
    else show_verdict(exchange.ceremony(), verdict, out);
    return verdict.stage != proof::Stage::ended;
}

}  // namespace isoloir::trustee
