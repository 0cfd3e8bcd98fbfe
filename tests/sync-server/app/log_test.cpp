// The log as anyone may read it, from nothing but what is served.

#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include "shared/base/encoding.hpp"
#include "shared/log/proof.hpp"
#include "shared/log/tile.hpp"
#include "tests/support/a_server_folder.hpp"

using namespace isoloir;
using test::a_voter;
using test::AServerFolder;

namespace {

/// A hall whose terminal cast so many ballots, which are here.
test::ATerminal a_hall(AServerFolder& folder, std::uint64_t ballots)
{
    auto terminal = folder.terminal();
    for (std::uint64_t voter = 0; voter < ballots; ++voter) terminal.vote(folder.package(), a_voter(voter), {0});
    REQUIRE(folder.send(terminal));
    return terminal;
}

std::string tracker_of(const std::string& record, const crypto::PublicKey& terminal)
{
    const auto content = ballot::open_record(record, terminal).value();
    return ballot::tracker(std::get<ballot::BallotBody>(content.body).ballot.ciphertexts);
}

std::optional<std::string> served(const AServerFolder& folder, const std::string& path)
{
    auto document = folder.centre->document(path);
    return document ? std::optional(document->body) : std::nullopt;
}

}  // namespace

TEST_CASE("a tracker, however it is typed, leads to the proof that the ballot is in the log")
{
    AServerFolder folder;
    const auto terminal = a_hall(folder, 20);
    for (const bool again : {false, true}) {
        if (again) folder.restart();
        const auto checkpoint = folder.checkpoint();
        for (std::size_t i = 1; i < terminal.lines().size(); ++i) {
            const std::string& record = terminal.lines()[i].record;
            const auto json = nlohmann::json::parse(*served(folder, "/inclusion/" + tracker_of(record, terminal.device().public_key())));
            CHECK(json.at("record") == record);
            log::Proof proof;
            for (const auto& hash : json.at("proof")) proof.push_back(*array_from_base64url<32>(hash.get<std::string>()));
            CHECK(log::check_inclusion(log::leaf_hash(bytes_of(record)), json.at("leaf").get<std::uint64_t>(), checkpoint.size, proof, checkpoint.root));
            CHECK(json.at("checkpoint") == folder.centre->standing().checkpoint);
        }
    }
    std::string typed = tracker_of(terminal.lines()[1].record, terminal.device().public_key());
    for (char& c : typed) c = static_cast<char>(std::tolower(c));
    CHECK(served(folder, "/inclusion/" + typed));
    CHECK(folder.centre->document("/inclusion/0000-0000-0000-0000").error().code == Errc::not_found);
    CHECK(folder.centre->document("/inclusion/x").error().code == Errc::malformed);
    CHECK(folder.centre->document("/inclusion/").error().code == Errc::malformed);
}

TEST_CASE("whoever follows the tiles has every record, and comes to the signed root")
{
    AServerFolder folder;
    const auto terminal = a_hall(folder, 300);
    const auto checkpoint = folder.checkpoint();
    REQUIRE(checkpoint.size == 301);
    std::vector<std::string> records;
    log::MerkleTree tree;
    for (const char* path : {"/tile/entries/000", "/tile/entries/001.p/45"}) {
        const std::string bundle = served(folder, path).value();
        for (std::size_t at = 0; at < bundle.size();) {
            const std::size_t size = static_cast<std::uint8_t>(bundle[at]) * 256U + static_cast<std::uint8_t>(bundle[at + 1]);
            records.push_back(bundle.substr(at + 2, size));
            tree.append(log::leaf_hash(bytes_of(records.back())));
            at += 2 + size;
        }
    }
    REQUIRE(records.size() == 301);
    for (std::size_t i = 0; i < records.size(); ++i) CHECK(records[i] == terminal.lines()[i].record);
    CHECK(tree.root() == checkpoint.root);

    const std::string tile = served(folder, "/tile/0/000").value();
    REQUIRE(tile.size() == 256 * 32);
    CHECK(tile.substr(32, 32) == text_of(log::leaf_hash(bytes_of(records[1]))));
    CHECK(served(folder, "/tile/0/001.p/45")->size() == 45 * 32);
    CHECK(served(folder, "/tile/0/001.p/7")->size() == 7 * 32);
    CHECK(served(folder, "/tile/1/000.p/1")->size() == 32);
    for (const char* path : {"/tile/0/001", "/tile/0/001.p/46", "/tile/1/000", "/tile/2/000.p/1", "/tile/0/0", "/tile/entries/002.p/1"})
        CHECK_FALSE(served(folder, path));
}

TEST_CASE("a resident finds the ballot of the receipt, at which place it was cast, and whether it counts")
{
    AServerFolder folder;
    auto terminal = a_hall(folder, 3);
    const auto sent = terminal.lines().size();
    terminal.vote(folder.package(), a_voter(0), {1});
    REQUIRE(folder.send(terminal, sent));
    const auto page = [&](std::size_t line, const char* language = "en") {
        return folder.centre->find(language, tracker_of(terminal.lines()[line].record, terminal.device().public_key())).value().body;
    };
    CHECK(page(1).find("Your ballot has arrived") != std::string::npos);
    CHECK(page(1).find("Jambes") != std::string::npos);
    CHECK(page(1, "").find("Votre bulletin est bien arrivé") != std::string::npos);
    CHECK(page(sent).find("Another ballot of yours counts already") != std::string::npos);
    CHECK(folder.centre->find("en", "0000-0000-0000-0000").value().body.find("is not here yet") != std::string::npos);
    CHECK(folder.centre->find("en", "nothing").value().body.find("not complete") != std::string::npos);
    CHECK(folder.centre->find("xx", "").error().code == Errc::not_found);
    REQUIRE(*folder.centre->close());
    CHECK(folder.centre->find("en", "0000-0000-0000-0000").value().body.find("is not in the log") != std::string::npos);
}
