#include "sync-server/admin/imports.hpp"

#include "sync-server/operations/log.hpp"

#include <algorithm>

namespace isoloir::admin {
namespace {

constexpr std::size_t kMostWaiting = 3;
constexpr std::size_t kMostShown = 1000;    // refused lines in a report
constexpr std::int64_t kKeepSeconds = 2;    // a report under way is kept no oftener
constexpr std::int64_t kGoneSeconds = 120;  // and one that was not kept for so long has no server any more

const char* name_of(ImportKind kind)
{
    switch (kind) {
        case ImportKind::votes: return "votes";
        case ImportKind::bundle: return "bundle";
        case ImportKind::roll: return "roll";
    }
    return "votes";
}

std::int64_t now_at(const app::Centre& centre)
{
    return centre.clock().now().time_since_epoch().count();
}

void refuse_line(Json& report, std::size_t line, const std::string& why)
{
    if (report["refused"].size() < kMostShown) report["refused"].push_back({{"line", line}, {"why", why}});
    else report["refused_more"] = report["refused_more"].get<std::uint64_t>() + 1;
}

void tell(Json& report, const app::Imported& imported)
{
    report["fresh"] = imported.fresh;
    for (const auto& [reason, count] : imported.reasons) report["reasons"][store::name_of(reason)] = count;
    if (imported.stopped) report["stopped"] = store::name_of(*imported.stopped);
}

}  // namespace

Imports::~Imports()
{
    worker_.request_stop();
    news_.notify_all();
}

Result<Json> Imports::begin(ImportFile file)
{
    const auto lines = static_cast<std::uint64_t>(std::count(file.text.begin(), file.text.end(), '\n'));
    Waiting waiting;
    waiting.report = {{"kind", name_of(file.kind)},
                      {"name", file.name},
                      {"account", file.account},
                      {"begun", now_at(centre_)},
                      {"state", "running"},
                      {"error", nullptr},
                      {"lines", lines},
                      {"done", 0},
                      {"fresh", 0},
                      {"reasons", Json::object()},
                      {"stopped", nullptr},
                      {"refused", Json::array()},
                      {"refused_more", 0},
                      {"kept", now_at(centre_)}};
    waiting.file = std::move(file);
    const std::scoped_lock lock(mutex_);
    if (waiting_.size() >= kMostWaiting) return fail(Errc::unavailable, "several files are being taken already; wait for them");
    ISO_TRY(waiting.number, centre_.import_reports().add(waiting.report.dump(-1, ' ', false, Json::error_handler_t::replace)));
    Json shown = shown_report(waiting.number, waiting.report.dump(-1, ' ', false, Json::error_handler_t::replace), now_at(centre_));
    waiting_.push_back(std::move(waiting));
    news_.notify_all();
    return shown;
}

void Imports::keep(const Waiting& waiting)
{
    kept_ = now_at(centre_);
    const Status kept = centre_.import_reports().put(waiting.number, waiting.report.dump(-1, ' ', false, Json::error_handler_t::replace));
    if (!kept) operations::error("the report of an import was not kept", {{"why", kept.error().text()}});
}

void Imports::advance(Waiting& waiting, std::uint64_t lines)
{
    waiting.report["done"] = waiting.report["done"].get<std::uint64_t>() + lines;
    waiting.report["kept"] = now_at(centre_);
    if (kept_ + kKeepSeconds <= now_at(centre_)) keep(waiting);
}

Status Imports::take_file(Waiting& waiting)
{
    const auto refused = [&](std::size_t line, const std::string& why) { refuse_line(waiting.report, line, why); };
    const auto step = [&](std::uint64_t lines) { advance(waiting, lines); };
    switch (waiting.file.kind) {
        case ImportKind::votes: {
            ISO_TRY(const auto imported, centre_.import_online(waiting.file.text, refused, step));
            tell(waiting.report, imported);
            break;
        }
        case ImportKind::bundle: {
            ISO_TRY(const auto imported, centre_.import_bundle(waiting.file.text, step));
            tell(waiting.report, imported);
            waiting.report["receipt"] = imported.receipt;
            break;
        }
        case ImportKind::roll: {
            ISO_TRY(const auto change, centre_.import_roll(waiting.file.text, waiting.file.replace, refused));
            waiting.report["fresh"] = change.added;
            waiting.report["roll"] = {{"named", change.named}, {"added", change.added}, {"struck", change.struck}, {"size", change.size}};
            break;
        }
    }
    waiting.report["done"] = waiting.report["lines"];
    return {};
}

void Imports::take(Waiting& waiting)
{
    Status taken;
    try {
        taken = take_file(waiting);
    } catch (const std::exception& bug) {
        operations::error("an import broke off", {{"why", bug.what()}});
        taken = fail(Errc::internal, "the server could not read this file; its operator must look");
    }
    waiting.report["state"] = taken ? "done" : "failed";
    if (!taken) waiting.report["error"] = taken.error().text();
    keep(waiting);
    const Status noted = centre_.accounts().audit(
        {0, 0, waiting.file.account, "import-end", waiting.file.name, taken.has_value(), taken ? std::string() : taken.error().message});
    if (!noted) operations::error("the audit log lacks an entry", {{"act", "import-end"}, {"why", noted.error().text()}});
}

void Imports::work(const std::stop_token& stop)
{
    for (;;) {
        Waiting* next = nullptr;
        {
            std::unique_lock lock(mutex_);
            if (!news_.wait(lock, stop, [this] { return !waiting_.empty(); })) return;
            if (stop.stop_requested()) return;
            next = &waiting_.front();  // a deque's first stays where it is while others come behind it
        }
        take(*next);
        const std::scoped_lock lock(mutex_);
        waiting_.pop_front();
    }
}

Json shown_report(std::uint64_t number, const std::string& kept, std::int64_t now)
{
    Json report = {{"id", std::to_string(number)}};
    report.update(Json::parse(kept));
    if (report["state"] == "running" && report["kept"].get<std::int64_t>() + kGoneSeconds < now) {
        report["state"] = "failed";
        report["error"] = "the server stopped meanwhile; load the same file again: what was taken stays, and is not taken twice";
    }
    report.erase("kept");
    return report;
}

}  // namespace isoloir::admin
