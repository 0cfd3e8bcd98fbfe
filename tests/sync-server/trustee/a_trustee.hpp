#pragma once
// The real isoloir-trustee, as trustees run it on machines of their own.

#include <nlohmann/json.hpp>

#include "shared/base/file.hpp"
#include "tests/journeys/process.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

namespace isoloir::test {

inline Ended trustee(std::vector<std::string> words, const std::string& passphrase = "quatre mots de passe")
{
    words.insert(words.begin(), {"env", "ISOLOIR_PASSPHRASE=" + passphrase, std::string(ISOLOIR_BIN) + "/isoloir-trustee"});
    return Process(words).end();
}

inline std::string must(const Ended& ended)
{
    INFO(ended.out << ended.err);
    REQUIRE(ended.code == 0);
    return ended.out;
}

inline bool has(const std::string& text, const std::string& part)
{
    INFO(text);
    CHECK(text.find(part) != std::string::npos);
    return text.find(part) != std::string::npos;
}

/// Three trustees, any two of whom can open.
struct ThreeTrustees {
    TemporaryFolder root;
    std::vector<std::string> names{"Anne", "Bart", "Chloé"};

    ThreeTrustees()
    {
        std::vector<std::string> convene{"convene", exchange(), "--threshold", "2"};
        for (const std::string& name : names) {
            must(trustee({"init", folder(name), "--name", name}));
            convene.push_back(folder(name) + "/card-" + name + ".jws");
        }
        must(trustee(convene));
    }
    std::string path(const std::string& name) const { return (root / name).string(); }
    std::string folder(const std::string& name) const { return path(name); }
    std::string exchange() const { return path("exchange"); }
    std::string file(const std::string& name) const { return exchange() + "/" + name; }
    std::string content(const std::string& name) const { return read_file(file(name), 1 << 20).value(); }
    Ended step(const std::string& name) const { return trustee({"ceremony", folder(name), exchange(), "--yes"}); }
    nlohmann::json status() const { return nlohmann::json::parse(trustee({"status", exchange(), "--json"}).out); }
    void finish() const
    {
        for (int round = 0; round < 3; ++round)
            for (const std::string& name : names) must(step(name));
    }
    /// All files of the exchange, by name.
    std::map<std::string, std::string> files() const
    {
        std::map<std::string, std::string> all;
        for (const auto& entry : std::filesystem::directory_iterator(exchange()))
            all[entry.path().filename().string()] = read_file(entry.path(), 1 << 20).value();
        return all;
    }
};

}  // namespace isoloir::test
