#include <map>

#include "shared/base/encoding.hpp"
#include "shared/proof/ceremony.hpp"
#include "tests/sync-server/trustee/a_trustee.hpp"

using namespace isoloir;
using namespace isoloir::test;

TEST_CASE("three trustees make a key, each is told what comes next, and all write the same")
{
    const ThreeTrustees them;
    CHECK(them.status()["awaited"] == nlohmann::json({1, 2, 3}));
    CHECK(has(must(them.step("Anne")), "Written: commit-1.jws\nRound commit. Awaited: trustee 2 (Bart), trustee 3 (Chloé).\n"));
    must(them.step("Bart"));
    // The last of a round begins the next.
    CHECK(has(must(them.step("Chloé")), "Written: commit-3.jws\nWritten: reveal-3.jws\nRound reveal. Awaited: trustee 1 (Anne), trustee 2 (Bart).\n"));
    them.finish();
    const auto status = them.status();
    CHECK(status["stage"] == "finished");
    CHECK(status["faults"].empty());
    const auto key = proof::read_trustees(them.content("trustees.json")).value();
    CHECK(status["key"] == to_hex(key.key().bytes()));
    CHECK(status["transcript"] == to_hex(key.transcript));
    CHECK(key.threshold == 2);
    CHECK(key.members[2].name == "Chloé");

    const auto before = them.files();
    std::filesystem::remove(them.file("trustees.json"));
    CHECK(has(must(them.step("Bart")), "The key is made. Its fingerprint"));
    CHECK(them.files() == before);
    CHECK(has(must(trustee({"status", them.exchange()})), "3. commit yes, reveal yes, confirm yes"));
}

TEST_CASE("whatever was lost on its way is handed over again, the very same")
{
    const ThreeTrustees them;
    for (int round = 0; round < 3; ++round) {
        for (const std::string& name : them.names) must(them.step(name));
        const auto before = them.files();
        for (const auto& [file, content] : before)
            if (file != "ceremony.json") std::filesystem::remove(them.file(file));
        for (const std::string& name : them.names) must(them.step(name));
        for (const auto& [file, content] : before) CHECK(them.content(file) == content);
    }
    CHECK(them.status()["stage"] == "finished");
}

TEST_CASE("a step that was cut short before its message was kept sends the same commit")
{
    const ThreeTrustees them;
    must(them.step("Anne"));
    const std::string sent = them.content("commit-1.jws");
    for (const auto& entry : std::filesystem::recursive_directory_iterator(them.folder("Anne")))
        if (entry.path().filename() == "commit.jws") std::filesystem::remove(entry.path());
    std::filesystem::remove(them.file("commit-1.jws"));
    must(them.step("Anne"));
    CHECK(them.content("commit-1.jws") == sent);
}

