#pragma once
// What a trustee keeps on its own machine.
//
//   FOLDER/lock                      held while a process works on the folder
//   FOLDER/trustee.key               seed of the signing key(32) || key of the other secrets(32) || name, wrapped with the passphrase
//   FOLDER/card-NAME.jws             to be handed over
//   FOLDER/ceremony-ID/part.key      the polynomial, until the key stands
//   FOLDER/ceremony-ID/ROUND.jws     each message as it was sent: none is made twice
//   FOLDER/share-TRANSCRIPT.key      the share of a key
//   FOLDER/share-TRANSCRIPT.json     that key: trustees.json
//   FOLDER/opened.json               which list of ballots was opened in which round (count_steps)
//
// ID and TRANSCRIPT are the first 16 hexadecimal digits. Every file is whole or absent, and is there before what hangs on it.

#include <filesystem>
#include <optional>

#include "shared/base/folder_lock.hpp"
#include "shared/proof/ceremony_part.hpp"

namespace isoloir::trustee {

class Safe {
public:
    /// Makes the folder (0700). The same again where it is made already with the same name, passphrase and key.
    /// @param seed  of the signing key, where it is on paper; else a fresh one
    /// @error conflict  it is another trustee's;  forged  another passphrase;  refused  the name
    static Result<Safe> create(const std::filesystem::path& folder, const std::string& name, std::string_view passphrase, crypto::Random& random,
                               std::optional<crypto::SecretBytes> seed = std::nullopt);
    /// @error not_found  no trustee's folder;  forged  wrong passphrase;  conflict  in use
    static Result<Safe> open(const std::filesystem::path& folder, std::string_view passphrase);

    const std::string& name() const { return name_; }
    const crypto::Signer& signer() const { return signer_; }
    std::filesystem::path card() const;

    /// Whether this trustee takes part already.
    bool has_part(const proof::Ceremony& ceremony) const;
    /// Draws it, and has it on the disk before it returns, where it is not there.
    /// @error corrupt  messages were sent, but the part is gone
    Result<proof::Part> part(const proof::Ceremony& ceremony, crypto::Random& random) const;
    /// What was sent in this round, or is to be sent first thing.
    Result<std::optional<std::string>> message(const proof::Ceremony& ceremony, std::string_view round) const;
    Status keep_message(const proof::Ceremony& ceremony, std::string_view round, const std::string& jws) const;

    /// Keeps the share and lets go of the part.
    Status keep_share(const proof::TrusteesKey& key, const crypto::SecretBytes& share, crypto::Random& random) const;
    void forget_part(const proof::Ceremony& ceremony) const;
    bool has_share(const proof::TrusteesKey& key) const;
    /// x_j, held against its public side.
    /// @error not_found, corrupt
    Result<crypto::SecretBytes> share(const proof::TrusteesKey& key) const;
    /// The keys of which a share is here.
    Result<std::vector<proof::TrusteesKey>> keys() const;

private:
    Safe(std::filesystem::path folder, FolderLock lock, crypto::Signer signer, crypto::SecretBytes key, std::string name);
    std::filesystem::path place_of(const proof::Ceremony& ceremony) const;
    std::filesystem::path share_file(const proof::TrusteesKey& key, const char* extension) const;

    std::filesystem::path folder_;
    FolderLock lock_;
    crypto::Signer signer_;
    crypto::SecretBytes key_;
    std::string name_;
};

/// j, the number of whoever signs with this key. @return 0 when nobody does
std::uint64_t number_in(const proof::TrusteesKey& key, const crypto::PublicKey& signer);

}  // namespace isoloir::trustee
