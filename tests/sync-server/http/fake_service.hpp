#pragma once
// A Service that remembers what it was asked, and can be held in the middle of a call.

#include <array>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <set>
#include <stdexcept>
#include <vector>

#include "shared/base/encoding.hpp"
#include "sync-server/http/service.hpp"

namespace isoloir::test {

class FakeService final : public http::Service {
public:
    std::set<crypto::PublicKey> known;
    std::optional<Error> failure;  // what `accept` answers; set before the server starts
    http::Document page{"text/html; charset=utf-8", "<h1>Résultat</h1>"};

    Status note(const crypto::KeyId&, std::string_view state) override { return state == "well" ? Status{} : fail(Errc::malformed, "no state"); }
    std::atomic<bool> store_is_away{false};
    Status health() const override { return store_is_away ? fail(Errc::unavailable, "the database is away") : Status{}; }
    crypto::Digest election() const override { return crypto::Digest{9}; }
    bool admits(const crypto::PublicKey& device) const override { return known.count(device) > 0; }
    std::string package() const override { return "the.signed.package"; }
    std::string roster() const override { return "the.signed.roster"; }
    Result<std::string> picture(const crypto::Digest& hash) const override
    {
        if (hash != crypto::Digest{7}) return fail(Errc::not_found, "no such picture");
        return std::string("\x89PNG");
    }
    Result<std::string> head(const crypto::KeyId&) override { return std::string("head.receipt"); }

    /// The receipt depends on the body alone: the same batch again, the same receipt.
    Result<std::string> accept(const crypto::KeyId&, std::string_view body) override
    {
        std::unique_lock lock(mutex_);
        bodies_.emplace_back(body);
        changed_.notify_all();
        changed_.wait(lock, [this] { return !held_; });
        if (failure) return tl::make_unexpected(*failure);
        return receipt_for(body);
    }
    Result<std::string> present(const crypto::KeyId&, std::string_view receipt) override { return "seen." + std::string(receipt); }
    /// What was asked for, said back.
    Result<std::string> voted(const crypto::KeyId& terminal, const std::optional<wire::Cursor>& after) const override
    {
        return "voted.not.at." + to_hex(terminal) + (after ? ".after." + to_hex(*after) : "");
    }
    Result<std::string> roll(const std::optional<wire::Cursor>& after) const override { return "roll" + (after ? ".after." + to_hex(*after) : ""); }
    Result<std::string> post_votes(std::string_view token, std::string_view body) override
    {
        if (token != "isoloir_good") return fail(Errc::forged, "a token is expected");
        return "{\"posted\":" + std::to_string(body.size()) + "}";
    }
    Result<http::Document> document(std::string_view path) const override
    {
        const std::lock_guard lock(mutex_);
        paths_.emplace_back(path);
        if (path == "/live") return http::Document{"application/json", live_ + "\n"};
        if (path != "/" && path != "/log/tile/0/x001/067") return fail(Errc::not_found, "there is no such page");
        return page;
    }

    /// "/bundle/N": N pieces of 64 KiB, each of one letter; "/bundle.zip": "one", "two", "three", and nobody knows how many bytes that
    /// is; "/bundle/short": fewer than it says; "/bundle/broken" and "/bundle/throws": the second piece is missing.
    Result<http::Download> download(std::string_view path) const override
    {
        const std::string name(path.substr(std::min<std::size_t>(8, path.size())));
        const auto asked = std::make_shared<std::size_t>(0);
        if (path == "/bundle.zip")
            return http::Download{"application/zip", "tag-of-zip", "count.zip", {std::nullopt, [asked]() -> Result<std::string> {
                                                                                     constexpr std::array kPieces{"one", "two", "three", ""};
                                                                                     return kPieces[std::min<std::size_t>((*asked)++, 3)];
                                                                                 }}};
        if (name == "short" || name == "broken" || name == "throws")
            return http::Download{"text/plain", "tag", "", {10, [asked, name]() -> Result<std::string> {
                                                                if ((*asked)++ == 0) return std::string("five!");
                                                                if (name == "throws") throw std::runtime_error("a bug");
                                                                if (name == "broken") return fail(Errc::corrupt, "it is gone");
                                                                return std::string();
                                                            }}};
        if (name.empty() || name.find_first_not_of("0123456789") != std::string::npos) return fail(Errc::not_found, "there is no such file");
        const std::size_t pieces = std::stoul(name);
        return http::Download{"text/plain", "tag-" + name, "", {pieces * kPiece, [this, asked, pieces]() -> Result<std::string> {
                                                                    ++pieces_asked;
                                                                    if (*asked == pieces) return std::string();
                                                                    return std::string(kPiece, static_cast<char>('a' + (*asked)++ % 26));
                                                                }}};
    }
    static constexpr std::size_t kPiece = 64 * 1024;
    mutable std::atomic<std::size_t> pieces_asked{0};

    /// What was asked for, said back.
    Result<http::Document> find(std::string_view language, std::string_view typed) const override
    {
        if (language.size() > 2) return fail(Errc::not_found, "there is no such page");
        return http::Document{"text/plain", std::string(language) + "|" + std::string(typed)};
    }

    std::string sorry(unsigned status, std::string_view path) const override { return "<p>" + std::to_string(status) + " " + std::string(path); }

    static std::string receipt_for(std::string_view body) { return "receipt." + to_hex(crypto::sha256(bytes_of(body))); }

    std::vector<std::string> bodies() const
    {
        const std::lock_guard lock(mutex_);
        return bodies_;
    }
    std::vector<std::string> paths() const
    {
        const std::lock_guard lock(mutex_);
        return paths_;
    }
    /// What "/live" says from now on.
    void says(const std::string& json)
    {
        const std::lock_guard lock(mutex_);
        live_ = json;
    }
    /// Calls of `accept` stay inside until `release`.
    void hold()
    {
        const std::lock_guard lock(mutex_);
        held_ = true;
    }
    void release()
    {
        const std::lock_guard lock(mutex_);
        held_ = false;
        changed_.notify_all();
    }
    void wait_for_calls(std::size_t calls)
    {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return bodies_.size() >= calls; });
    }

private:
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    bool held_{false};
    std::vector<std::string> bodies_;
    mutable std::vector<std::string> paths_;
    std::string live_{"{\"version\":1}"};
};

}  // namespace isoloir::test
