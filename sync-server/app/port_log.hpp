#pragma once
// What of the ports is worth a line: whoever was turned away or did not go on, with the address that it came from. All else is
// said at the level `debug`.

#include "sync-server/http/watcher.hpp"

namespace isoloir::app {

class PortLog final : public http::Watcher {
public:
    /// @param next  is told the same; lent, and may be null
    explicit PortLog(http::Watcher* next) : next_(next != nullptr ? *next : nobody_) {}

    void connected(http::Door door) override { next_.connected(door); }
    void disconnected(http::Door door) override { next_.disconnected(door); }
    void handshake_failed(http::Door door, std::string_view address, std::string_view why) override;
    void kept_waiting(http::Door door, std::string_view address, const char* part) override;
    void answered(const http::Answered& answered) override;

private:
    http::Watcher nobody_;
    http::Watcher& next_;
};

}  // namespace isoloir::app
