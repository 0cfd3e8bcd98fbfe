#pragma once
// What Prometheus reads: counted as it happens (requests, connections, how long a batch takes), and asked of the centre when
// somebody reads. Numbers alone, and labels of terminals and reasons; nothing of a voter.

#include <filesystem>
#include <memory>

#include "sync-server/app/centre.hpp"
#include "sync-server/http/watcher.hpp"

namespace isoloir::figures {

class Meters final : public http::Watcher {
public:
    /// @param centre   lent; must outlive it, and is told to tell of its batches
    /// @param data     whose disk is looked at
    Meters(app::Centre& centre, std::filesystem::path data, const std::string& version);
    ~Meters() override;

    /// In Prometheus' text format 0.0.4. Waits for the store.
    std::string text() const;

    void connected(http::Door door) override;
    void disconnected(http::Door door) override;
    void handshake_failed(http::Door door, std::string_view address, std::string_view why) override;
    void answered(const http::Answered& answered) override;

private:
    struct Counted;
    void count(const app::BatchSeen& batch);

    app::Centre& centre_;
    std::filesystem::path data_;
    std::unique_ptr<Counted> counted_;
};

}  // namespace isoloir::figures
