#include "sync-server/trustee/safe.hpp"

#include <algorithm>
#include <cctype>

#include "shared/base/encoding.hpp"
#include "shared/base/file.hpp"
#include "shared/crypto/box.hpp"

namespace isoloir::trustee {
namespace {

constexpr std::size_t kMaxKeyFile = 4096;

std::filesystem::path key_file(const std::filesystem::path& folder)
{
    return folder / "trustee.key";
}

std::string digits(const crypto::Digest& digest)
{
    return to_hex(ByteSpan(digest).first(8));
}

/// The name without what a path or a shell would understand in another way.
std::string file_name(std::string name)
{
    const auto unsafe = [](unsigned char c) { return c < 0x80 && std::isalnum(c) == 0; };
    std::replace_if(name.begin(), name.end(), unsafe, '-');
    return name;
}

Status make_folder(const std::filesystem::path& folder)
{
    std::error_code error;
    const bool fresh = std::filesystem::create_directories(folder, error);
    if (!error && fresh) std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    if (error) return fail(Errc::io, "the folder cannot be made: " + error.message(), folder.string());
    return {};
}

Status write_secret(const std::filesystem::path& file, const crypto::SecretBytes& key, const crypto::SecretBytes& secret, crypto::Random& random)
{
    return write_file(file, text_of(crypto::seal_with(key, secret, random)), FileMode::secret);
}

Result<crypto::SecretBytes> read_secret(const std::filesystem::path& file, const crypto::SecretBytes& key)
{
    ISO_TRY(const std::string sealed, read_file(file, kMaxKeyFile));
    auto secret = crypto::open_with(key, bytes_of(sealed));
    if (!secret) return fail(Errc::corrupt, "the file was altered, or is of another folder", file.string());
    return secret;
}

}  // namespace

Safe::Safe(std::filesystem::path folder, FolderLock lock, crypto::Signer signer, crypto::SecretBytes key, std::string name)
    : folder_(std::move(folder)), lock_(std::move(lock)), signer_(std::move(signer)), key_(std::move(key)), name_(std::move(name))
{
}

Result<Safe> Safe::create(const std::filesystem::path& folder, const std::string& name, std::string_view passphrase, crypto::Random& random,
                          std::optional<crypto::SecretBytes> seed)
{
    if (!std::filesystem::exists(key_file(folder))) {
        ISO_CHECK(make_folder(folder));
        crypto::SecretBytes secret(64 + name.size());
        random.fill(secret.writable().first(64));
        if (seed) std::copy_n(seed->data(), 32, secret.data());
        std::copy(name.begin(), name.end(), secret.data() + 64);
        // Nothing is kept of a trustee whose card nobody could read.
        ISO_TRY(const auto signer, crypto::Signer::from_seed(secret.span().first(32)));
        const auto card = proof::open_card(proof::sign_card(name, signer));
        if (!card) return fail(Errc::refused, card.error().message, "--name");
        ISO_CHECK(write_file(key_file(folder), text_of(crypto::wrap(secret, passphrase, random)), FileMode::secret));
    }
    ISO_TRY(auto safe, open(folder, passphrase));
    if (safe.name_ != name)
        return fail(Errc::conflict, "this is the folder of " + safe.name_ + ": another trustee needs a folder of their own", folder.string());
    if (seed && !crypto::equal_secrets(safe.signer_.seed().span(), seed->span()))
        return fail(Errc::conflict, "this folder has another signing key: restore into a new folder", folder.string());
    ISO_CHECK(write_file(safe.card(), proof::sign_card(name, safe.signer_)));
    return safe;
}

Result<Safe> Safe::open(const std::filesystem::path& folder, std::string_view passphrase)
{
    const auto file = key_file(folder);
    if (!std::filesystem::exists(file)) return fail(Errc::not_found, "this is no trustee's folder; `isoloir-trustee init` makes one", folder.string());
    ISO_TRY(auto lock, FolderLock::take(folder));
    ISO_TRY(const std::string wrapped, read_file(file, kMaxKeyFile));
    const auto secret = crypto::unwrap(bytes_of(wrapped), passphrase);
    if (!secret) return fail(Errc::forged, "the passphrase is wrong, or the file was altered", file.string());
    if (secret->size() <= 64) return fail(Errc::corrupt, "this is not the key of a trustee", file.string());
    ISO_TRY(auto signer, crypto::Signer::from_seed(secret->span().first(32)));
    return Safe(folder, std::move(lock), std::move(signer), crypto::SecretBytes(secret->span().subspan(32, 32)),
                std::string(text_of(secret->span().subspan(64))));
}

std::filesystem::path Safe::card() const
{
    return folder_ / ("card-" + file_name(name_) + ".jws");
}

std::filesystem::path Safe::place_of(const proof::Ceremony& ceremony) const
{
    return folder_ / ("ceremony-" + digits(ceremony.id));
}

bool Safe::has_part(const proof::Ceremony& ceremony) const
{
    const auto place = place_of(ceremony);
    return std::filesystem::exists(place / "part.key") || std::filesystem::exists(place / "commit.jws");
}

Result<proof::Part> Safe::part(const proof::Ceremony& ceremony, crypto::Random& random) const
{
    const auto place = place_of(ceremony);
    const auto file = place / "part.key";
    if (!std::filesystem::exists(file)) {
        if (std::filesystem::exists(place / "commit.jws"))
            return fail(Errc::corrupt, "the secret part of this ceremony is gone: the others must start anew", file.string());
        ISO_CHECK(make_folder(place));
        ISO_CHECK(write_secret(file, key_, proof::Part::draw(ceremony.threshold, random).bytes(), random));
    }
    ISO_TRY(auto secret, read_secret(file, key_));
    return proof::Part::read(std::move(secret), ceremony.threshold);
}

Result<std::optional<std::string>> Safe::message(const proof::Ceremony& ceremony, std::string_view round) const
{
    const auto file = place_of(ceremony) / (std::string(round) + ".jws");
    if (!std::filesystem::exists(file)) return std::nullopt;
    ISO_TRY(auto jws, read_file(file, proof::kMaxCeremonyBytes));
    return jws;
}

Status Safe::keep_message(const proof::Ceremony& ceremony, std::string_view round, const std::string& jws) const
{
    return write_file(place_of(ceremony) / (std::string(round) + ".jws"), jws);
}

std::filesystem::path Safe::share_file(const proof::TrusteesKey& key, const char* extension) const
{
    return folder_ / ("share-" + digits(key.transcript) + extension);
}

Status Safe::keep_share(const proof::TrusteesKey& key, const crypto::SecretBytes& share, crypto::Random& random) const
{
    ISO_CHECK(write_file(share_file(key, ".json"), proof::write_trustees(key)));
    return write_secret(share_file(key, ".key"), key_, share, random);
}

void Safe::forget_part(const proof::Ceremony& ceremony) const
{
    std::error_code ignored;
    std::filesystem::remove(place_of(ceremony) / "part.key", ignored);
}

bool Safe::has_share(const proof::TrusteesKey& key) const
{
    return std::filesystem::exists(share_file(key, ".key"));
}

Result<crypto::SecretBytes> Safe::share(const proof::TrusteesKey& key) const
{
    const auto file = share_file(key, ".key");
    if (!has_share(key)) return fail(Errc::not_found, "this folder has no share of that key", folder_.string());
    ISO_TRY(auto secret, read_secret(file, key_));
    const auto share = crypto::Scalar::parse(secret.span());
    const auto number = number_in(key, signer_.public_key());
    if (!share || number == 0 || crypto::base_times(*share) != key.public_share(number))
        return fail(Errc::corrupt, "the share does not fit the key any more; restore it from paper", file.string());
    return secret;
}

Result<std::vector<proof::TrusteesKey>> Safe::keys() const
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
        const std::string name = entry.path().filename().string();
        if (name.rfind("share-", 0) == 0 && entry.path().extension() == ".json") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<proof::TrusteesKey> keys;
    for (const auto& file : files) {
        ISO_TRY(const std::string text, read_file(file, proof::kMaxCeremonyBytes));
        ISO_TRY(auto key, proof::read_trustees(text));
        if (has_share(key)) keys.push_back(std::move(key));
    }
    return keys;
}

std::uint64_t number_in(const proof::TrusteesKey& key, const crypto::PublicKey& signer)
{
    for (std::size_t i = 0; i < key.members.size(); ++i)
        if (key.members[i].key == signer) return i + 1;
    return 0;
}

}  // namespace isoloir::trustee
