// The arrows of ARCHITECTURE.md. A folder that stands in no row fails: whoever adds one decides whom it may include.

#include <map>
#include <optional>
#include <regex>

#include "tests/architecture/source_tree.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir::test;

namespace {

using Folders = std::vector<std::string>;

Folders operator+(Folders one, const Folders& two)
{
    one.insert(one.end(), two.begin(), two.end());
    return one;
}

const Folders kGround{"shared/base", "shared/crypto"};
const Folders kCentre = kGround + Folders{"shared/wire", "shared/log", "shared/storage", "shared/election", "shared/ballot", "shared/proof", "shared/count"};

/// What a folder may include beside itself. The folders below a folder count as it, unless they have a row of their own.
const std::map<std::string, Folders> kArrows{
    {"shared/base", {}},
    {"shared/command", {"shared/base"}},
    {"shared/crypto", {"shared/base"}},
    {"shared/wire", kGround},
    {"shared/log", kGround},
    {"shared/storage", kGround},
    {"shared/tls", kGround},
    {"shared/election", kGround + Folders{"shared/wire"}},
    {"shared/ballot", kGround + Folders{"shared/wire", "shared/election"}},
    {"shared/proof", kGround + Folders{"shared/wire", "shared/election"}},
    {"shared/count", {"shared/base", "shared/election"}},
    {"shared/verify", kGround + Folders{"shared/command", "shared/wire", "shared/log", "shared/election", "shared/ballot", "shared/proof", "shared/count"}},

    {"terminal/ui", {"shared/base"}},
    {"terminal/platform", {"shared/base", "terminal/ui"}},
    {"terminal/booth", {"shared/base", "shared/election"}},
    {"terminal/identify", {"shared/base", "shared/election"}},
    {"terminal/card", kGround + Folders{"shared/election"}},
    {"terminal/locales", {"shared/base"}},
    {"terminal/screens", {"shared/base", "shared/election", "terminal/ui", "terminal/booth", "terminal/locales"}},
    {"terminal/staff", {"shared/base"}},
    {"terminal/devices", {"shared/base"}},
    {"terminal/printer", {"shared/base", "terminal/ui"}},
    {"terminal/screens/staff", {"shared/base", "terminal/ui", "terminal/locales", "terminal/staff", "terminal/screens"}},
    {"terminal/voice", {"shared/base", "terminal/ui", "terminal/locales", "terminal/platform"}},
    {"terminal/journal", kGround + Folders{"shared/wire", "shared/log", "shared/storage", "shared/election", "shared/ballot"}},
    {"terminal/sync", kGround + Folders{"shared/wire", "shared/tls", "shared/ballot"}},
    {"terminal", {"shared", "terminal"}},  // main.cpp and app: the only ones that know all parts
    {"terminal/app", {"shared", "terminal"}},

    {"sync-server/operations", {"shared/base"}},
    {"sync-server/http", kGround + Folders{"shared/wire", "shared/tls"}},
    {"sync-server/store", kCentre},
    {"sync-server/accounts", kGround + Folders{"sync-server/store"}},
    {"sync-server/intake", kCentre + Folders{"sync-server/store"}},
    {"sync-server/roll", kCentre},
    {"sync-server/online", kCentre + Folders{"sync-server/store", "sync-server/roll", "sync-server/intake"}},
    {"sync-server/counting", kCentre + Folders{"shared/verify", "sync-server/store", "sync-server/intake", "sync-server/online"}},
    {"sync-server/publish", kCentre + Folders{"sync-server/store", "sync-server/intake", "sync-server/online", "sync-server/counting"}},
    {"sync-server/trustee", {"shared", "sync-server/publish"}},
    {"sync-server/admin", {"shared", "sync-server"}},
    {"sync-server/figures", {"shared", "sync-server/http", "sync-server/app"}},
    {"sync-server", {"shared", "sync-server"}},
    {"sync-server/app", {"shared", "sync-server"}},
};

/// One file of a folder that all may use where the folder itself may not be included: wiping is no cryptography.
const std::map<std::string, Folders> kSingleFiles{{"terminal/booth", {"shared/crypto/secret.hpp"}},
                                                  {"terminal/identify", {"shared/crypto/secret.hpp"}},
                                                  {"terminal/staff", {"shared/crypto/secret.hpp"}},
                                                  {"terminal/voice", {"shared/crypto/secret.hpp"}}};

/// Libraries whose names stand in few places.
struct Fence {
    std::regex header;
    Folders allowed;
};
const std::vector<Fence> kFences{
    {std::regex("SDL.*"), {"terminal/platform"}},
    {std::regex("espeak-ng/.*"), {"terminal/voice"}},
    {std::regex("boost/(asio|beast).*|sys/socket\\.h|netdb\\.h|netinet/.*|arpa/inet\\.h"), {"terminal/sync", "sync-server/http"}},
    {std::regex("openssl/.*"), {"shared/tls", "shared/crypto/hash.cpp", "terminal/sync", "sync-server/http", "sync-server/accounts"}},
    {std::regex("(sqlcipher/)?sqlite3\\.h"), {"shared/storage"}},
    {std::regex("spdlog/.*|toml\\+\\+/.*|systemd/.*"), {"sync-server/operations"}},
    {std::regex("prometheus/.*"), {"sync-server/figures"}},
    {std::regex("winscard\\.h"), {"terminal/card"}},
    {std::regex("gmp.*"), {"shared/count"}},
    {std::regex("(cairo|pango|librsvg).*"), {"terminal/ui", "sync-server/publish", "sync-server/trustee/backup_page.cpp", "terminal/platform"}},
};

bool is_below(const std::string& path, const std::string& folder)
{
    return path == folder || path.rfind(folder + "/", 0) == 0;
}

bool is_below_any(const std::string& path, const Folders& folders)
{
    return std::any_of(folders.begin(), folders.end(), [&](const std::string& folder) { return is_below(path, folder); });
}

/// The row that a path falls under: its folder's own, else the one above it. Files directly in a program's folder are main.
std::optional<std::string> row_of(std::string folder)
{
    const bool below_a_program = folder.find('/') != std::string::npos;
    for (;; folder = std::filesystem::path(folder).parent_path().string()) {
        if (folder.empty() || (below_a_program && folder.find('/') == std::string::npos)) return std::nullopt;
        if (kArrows.count(folder) != 0) return folder;
    }
}

struct Include {
    std::string header;
    bool ours;  // in quotes
};

std::vector<Include> includes_of(const SourceFile& file)
{
    static const std::regex pattern(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])");
    std::vector<Include> includes;
    for (const std::string& line : file.lines) {
        std::smatch match;
        if (std::regex_search(line, match, pattern)) includes.push_back({match[2], match[1] == "\""});
    }
    return includes;
}

}  // namespace

