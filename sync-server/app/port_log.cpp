#include "sync-server/app/port_log.hpp"

#include "shared/base/encoding.hpp"
#include "sync-server/operations/log.hpp"

namespace isoloir::app {
namespace {

/// Strangers cause by the thousand that a page is missing or a login is asked for. That all are told to come later (503) is in the
/// figures; what caused it has a line of its own.
bool is_of_note(const http::Answered& answered)
{
    switch (answered.status) {
        case 401:
        case 404:
        case 405: return answered.door == http::Door::terminals;
        case 503: return false;
        default: return answered.status >= 400;
    }
}

}  // namespace

void PortLog::handshake_failed(http::Door door, std::string_view address, std::string_view why)
{
    operations::debug("handshake failed", {{"port", http::name_of(door)}, {"address", address}, {"why", why}});
    next_.handshake_failed(door, address, why);
}

void PortLog::answered(const http::Answered& answered)
{
    operations::Fields fields{
        {"port", http::name_of(answered.door)}, {"method", answered.method}, {"status", answered.status}, {"microseconds", answered.took.count()}};
    if (answered.terminal) fields.emplace_back("terminal", to_hex(*answered.terminal));
    if (is_of_note(answered)) {
        fields.emplace_back("address", answered.address);
        if (answered.status >= 500) operations::warning("request failed", fields);
        else operations::info("request refused", fields);
    } else {
        operations::debug("request answered", fields);
    }
    next_.answered(answered);
}

}  // namespace isoloir::app