TEST_CASE("once the key stands a trustee keeps the share alone, and goes on without the part")
{
    const ThreeTrustees them;
    them.finish();
    for (const auto& entry : std::filesystem::recursive_directory_iterator(them.folder("Anne"))) {
        INFO(entry.path());
        CHECK(entry.path().filename() != "part.key");
        const auto mode = std::filesystem::status(entry.path()).permissions();
        if (entry.path().extension() == ".key")
            CHECK((mode & std::filesystem::perms::all) == (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    }
    must(them.step("Anne"));
}

TEST_CASE("nothing is sent before somebody says that the fingerprints are right")
{
    const ThreeTrustees them;
    const auto before = them.files();
    const Ended ended = trustee({"ceremony", them.folder("Anne"), them.exchange()});
    CHECK(ended.code == 1);
    CHECK(has(ended.out, "3. Chloé"));
    CHECK(has(ended.err, "must compare the fingerprints"));
    CHECK(them.files() == before);
    must(them.step("Anne"));
    // It was said once.
    must(trustee({"ceremony", them.folder("Anne"), them.exchange()}));
}

TEST_CASE("a wrong passphrase, a stranger and a folder in use are sent away")
{
    const ThreeTrustees them;
    CHECK(has(trustee({"ceremony", them.folder("Anne"), them.exchange(), "--yes"}, "cinq mots de passe").err, "the passphrase is wrong"));
    CHECK(has(trustee({"init", them.folder("Anne"), "--name", "Anne"}, "court").err, "at least 12 characters"));
    must(trustee({"init", them.path("Driss"), "--name", "Driss"}));
    CHECK(has(trustee({"ceremony", them.path("Driss"), them.exchange(), "--yes"}).err, "Driss is not among the trustees"));
    CHECK(has(trustee({"init", them.folder("Anne"), "--name", "Elke"}).err, "this is the folder of Anne"));
    CHECK(has(trustee({"init", them.path("nobody"), "--name", "a\nb"}).err, "--name: a name is one line"));
    CHECK(has(trustee({"ceremony", them.path("nowhere"), them.exchange(), "--yes"}).err, "`isoloir-trustee init` makes one"));
    CHECK(has(trustee({"ceremony", them.folder("Anne"), them.path("nowhere"), "--yes"}).err, "`isoloir-trustee convene` makes one"));
    must(trustee({"init", them.folder("Anne"), "--name", "Anne"}));
}

TEST_CASE("a ceremony is convened once, from cards alone")
{
    const ThreeTrustees them;
    const std::string before = them.content("ceremony.json");
    const auto card = [&](const std::string& name) { return them.folder(name) + "/card-" + name + ".jws"; };
    must(trustee({"convene", them.exchange(), "--threshold", "2", card("Anne"), card("Bart"), card("Chloé")}));
    CHECK(
        has(trustee({"convene", them.exchange(), "--threshold", "3", card("Anne"), card("Bart"), card("Chloé")}).err, "another ceremony stands here already"));
    CHECK(has(trustee({"convene", them.path("other"), "--threshold", "2", card("Anne")}).err, "of 1 trustees 1 to 1 can be enough, not 2"));
    CHECK(has(trustee({"convene", them.path("other"), "--threshold", "1", them.file("ceremony.json")}).err, "this is no trustee's card"));
    CHECK(them.content("ceremony.json") == before);
}

TEST_CASE("an altered file is named and waited for, and its sender's next step mends it")
{
    const ThreeTrustees them;
    for (const std::string& name : them.names) must(them.step(name));
    std::string jws = them.content("commit-2.jws");
    jws[jws.find('.') + 30] ^= 1;
    REQUIRE(write_file(them.file("commit-2.jws"), jws));
    REQUIRE(write_file(them.file("huge.jws"), std::string(100'000, 'x')));
    const auto status = them.status();
    CHECK(status["stage"] == "commit");
    CHECK(status["awaited"] == nlohmann::json({2}));
    CHECK(status["faults"][0]["trustee"] == 2);
    CHECK(status["faults"][0]["proven"] == false);
    CHECK(status["faults"][1]["trustee"].is_null());
    CHECK(has(must(them.step("Anne")), "Left aside: commit-2.jws: trustee 2 (Bart) did not sign this"));
    must(them.step("Bart"));
    CHECK(them.status()["stage"] == "reveal");
}

TEST_CASE("a trustee whose folder was copied and went two ways is named by all")
{
    const ThreeTrustees them;
    const std::string other = them.path("other");
    std::filesystem::create_directory(other);
    std::filesystem::copy(them.file("ceremony.json"), other);
    std::filesystem::copy(them.folder("Bart"), them.path("copy"), std::filesystem::copy_options::recursive);
    must(trustee({"ceremony", them.path("copy"), other, "--yes"}));
    // His own program sees what it never made.
    const std::string strange = them.file("commit-2-copy.jws");
    std::filesystem::copy(other + "/commit-2.jws", strange);
    CHECK(has(them.step("Bart").err, "messages under your signature lie here that this folder never made"));
    std::filesystem::remove(strange);
    must(them.step("Bart"));
    std::filesystem::copy(other + "/commit-2.jws", strange);
    for (const std::string& name : them.names) {
        const Ended ended = them.step(name);
        CHECK(ended.code == 1);
        CHECK(has(ended.out, "trustee 2 (Bart) signed two different messages for one round"));
        CHECK(has(ended.out, "What is wrong is signed by: trustee 2 (Bart)."));
    }
    const Ended status = trustee({"status", them.exchange()});
    CHECK(status.code == 1);
    CHECK(has(status.out, "This ceremony has ended, and its key must never be used."));
    // Without him there is a key all the same.
    const std::string anew = them.path("anew");
    must(trustee({"convene", anew, "--threshold", "2", them.folder("Anne") + "/card-Anne.jws", them.folder("Chloé") + "/card-Chloé.jws"}));
    for (int round = 0; round < 3; ++round)
        for (const std::string name : {"Anne", "Chloé"}) must(trustee({"ceremony", them.folder(name), anew, "--yes"}));
    CHECK(std::filesystem::exists(anew + "/trustees.json"));
}

TEST_CASE("a list of trustees that somebody else wrote is noticed")
{
    const ThreeTrustees them;
    them.finish();
    const ThreeTrustees others;
    others.finish();
    REQUIRE(write_file(them.file("trustees.json"), others.content("trustees.json")));
    CHECK(has(them.step("Anne").err, "this is not the key that the messages make"));
    const auto status = them.status();
    CHECK(status["faults"][0]["file"] == "trustees.json");
}
