#include "sync-server/app/import_reports.hpp"

namespace isoloir::app {

Result<std::uint64_t> ImportReports::add(std::string_view json)
{
    const std::scoped_lock lock(mutex_);
    std::uint64_t number = 0;
    const auto add = [&]() -> Status {
        ISO_TRY(number, store_.add_import_report(json));
        return {};
    };
    ISO_CHECK(store_.transact(add));
    return number;
}

Status ImportReports::put(std::uint64_t number, std::string_view json)
{
    const std::scoped_lock lock(mutex_);
    return store_.put_import_report(number, json);
}

Result<std::optional<std::string>> ImportReports::read(std::uint64_t number) const
{
    const std::scoped_lock lock(mutex_);
    return store_.import_report(number);
}

Result<std::vector<std::pair<std::uint64_t, std::string>>> ImportReports::newest(std::size_t limit) const
{
    const std::scoped_lock lock(mutex_);
    return store_.import_reports(limit);
}

}  // namespace isoloir::app
