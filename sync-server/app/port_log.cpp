#include "sync-server/app/port_log.hpp"

#include "shared/base/encoding.hpp"
#include "sync-server/operations/log.hpp"

namespace isoloir::app {

void PortLog::handshake_failed(http::Door door, std::string_view address, std::string_view why)
{
    operations::info("handshake failed", {{"port", http::name_of(door)}, {"address", address}, {"why", why}});
    next_.handshake_failed(door, address, why);
}

void PortLog::kept_waiting(http::Door door, std::string_view address, const char* part)
{
    operations::info("request never came", {{"port", http::name_of(door)}, {"address", address}, {"part", part}});
    next_.kept_waiting(door, address, part);
}

void PortLog::answered(const http::Answered& answered)
{
    operations::Fields fields{
        {"port", http::name_of(answered.door)}, {"method", answered.method}, {"status", answered.status}, {"microseconds", answered.took.count()}};
    if (answered.terminal) fields.emplace_back("terminal", to_hex(*answered.terminal));
    if (answered.status >= 400) {
        fields.emplace_back("address", answered.address);
        // That all are told to come later has its cause elsewhere, which has a line of its own.
        if (answered.status >= 500 && answered.status != 503) operations::warning("request failed", fields);
        else operations::info("request refused", fields);
    } else {
        operations::debug("request answered", fields);
    }
    next_.answered(answered);
}

}  // namespace isoloir::app
