// What proves the count is kept by the server and published with the result: to read file by file, or as one archive.

#include <map>

#include <archive.h>
#include <archive_entry.h>
#include <nlohmann/json.hpp>

#include "shared/base/encoding.hpp"
#include "tests/support/fails_as.hpp"
#include "tests/sync-server/app/a_proved_count.hpp"
#include "tests/sync-server/app/restored.hpp"

using namespace isoloir;
using namespace isoloir::test;

namespace {

using Files = std::map<std::string, std::string>;

std::string all_of(const Result<http::Download>& download)
{
    REQUIRE(download);
    std::string all;
    while (true) {
        const auto piece = download->pieces.next();
        REQUIRE(piece);
        if (piece->empty()) break;
        all += *piece;
    }
    CHECK(download->pieces.next()->empty());
    CHECK(download->pieces.bytes.value_or(all.size()) == all.size());
    return all;
}

Files in_folder(const std::filesystem::path& folder)
{
    Files files;
    for (const auto& path : files_of(folder)) files[path.lexically_relative(folder).generic_string()] = *read_file(path, 1 << 24);
    return files;
}

/// What the listing names, each read by its own address.
Files served_one_by_one(const app::Centre& centre)
{
    const auto listing = centre.document("/bundle.json");
    REQUIRE(listing);
    CHECK(listing->type == "application/json");
    Files files;
    const auto json = nlohmann::json::parse(listing->body);
    for (const auto& file : json["files"]) {
        const auto path = file["path"].get<std::string>();
        const auto download = centre.download("/bundle/" + path);
        const std::string content = all_of(download);
        CHECK(file["bytes"] == content.size());
        CHECK(file["sha256"] == to_base64url(crypto::sha256(bytes_of(content))));
        CHECK(download->tag == file["sha256"]);
        files[path] = content;
    }
    return files;
}

/// What somebody has who unpacks the archive; without the folder's name.
Files unpacked(const app::Centre& centre, const std::string& folder)
{
    const auto download = centre.download("/bundle.zip");
    const std::string zip = all_of(download);
    CHECK(download->name == folder + ".zip");
    CHECK(download->type == "application/zip");
    const std::unique_ptr<archive, int (*)(archive*)> reader(archive_read_new(), archive_read_free);
    archive_read_support_format_zip_seekable(reader.get());
    REQUIRE(archive_read_open_memory(reader.get(), zip.data(), zip.size()) == ARCHIVE_OK);
    Files files;
    archive_entry* entry = nullptr;
    while (archive_read_next_header(reader.get(), &entry) == ARCHIVE_OK) {
        const std::string path = archive_entry_pathname(entry);
        std::string content(static_cast<std::size_t>(archive_entry_size(entry)), ' ');
        REQUIRE(archive_read_data(reader.get(), content.data(), content.size()) == static_cast<la_ssize_t>(content.size()));
        REQUIRE(path.starts_with(folder + "/"));
        files[path.substr(folder.size() + 1)] = content;
    }
    return files;
}

/// Whether anything of a proof is there.
bool publishes_something(const app::Centre& centre)
{
    return centre.document("/bundle.json") || centre.download("/bundle.zip") || centre.download("/bundle/package.jws") || centre.standing().proved;
}

void write_to(const std::filesystem::path& folder, const Files& files)
{
    for (const auto& [path, content] : files) {
        std::filesystem::create_directories((folder / path).parent_path());
        REQUIRE(write_file(folder / path, content));
    }
}

}  // namespace

TEST_CASE("the proof of a count is served as it was written, after a restart and after a backup was put back")
{
    AServerFolder folder;
    hold_election(folder, 300);  // two tiles of the log, and files of several pieces
    CHECK_FALSE(publishes_something(*folder.centre));
    const auto bundle = folder.root / "bundle";
    REQUIRE(count_into(folder, bundle));
    const Files written = in_folder(bundle);
    std::filesystem::remove_all(bundle);
    const std::string name = "isoloir-" + to_hex(folder.package().id).substr(0, 8);
    const auto check = [&](const app::Centre& centre) {
        CHECK(served_one_by_one(centre) == written);
        CHECK(unpacked(centre, name) == written);
        CHECK(centre.standing().proved);
        CHECK(centre.document("/en")->body.find("href=\"/bundle.zip\"") != std::string::npos);
    };
    check(*folder.centre);
    folder.restart();
    check(*folder.centre);

    const auto backup = folder.root / "backup";
    REQUIRE(folder.centre->backup(backup, nobody_watches));
    Restored restored;
    REQUIRE(restored.from(folder, backup));
    check(*restored.centre);
}

