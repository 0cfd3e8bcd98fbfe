// A share onto paper and back.

#include <iostream>
#include <iterator>

#include "shared/base/encoding.hpp"
#include "shared/base/file.hpp"
#include "shared/base/share.hpp"
#include "shared/command/passphrase.hpp"
#include "shared/command/typed_secret.hpp"
#include "sync-server/trustee/backup_page.hpp"
#include "sync-server/trustee/open_safe.hpp"
#include "sync-server/trustee/show.hpp"

namespace isoloir::trustee {
namespace {

constexpr std::size_t kMaxWords = 16 * 1024;

Result<proof::TrusteesKey> chosen_key(const Safe& safe, const std::string& beginning)
{
    ISO_TRY(auto keys, safe.keys());
    std::string hex = beginning;
    std::erase(hex, ' ');
    std::erase_if(keys, [&](const proof::TrusteesKey& key) { return to_hex(key.key().bytes()).rfind(hex, 0) != 0; });
    if (keys.empty()) return fail(Errc::not_found, "there is no share of such a key here: `isoloir-trustee ceremony` ends with one");
    if (keys.size() == 1) return std::move(keys.front());
    std::string all;
    for (const auto& key : keys) all += "\n  " + fingerprint(key.key().bytes());
    return fail(Errc::refused, "this folder has shares of several keys; name one of them with --key:" + all);
}

/// Typed line by line, each until it is right.
std::string typed_lines()
{
    std::cerr << "Type the ten lines of the page, five words each.\n";
    std::string text;
    for (std::size_t line = 1; line <= kPaperLines;) {
        std::cerr << line << ": " << std::flush;
        std::string typed;
        if (!std::getline(std::cin, typed)) break;
        const auto read = read_paper_line(typed, line);
        if (read) {
            text += typed + "\n";
            ++line;
        } else {
            std::cerr << read.error().text() << '\n';
        }
        crypto::wipe(typed);
    }
    return text;
}

Result<std::string> words_text(const Arguments& arguments)
{
    if (arguments.words) return read_file(*arguments.words, kMaxWords);
    if (command::somebody_types()) return typed_lines();
    return std::string(std::istreambuf_iterator<char>(std::cin), {});
}

/// Whether the page is a share of this key: number, transcript, signing key and share all fit.
Status check_against(const PaperShare& paper, const proof::TrusteesKey& key)
{
    if (!std::equal(paper.transcript.begin(), paper.transcript.end(), key.transcript.begin()) || paper.trustee < 1 || paper.trustee > key.members.size())
        return fail(Errc::refused, "this page is a share of another key than the one in trustees.json");
    const auto share = crypto::Scalar::parse(paper.share.span());
    ISO_TRY(const auto signer, crypto::Signer::from_seed(paper.seed.span()));
    if (!share || crypto::base_times(*share) != key.public_share(paper.trustee) || signer.public_key() != key.members[paper.trustee - 1U].key)
        return fail(Errc::forged, "the words read well, but their share does not fit the public one in trustees.json");
    return {};
}

}  // namespace

Status backup(const Arguments& arguments, const Clock& clock, std::ostream& out)
{
    ISO_TRY(const auto safe, open_safe(arguments));
    ISO_TRY(const auto key, chosen_key(safe, arguments.key));
    ISO_TRY(auto share, safe.share(key));
    PaperShare paper{static_cast<std::uint8_t>(number_in(key, safe.signer().public_key())), {}, std::move(share), safe.signer().seed()};
    std::copy_n(key.transcript.begin(), paper.transcript.size(), paper.transcript.begin());
    ISO_TRY(std::string pdf, backup_page(paper, key, share_folder() / "fonts", clock.now()));
    const Status written = write_file(arguments.out, pdf, FileMode::secret);
    crypto::wipe(pdf);
    if (!written) return written;
    out << "Your share, one page: " << arguments.out.string() << "\nNext: print it on a printer without memory or network, then remove the file (shred -u "
        << arguments.out.string()
        << ").\nTry it: `isoloir-trustee restore` into a new folder, from the words on the paper. Keep the page in a sealed envelope.\n";
    return {};
}

Status restore(const Arguments& arguments, crypto::Random& random, std::ostream& out)
{
    ISO_TRY(const std::string text, read_file(arguments.trustees, proof::kMaxCeremonyBytes));
    auto key = proof::read_trustees(text);
    if (!key) return fail(key.error().code, key.error().text(), arguments.trustees.string());
    ISO_TRY(std::string words, words_text(arguments));
    auto paper = read_paper(words);
    crypto::wipe(words);
    if (!paper) return tl::make_unexpected(paper.error());
    ISO_CHECK(check_against(*paper, *key));
    ISO_TRY(std::string passphrase, command::read_passphrase(arguments.passphrase_file, "this trustee's folder", command::Asked::twice));
    const auto& member = key->members[paper->trustee - 1U];
    const auto safe = Safe::create(arguments.folder, member.name, passphrase, random, std::move(paper->seed));
    crypto::wipe(passphrase);
    if (!safe) return tl::make_unexpected(safe.error());
    ISO_CHECK(safe->keep_share(*key, paper->share, random));
    out << "The share of " << member.name << " is back, and fits the key\n  " << fingerprint(key->key().bytes())
        << "\nNext: put the page back into an envelope. This folder can take part in the count.\n";
    return {};
}

}  // namespace isoloir::trustee
