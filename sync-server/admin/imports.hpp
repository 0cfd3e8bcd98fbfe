#pragma once
// Files that are taken in while nobody waits for them: one after the other, each with a report that is kept. A file that
// was cut off half-way is loaded again: what was taken stays, and is not taken twice.

#include <condition_variable>
#include <deque>
#include <mutex>
#include <string>
#include <thread>

#include "sync-server/admin/reply.hpp"
#include "sync-server/app/centre.hpp"

namespace isoloir::admin {

enum class ImportKind { votes, bundle, roll };

struct ImportFile {
    ImportKind kind{ImportKind::votes};
    bool replace{false};  // a roll, instead of adding to it
    std::string name;     // of the file
    std::string account;  // who loads it
    std::string text;
};

class Imports {
public:
    explicit Imports(app::Centre& centre) : centre_(centre), worker_([this](const std::stop_token& stop) { work(stop); }) {}
    ~Imports();
    Imports(const Imports&) = delete;
    Imports& operator=(const Imports&) = delete;

    /// Begins to take a file, or puts it behind those that are under way.
    /// @return  its report so far;  @error unavailable  too many wait
    Result<Json> begin(ImportFile file);

private:
    struct Waiting {
        std::uint64_t number{0};
        ImportFile file;
        Json report;
    };
    void work(const std::stop_token& stop);
    void take(Waiting& waiting);
    Status take_file(Waiting& waiting);
    void advance(Waiting& waiting, std::uint64_t lines);
    void keep(const Waiting& waiting);

    app::Centre& centre_;
    std::mutex mutex_;
    std::condition_variable_any news_;
    std::deque<Waiting> waiting_;
    std::int64_t kept_{0};  // when the report of the file under way was kept last
    std::jthread worker_;   // goes first
};

/// A report as it is shown: one whose server went away under it says so.
/// @param number  its name   @param now  seconds since 1970
Json shown_report(std::uint64_t number, const std::string& kept, std::int64_t now);

}  // namespace isoloir::admin