TEST_CASE("a file of any size is kept in pieces and comes back whole, by itself and in the archive")
{
    const TemporaryFolder root;
    crypto::SystemRandom random;
    auto folder = store::create_folder({root / "centre", std::nullopt, a_database()}, random).value();
    std::mutex mutex;
    app::KeptBundle bundle(*folder.store, mutex);
    constexpr std::size_t kPiece = 64 * 1024;
    Files files;
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, kPiece - 1, kPiece, kPiece + 1, 3 * kPiece}) {
        std::string content(size, '\0');
        for (char& byte : content) byte = static_cast<char>(random.below(256));
        files["file-of-" + std::to_string(size)] = content;
    }
    write_to(root / "bundle", files);
    std::set<std::string> paths;
    for (const auto& [path, content] : files) paths.insert(path);
    std::size_t told = 0;
    REQUIRE(folder.store->transact([&] { return bundle.keep(root / "bundle", paths, [&] { ++told; }); }));
    CHECK(told == files.size());
    for (const auto& [path, content] : files) CHECK(all_of(bundle.file(path)) == content);
    const auto whole = all_of(bundle.archive("all"));
    CHECK(whole.size() > 6 * kPiece);
    CHECK(all_of(bundle.archive("all")) == whole);
    CHECK(bundle.archive("all")->tag != bundle.archive("other")->tag);

    const auto missing = paths.insert("missing").second;
    REQUIRE(missing);
    CHECK_FALSE(folder.store->transact([&] { return bundle.keep(root / "bundle", paths, [] {}); }));
}

TEST_CASE("nothing else is below the bundle's address, whatever somebody asks for")
{
    AServerFolder folder;
    hold_election(folder, 20);
    REQUIRE(count_into(folder, folder.root / "bundle"));
    for (const char* path : {"/bundle/store.key", "/bundle/../store.key", "/bundle/", "/bundle/log", "/bundle/log/tile/entries/001",
                             "/bundle/log/tile/0/000.p/5", "/bundle/round-0", "/bundle/round-1/mix-1.jws", "/bundle/PACKAGE.JWS", "/bundle//package.jws"})
        CHECK(fails_as(folder.centre->download(path), Errc::not_found));
}

TEST_CASE("a count that was not proved has nothing to show for it, and one that failed leaves nothing half")
{
    AServerFolder folder;
    hold_election(folder, 20);
    const auto taken = folder.root / "taken";
    write_to(taken, {{"something", "else"}});
    CHECK(fails_as(count_into(folder, taken), Errc::conflict));
    CHECK_FALSE(publishes_something(*folder.centre));
    REQUIRE(count_into(folder, {}));
    CHECK_FALSE(publishes_something(*folder.centre));
    CHECK(folder.centre->document("/en")->body.find("bundle.zip") == std::string::npos);
}

TEST_CASE("of a ceremony's folder what proves the count is served, and not what lies beside it")
{
    ACeremony ceremony;
    write_to(ceremony.bundle, {{"notes of a trustee", "x"}, {"round-0/mix-9.jws", "y"}});
    for (const std::size_t who : {0, 2}) REQUIRE(ceremony.trustees[who].mix(ceremony.bundle));
    for (const std::size_t who : {0, 2}) REQUIRE(ceremony.trustees[who].open(ceremony.bundle));
    REQUIRE(ceremony.count());
    CHECK(fails_at(ceremony.bundle) == "files");
    const auto fetched = ceremony.folder.root / "fetched";
    write_to(fetched, served_one_by_one(*ceremony.folder.centre));
    CHECK(fails_at(fetched) == "");
}

TEST_CASE("few ballots are not shown one by one: a server that holds the key is told to count without a bundle")
{
    AServerFolder folder;
    hold_election(folder, 19);
    const auto bundle = folder.root / "bundle";
    const auto refused = count_into(folder, bundle);
    REQUIRE(fails_as(refused, Errc::refused));
    CHECK(refused.error().message.find("only 19 ballots count") != std::string::npos);
    CHECK(refused.error().message.find("without --bundle") != std::string::npos);
    CHECK(fails_as(folder.centre->write_bundle(bundle), Errc::refused));
    CHECK(fails_as(folder.centre->write_bundle(bundle, true), Errc::refused));
    CHECK_FALSE(std::filesystem::exists(bundle));
    REQUIRE(count_into(folder, {}));
    CHECK(folder.centre->standing().outcome->ballots == 19);
    CHECK_FALSE(publishes_something(*folder.centre));
}

TEST_CASE("trustees who open few ballots do so among themselves, and totals alone are published")
{
    ACeremony ceremony(19, true);
    const app::Centre& centre = *ceremony.folder.centre;
    const auto refused = ceremony.folder.centre->write_bundle(ceremony.folder.root / "other");
    REQUIRE(fails_as(refused, Errc::refused));
    CHECK(refused.error().message.find("--unpublished") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(ceremony.folder.root / "other"));
    for (const std::size_t who : {0, 1}) REQUIRE(ceremony.trustees[who].mix(ceremony.bundle));
    for (const std::size_t who : {0, 1}) REQUIRE(ceremony.trustees[who].open(ceremony.bundle));
    REQUIRE(ceremony.count());
    CHECK(centre.standing().outcome->ballots == 19);
    CHECK_FALSE(publishes_something(centre));
    for (const char* name : {"ballots.pb", "invalid.json", "result.jws"}) CHECK_FALSE(std::filesystem::exists(ceremony.bundle / name));
    CHECK_FALSE(counting::open_result(centre.document("/result.jws")->body, ceremony.folder.package())->files);
}

TEST_CASE("where nobody voted there is nothing to open, and trustees are not asked for")
{
    crypto::SystemRandom random;
    const ASharedKey key(2, 3, random);
    AServerFolder folder{by_trustees(), key.trustees};
    REQUIRE(folder.centre->close());
    CHECK(fails_as(folder.centre->write_bundle(folder.root / "bundle"), Errc::refused));
    REQUIRE(count_into(folder, {}));
    CHECK(folder.centre->standing().outcome->ballots == 0);
}
