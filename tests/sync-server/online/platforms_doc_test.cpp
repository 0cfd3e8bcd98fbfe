// docs/platforms.md says how a platform computes voter tags: its programs are run here, wherever their language is installed.

#include <array>
#include <cstdlib>

#include "shared/base/file.hpp"
#include "shared/base/text.hpp"
#include "shared/election/voter.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/vectors.hpp"

using namespace isoloir;

namespace {

const std::chrono::year_month_day kToday{std::chrono::year{2026} / 6 / 1};

std::string the_page()
{
    return *read_file(ISOLOIR_SOURCE "/docs/platforms.md", 1'000'000);
}

/// The first block of the page in this language.
std::string program_in(const std::string& language)
{
    const std::string page = the_page();
    const std::string fence = "\n```" + language + "\n";
    const auto begin = page.find(fence);
    REQUIRE(begin != std::string::npos);
    return page.substr(begin + fence.size(), page.find("\n```\n", begin + fence.size()) + 1 - begin - fence.size());
}

Result<election::VoterIdentifier> parse(const std::string& kind, const std::string& written)
{
    if (kind == "voter-code") return election::parse_voter_code(written);
    REQUIRE(kind == "national-number");
    ISO_TRY(auto number, election::parse_national_number(written, kToday));
    return std::move(number.identifier);
}

bool runs(const std::string& command)
{
    return std::system((command + " > /dev/null 2>&1").c_str()) == 0;
}

struct Language {
    const char* fence;
    const char* probe;  // whether it is here, with what the program needs
    const char* run;    // with the program as $PROGRAM
};
const std::array kLanguages{
    Language{"python", "python3 -c 'import hashlib; hashlib.blake2b'", "python3 \"$PROGRAM\""},
    // As a text, so that its imports are looked for below the working folder.
    Language{"javascript", "node -e 'require(\"@noble/hashes/blake2.js\")'", "node --input-type=module -e \"$(cat \"$PROGRAM\")\""},
    Language{"ruby", "ruby -e 'require \"rbnacl\"'", "ruby \"$PROGRAM\""},
    Language{"php", "php -r 'exit(function_exists(\"sodium_crypto_generichash\") ? 0 : 1);'", "php \"$PROGRAM\""},
};

}  // namespace

TEST_CASE("tags are what anybody computes from the protocol, and what is no identifier has none")
{
    const auto vectors = test::read_vectors("voter_tag.json");
    const crypto::SecretBytes key(test::hex_array<32>(vectors.at("key")));
    for (const auto& vector : vectors.at("tags")) {
        CAPTURE(vector.at("meaning").get<std::string>());
        const auto identifier = parse(vector.at("kind"), vector.at("written"));
        REQUIRE(identifier);
        CHECK(identifier->canonical() == vector.at("canonical"));
        CHECK(to_hex(election::voter_tag(key, *identifier)) == vector.at("tag"));
    }
    for (const auto& vector : vectors.at("refused")) {
        CAPTURE(vector.at("meaning").get<std::string>());
        CHECK_FALSE(parse(vector.at("kind"), vector.at("written")));
    }
}

TEST_CASE("the page for platforms shows every known tag beside what it is of, and the key")
{
    const std::string page = the_page();
    const auto vectors = test::read_vectors("voter_tag.json");
    CHECK(page.find("`" + vectors.at("key").get<std::string>() + "`") != std::string::npos);
    for (const auto& vector : vectors.at("tags")) {
        std::string row = "\n| " + vector.at("kind").get<std::string>();
        for (const char* cell : {"written", "canonical", "tag"}) row += " | `" + vector.at(cell).get<std::string>() + "`";
        CAPTURE(row);
        CHECK(page.find(row + " |\n") != std::string::npos);
    }
}

TEST_CASE("each program of the page computes the known tags, and refuses what is no identifier")
{
    const auto vectors = test::read_vectors("voter_tag.json");
    std::string asked;
    std::string expected;
    for (const char* list : {"tags", "refused"})
        for (const auto& vector : vectors.at(list)) {
            asked += vector.at("kind").get<std::string>() + ";" + vector.at("written").get<std::string>() + "\n";
            expected += vector.value("tag", "refused") + "\n";
        }
    const test::TemporaryFolder folder;
    REQUIRE(write_file(folder / "asked", asked));
    std::size_t ran = 0;
    for (const Language& language : kLanguages) {
        CAPTURE(language.fence);
        REQUIRE(write_file(folder / "program", program_in(language.fence)));
        const std::string in_source = "cd " ISOLOIR_SOURCE " && ";
        if (!runs(in_source + language.probe)) continue;
        ++ran;
        const std::string environment = "export ISOLOIR_TAG_KEY=" + vectors.at("key").get<std::string>() + " PROGRAM=" + (folder / "program").string() + " && ";
        CHECK(std::system((in_source + environment + language.run + " < " + (folder / "asked").string() + " > " + (folder / "told").string()).c_str()) == 0);
        CHECK(*read_file(folder / "told", 1'000'000) == expected);
    }
    CHECK(ran > 0);  // node, which the build needs, is one of them
}

TEST_CASE("OpenSSL's command computes the tag that the page says")
{
    if (!runs("openssl mac -macopt size:32 -macopt hexkey:00 -in /dev/null BLAKE2BMAC")) return;
    const test::TemporaryFolder folder;
    REQUIRE(write_file(folder / "program", program_in("sh")));
    REQUIRE(std::system(("sh " + (folder / "program").string() + " > " + (folder / "told").string()).c_str()) == 0);
    const std::string told = ascii_lower(trimmed(*read_file(folder / "told", 1000)));
    CHECK(test::read_vectors("voter_tag.json").at("tags").at(5).at("tag") == told);
}
