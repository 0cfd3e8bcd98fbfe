#include "sync-server/counting/bundle.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "shared/ballot/encoding.hpp"
#include "shared/base/encoding.hpp"
#include "shared/base/file.hpp"
#include "shared/election/selection.hpp"
#include "shared/log/tile.hpp"
#include "shared/proof/bundle_files.hpp"

namespace isoloir::counting {
namespace {

using Json = nlohmann::ordered_json;

const char* name_of(Channel channel)
{
    switch (channel) {
        case Channel::all: return "all";
        case Channel::halls: return "halls";
        case Channel::online: return "online";
    }
    return "";
}

Channel channel_of(verify::RoundOf of)
{
    switch (of) {
        case verify::RoundOf::all: return Channel::all;
        case verify::RoundOf::halls: return Channel::halls;
        case verify::RoundOf::online: return Channel::online;
    }
    return Channel::all;
}

proof::Encodings encodings_of(const Urn& urn)
{
    proof::Encodings encodings;
    for (const Sealed& sealed : urn)
        for (const auto& [c1, c2] : sealed) {
            encodings.push_back(c1.bytes());
            encodings.push_back(c2.bytes());
        }
    return encodings;
}

/// The elements of each ballot of a round.
Opened ballots_of(const verify::Round& round, std::size_t blocks)
{
    Opened ballots;
    const auto& all = round.opened();
    for (std::size_t i = 0; i < all.size(); i += blocks)
        ballots.emplace_back(all.begin() + static_cast<std::ptrdiff_t>(i), all.begin() + static_cast<std::ptrdiff_t>(i + blocks));
    return ballots;
}

}  // namespace

std::string counted_json(std::span<const Round> rounds, std::span<const Excluded> excluded)
{
    Json json{{"rounds", Json::array()}, {"excluded", Json::array()}};
    for (const Round& round : rounds) {
        Json leaves = Json::array();
        for (const AcceptedRecord& record : round.records) leaves.push_back(record.leaf);
        json["rounds"].push_back({{"channel", name_of(round.channel)}, {"leaves", std::move(leaves)}});
    }
    for (const auto& [leaf, reason] : excluded) json["excluded"].push_back({{"leaf", leaf}, {"reason", store::name_of(reason)}});
    return json.dump() + "\n";
}

Status LogWriter::add(std::string_view record)
{
    log::add_entry(tile_, bytes_of(record));
    ++leaves_;
    return ++width_ == log::kTileWidth ? write() : Status{};
}

Status LogWriter::finish()
{
    return width_ > 0 ? write() : Status{};
}

Status LogWriter::write()
{
    const auto path = log_ / log::path_of({std::nullopt, (leaves_ - 1) / log::kTileWidth, width_});
    std::error_code failed;
    std::filesystem::create_directories(path.parent_path(), failed);
    if (failed) return fail(Errc::io, failed.message(), path.string());
    ISO_CHECK(write_file(path, text_of(tile_)));
    tile_.clear();
    width_ = 0;
    return {};
}

Status mix_and_open(const std::filesystem::path& bundle, const election::Package& package, const crypto::Scalar& election_secret,
                    const crypto::Signer& authority, std::span<const Round> rounds, crypto::Random& random, const Stages& stages)
{
    const std::size_t blocks = ballot::block_count(package.definition);
    for (std::size_t i = 0; i < rounds.size(); ++i) {
        const std::size_t ballots = rounds[i].records.size();
        ISO_TRY(const Urn urn, fill_urn(rounds[i].records, stages("Verifying ballots", ballots)));
        const auto folder = bundle / ("round-" + std::to_string(i));
        std::error_code failed;
        std::filesystem::create_directories(folder, failed);
        if (failed) return fail(Errc::io, failed.message(), folder.string());
        const proof::MixPlace place{package.id, i, 1, package.keys.election, blocks};
        ISO_TRY(const auto mixed, proof::shuffle(place, encodings_of(urn), random, stages("Mixing the urn", 2 * ballots)));
        ISO_CHECK(proof::write_mix(folder, 1, place, mixed, authority));
        const proof::OpeningPlace opening_place{package.id, i, 1, package.keys.election};
        ISO_TRY(const auto opening, proof::open_in_part(opening_place, mixed.output, election_secret, random, stages("Opening ballots", ballots * blocks)));
        ISO_CHECK(proof::write_opening(folder, opening_place, opening, authority));
    }
    return {};
}

OpenedBundle read_opened(verify::Bundle& bundle)
{
    const auto& definition = bundle.package().definition;
    OpenedBundle opened;
    Json invalid = Json::array();
    for (const verify::Round& round : bundle.rounds()) {
        Opened ballots = ballots_of(round, ballot::block_count(definition));
        std::sort(ballots.begin(), ballots.end());
        const auto look = [&](const Elements& elements, const std::vector<election::Mark>* marks) {
            if (marks != nullptr && election::Selection::make(definition, *marks)) return;
            Json texts = Json::array();
            for (const crypto::Element& element : elements) texts.push_back(to_base64url(element.bytes()));
            invalid.push_back({{"round", round.number()}, {"elements", std::move(texts)}, {"reason", marks != nullptr ? "rules" : "unreadable"}});
        };
        opened.rounds.push_back({channel_of(round.of()), decode_opened(definition, ballots, look)});
    }
    opened.invalid = invalid.dump() + "\n";
    return opened;
}

}  // namespace isoloir::counting