TEST_CASE("every include of ours follows an arrow of the table")
{
    std::size_t seen = 0;
    for (const SourceFile& file : source_files(kProducts)) {
        const auto row = row_of(file.folder());
        if (!row) {
            INFO(file.path << " stands in a folder without a row: say in ARCHITECTURE.md and here whom it may include");
            CHECK(row);
            continue;
        }
        for (const Include& include : includes_of(file)) {
            if (!include.ours) continue;
            ++seen;
            const std::string folder = std::filesystem::path(include.header).parent_path().string();
            const auto target = row_of(folder);
            INFO(file.path << " includes " << include.header);
            CHECK(target);
            if (!target) continue;
            const auto single = kSingleFiles.find(*row);
            const bool allowed =
                *target == *row || is_below_any(*target, kArrows.at(*row)) || (single != kSingleFiles.end() && is_below_any(include.header, single->second));
            CHECK(allowed);
        }
    }
    CHECK(seen > 400);  // the tree was found
}

TEST_CASE("windows, speech, sockets, TLS, the database and drawing are each named in their own folder alone")
{
    for (const SourceFile& file : source_files(kProducts))
        for (const Include& include : includes_of(file))
            for (const Fence& fence : kFences) {
                if (!std::regex_match(include.header, fence.header)) continue;
                INFO(file.path << " includes " << include.header);
                CHECK(is_below_any(file.path, fence.allowed));
            }
}

TEST_CASE("no part of the table allows a terminal to know the server, or the reverse")
{
    for (const auto& [folder, allowed] : kArrows)
        for (const std::string& target : allowed) {
            INFO(folder << " -> " << target);
            CHECK_FALSE((is_below(folder, "terminal") && is_below(target, "sync-server")));
            CHECK_FALSE((is_below(folder, "sync-server") && is_below(target, "terminal")));
            CHECK_FALSE((is_below(folder, "shared") && !is_below(target, "shared")));
        }
}

TEST_CASE("the arrows make no circle")
{
    // A folder's depth is one more than the deepest it may include; in a circle depths never settle.
    std::map<std::string, std::size_t> depth;
    for (std::size_t round = 0; round <= kArrows.size() + 1; ++round) {
        bool changed = false;
        for (const auto& [folder, allowed] : kArrows)
            for (const auto& [target, ignored] : kArrows) {
                if (target == folder || folder == "terminal" || folder == "terminal/app" || folder == "sync-server" || folder == "sync-server/app") continue;
                if (!is_below_any(target, allowed) || depth[folder] > depth[target]) continue;
                depth[folder] = depth[target] + 1;
                changed = true;
            }
        if (!changed) return;
    }
    FAIL("two folders may include each other");
}
