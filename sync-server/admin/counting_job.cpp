#include "sync-server/admin/counting_job.hpp"

#include "sync-server/operations/log.hpp"

namespace isoloir::admin {

void CountingJob::begin(const std::string& account, bool proof)
{
    const std::scoped_lock lock(mutex_);
    if (running_) return;
    running_ = true;
    progress_ = {"Beginning", 0, 0, ""};
    worker_ = std::jthread([this, account, proof] { count(account, proof); });
}

CountingJob::Progress CountingJob::progress() const
{
    const std::scoped_lock lock(mutex_);
    return progress_;
}

void CountingJob::count(const std::string& account, bool proof)
{
    const auto stage = [this](const char* name, std::size_t ballots) -> Advance {
        const std::scoped_lock lock(mutex_);
        progress_ = {name, 0, ballots, ""};
        return [this](std::uint64_t more) {
            const std::scoped_lock inner(mutex_);
            progress_.done += more;
        };
    };
    Result<bool> counted = false;
    try {
        counted = proof ? centre_.count_and_prove(stage) : centre_.count(stage);
    } catch (const std::exception& bug) {
        operations::error("the count broke off", {{"why", bug.what()}});
        counted = fail(Errc::internal, "the server could not count; its operator must look");
    }
    const Status noted = centre_.accounts().audit({0, 0, account, "count-end", "", counted.has_value(), counted ? std::string() : counted.error().message});
    if (!noted) operations::error("the audit log lacks an entry", {{"act", "count-end"}, {"why", noted.error().text()}});
    const std::scoped_lock lock(mutex_);
    progress_ = {"", 0, 0, counted ? std::string() : counted.error().text()};
    running_ = false;
}

}  // namespace isoloir::admin
