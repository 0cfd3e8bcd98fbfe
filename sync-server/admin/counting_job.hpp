#pragma once
// The count while nobody waits for it: it takes minutes, and tells how far it is.

#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "sync-server/app/centre.hpp"

namespace isoloir::admin {

class CountingJob {
public:
    struct Progress {
        std::string stage;  // empty: none under way
        std::uint64_t done{0};
        std::uint64_t of{0};
        std::string error;  // of the last one
    };

    explicit CountingJob(app::Centre& centre) : centre_(centre) {}

    /// Begins to count, where no count is under way. @param proof  as Centre::count_and_prove
    void begin(const std::string& account, bool proof);
    Progress progress() const;

private:
    void count(const std::string& account, bool proof);

    app::Centre& centre_;
    mutable std::mutex mutex_;
    Progress progress_;
    bool running_{false};
    std::jthread worker_;  // goes first
};

}  // namespace isoloir::admin
