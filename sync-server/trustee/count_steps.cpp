#include "sync-server/trustee/count_steps.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "shared/ballot/encoding.hpp"
#include "shared/base/encoding.hpp"
#include "shared/base/file.hpp"
#include "shared/proof/bundle_files.hpp"
#include "shared/wire/json.hpp"

namespace isoloir::trustee {
namespace {

constexpr std::size_t kMaxMemory = 1024 * 1024;

/// The number of this trustee in the election.
Result<std::uint64_t> number_in(const election::Package& package, const crypto::PublicKey& key)
{
    if (!package.keys.trustees) return fail(Errc::refused, "no trustees hold the key of this election: its server counts it");
    const auto& members = package.keys.trustees->members;
    const auto at = std::find_if(members.begin(), members.end(), [&](const election::Trustee& member) { return member.key == key; });
    if (at == members.end()) return fail(Errc::refused, "this is no trustee of " + package.definition.title.in("en"));
    return static_cast<std::uint64_t>(at - members.begin()) + 1;
}

bool has_mixed(const verify::Round& round, std::uint64_t number)
{
    return std::find(round.mixers().begin(), round.mixers().end(), number) != round.mixers().end();
}

std::filesystem::path folder_of(const std::filesystem::path& bundle, const verify::Round& round)
{
    return bundle / ("round-" + std::to_string(round.number()));
}

Status mix_round(const std::filesystem::path& folder, const election::Package& package, const verify::Round& round, std::uint64_t number,
                 const crypto::Signer& signer, crypto::Random& random, const verify::Stages& stages)
{
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed) return fail(Errc::io, failed.message(), folder.string());
    const proof::MixPlace place{package.id, round.number(), number, package.keys.election, ballot::block_count(package.definition)};
    ISO_TRY(const auto mixed, proof::shuffle(place, round.mixed(), random, stages("Mixing", 2 * round.ballots())));
    return proof::write_mix(folder, round.mixers().size() + 1, place, mixed, signer);
}

/// What this trustee opened, by round: {"<election in hex>/<round>": hash of the list, …}
class Memory {
public:
    explicit Memory(std::filesystem::path file) : file_(std::move(file)) {}

    Status read()
    {
        const auto text = read_file(file_, kMaxMemory);
        if (!text && text.error().code == Errc::not_found) return {};
        if (!text) return tl::make_unexpected(text.error());
        ISO_TRY(opened_, wire::parse_json(*text));
        return {};
    }
    /// Durable before the opening leaves.
    Status keep(const std::string& round, const crypto::Digest& list)
    {
        const std::string hash = to_hex(list);
        if (opened_.contains(round)) {
            if (opened_[round] == hash) return {};
            return fail(Errc::refused, "another list of ballots was opened for this round before, and two of one round would tell who chose what");
        }
        opened_[round] = hash;
        return write_file(file_, opened_.dump(1) + "\n", FileMode::secret);
    }

private:
    std::filesystem::path file_;
    wire::Json opened_ = wire::Json::object();
};

}  // namespace

Result<std::string> mix_bundle(const std::filesystem::path& folder, const crypto::Signer& signer, crypto::Random& random, const verify::Stages& stages)
{
    verify::Bundle bundle(folder, {}, random, stages);
    ISO_CHECK(verify::outcome_of(bundle.check_urn(), bundle));
    ISO_TRY(const std::uint64_t number, number_in(bundle.package(), signer.public_key()));
    std::size_t mixed = 0;
    for (verify::Round& round : bundle.rounds()) {
        if (round.has_openings()) return fail(Errc::refused, "the opening has begun: no more mixes can join");
        ISO_CHECK(verify::outcome_of(bundle.check_mixes_so_far(round), bundle));
        if (has_mixed(round, number)) continue;
        ISO_CHECK(mix_round(folder_of(folder, round), bundle.package(), round, number, signer, random, stages));
        ++mixed;
    }
    if (mixed == 0) return "You mixed this bundle already; nothing was changed.";
    return "Mixed. Hand the folder to the next trustee; when all who take part have mixed, each opens.";
}

Result<std::string> open_bundle(const std::filesystem::path& folder, const Opener& opener, crypto::Random& random, const verify::Stages& stages)
{
    Memory memory(opener.memory);
    ISO_CHECK(memory.read());
    verify::Bundle bundle(folder, {}, random, stages);
    ISO_CHECK(verify::outcome_of(bundle.check_urn(), bundle));
    ISO_TRY(const std::uint64_t number, number_in(bundle.package(), opener.signer.public_key()));
    const election::Trustees& trustees = *bundle.package().keys.trustees;
    const crypto::Element public_share = trustees.public_share(number);
    ISO_TRY(const crypto::SecretBytes secret, opener.share_of(trustees));
    ISO_TRY(const crypto::Scalar share, crypto::Scalar::parse(secret.span()));
    if (crypto::base_times(share) != public_share) return fail(Errc::refused, "this share is not the one that the election's package lists for you");
    ISO_CHECK(verify::outcome_of(bundle.check_mixes(), bundle));
    for (const verify::Round& round : bundle.rounds())
        if (!has_mixed(round, number)) return fail(Errc::refused, "you have not mixed this bundle: run `isoloir-trustee mix` first, before anybody opens");

    std::size_t opened = 0;
    for (verify::Round& round : bundle.rounds()) {
        if (round.has_opening(number)) continue;
        ISO_CHECK(memory.keep(to_hex(bundle.package().id) + "/" + std::to_string(round.number()), crypto::sha256(proof::flat(round.mixed()))));
        const proof::OpeningPlace place{bundle.package().id, round.number(), number, public_share};
        const std::size_t ciphertexts = round.mixed().size() / 2;
        ISO_TRY(const auto opening, proof::open_in_part(place, round.mixed(), share, random, stages("Opening", ciphertexts)));
        ISO_CHECK(proof::write_opening(folder_of(folder, round), place, opening, opener.signer));
        ++opened;
    }
    if (opened == 0) return "You opened this bundle already; nothing was changed.";
    return "Opened in part. Once " + std::to_string(trustees.threshold) + " trustees have, the centre counts: isoloir-server count --bundle FOLDER.";
}

}  // namespace isoloir::trustee
