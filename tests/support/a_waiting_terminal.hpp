#pragma once
// A terminal that comes back after an outage: it sends what waits with the terminal's own client and its own pauses, until
// the server has all of it.

#include <algorithm>
#include <chrono>
#include <functional>
#include <thread>

#include "terminal/sync/client.hpp"
#include "terminal/sync/pace.hpp"
#include "terminal/sync/sync_once.hpp"
#include "tests/support/a_terminal.hpp"

namespace isoloir::test {

class AWaitingTerminal {
public:
    using Seconds = std::chrono::duration<double>;

    /// What it saw of the server.
    struct Seen {
        unsigned turned_away{0};     // connections that were not made, or not served
        Seconds longest_connect{};   // of those that were made, with the handshake
        Seconds longest_request{};   // from its first byte to the end of the answer, whatever that said
        std::optional<Error> error;  // after which no pause helps
    };

    AWaitingTerminal(const ATerminal& terminal, sync::ServerAddress server, const crypto::PublicKey& receipts)
        : records_(terminal), device_(terminal.device()), server_(std::move(server)), receipts_(receipts)
    {
    }

    /// Blocks until the server acknowledged all, or gave an answer that is final.
    /// @param turned_away  called before each pause
    Seen send_all(const std::function<void()>& turned_away = [] {})
    {
        using namespace std::chrono;
        crypto::SystemRandom random;
        sync::Pace pace;
        for (;;) {
            const Status sent = try_once();
            if (sent) return seen_;
            if (sent.error().code != Errc::unavailable) {
                seen_.error = sent.error();
                return seen_;
            }
            ++seen_.turned_away;
            turned_away();
            const auto now = duration_cast<milliseconds>(steady_clock::now().time_since_epoch());
            pace = sync::after_failure(pace, now, random);
            std::this_thread::sleep_for(pace.pause);
        }
    }

private:
    /// The records as a journal gives them.
    class Records final : public sync::Source {
    public:
        explicit Records(const ATerminal& terminal) : terminal_(terminal) {}
        ballot::ChainHead head() override { return terminal_.head(); }
        std::uint64_t acknowledged() override { return acknowledged_; }
        Result<std::string> receipt() override { return receipt_; }
        Result<std::vector<wire::BatchLine>> records_from(std::uint64_t first, std::size_t limit) override
        {
            auto lines = terminal_.lines_from(static_cast<std::size_t>(first));
            lines.resize(std::min(limit, lines.size()));
            return lines;
        }
        Status keep_receipt(std::string_view jws) override
        {
            receipt_ = jws;
            return {};
        }

    private:
        const ATerminal& terminal_;
        std::uint64_t acknowledged_{0};
        std::string receipt_;
    };

    /// The client, with a watch on each request.
    class Timed final : public sync::Link {
    public:
        Timed(sync::Client& client, Seconds& longest) : client_(client), longest_(longest) {}
        Result<std::string> get_head() override
        {
            return timed([&] { return client_.get_head(); });
        }
        Result<std::string> post_records(const std::string& batch) override
        {
            return timed([&] { return client_.post_records(batch); });
        }
        Result<std::string> post_receipt(const std::string& receipt) override
        {
            return timed([&] { return client_.post_receipt(receipt); });
        }

    private:
        template <class Request>
        Result<std::string> timed(const Request& request)
        {
            const auto begun = std::chrono::steady_clock::now();
            auto answer = request();
            longest_ = std::max<Seconds>(longest_, std::chrono::steady_clock::now() - begun);
            return answer;
        }
        sync::Client& client_;
        Seconds& longest_;
    };

    Status try_once()
    {
        const auto begun = std::chrono::steady_clock::now();
        ISO_TRY(auto client, sync::Client::connect(server_, device_));
        seen_.longest_connect = std::max<Seconds>(seen_.longest_connect, std::chrono::steady_clock::now() - begun);
        Timed link(client, seen_.longest_request);
        return sync::sync_once(records_, link, receipts_).map([](const auto&) {});
    }

    Records records_;
    const crypto::Signer& device_;
    sync::ServerAddress server_;
    crypto::PublicKey receipts_;
    Seen seen_;
};

}  // namespace isoloir::test
