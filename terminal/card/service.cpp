#include "terminal/card/service.hpp"

#include <algorithm>

#include <winscard.h>

namespace isoloir::card {
namespace {

/// In PC/SC's words, a slot whose state changes when a reader comes or goes.
constexpr const char* kAnyReader = R"(\\?PnP?\Notification)";

/// A card that is ours alone until it is let go.
class Connection {
public:
    static tl::expected<Connection, Unreadable> to(SCARDCONTEXT context, const std::string& reader)
    {
        SCARDHANDLE handle = 0;
        DWORD protocol = 0;
        switch (::SCardConnect(context, reader.c_str(), SCARD_SHARE_EXCLUSIVE, SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1, &handle, &protocol)) {
            case SCARD_S_SUCCESS: return Connection(handle, protocol);
            case SCARD_E_NO_SMARTCARD:
            case SCARD_W_REMOVED_CARD:
            case SCARD_E_READER_UNAVAILABLE:
            case SCARD_E_UNKNOWN_READER: return tl::make_unexpected(Unreadable::interrupted);
            default: return tl::make_unexpected(Unreadable::silent);
        }
    }
    Connection(Connection&& other) noexcept : handle_(std::exchange(other.handle_, std::nullopt)), protocol_(other.protocol_) {}
    Connection& operator=(Connection&&) = delete;
    ~Connection()
    {
        // Not powered off by us: when that fails on a card just pulled out, pcscd misses the next one put in quickly.
        if (handle_) ::SCardDisconnect(*handle_, SCARD_LEAVE_CARD);
    }

    tl::expected<std::size_t, Unreadable> exchange(ByteSpan command, std::span<std::uint8_t> answer) const
    {
        const auto* const header = protocol_ == SCARD_PROTOCOL_T0 ? SCARD_PCI_T0 : SCARD_PCI_T1;
        DWORD size = answer.size();
        const LONG sent = ::SCardTransmit(*handle_, header, command.data(), command.size(), nullptr, answer.data(), &size);
        if (sent != SCARD_S_SUCCESS) return tl::make_unexpected(Unreadable::interrupted);
        return size;
    }

private:
    Connection(SCARDHANDLE handle, DWORD protocol) : handle_(handle), protocol_(protocol) {}
    std::optional<SCARDHANDLE> handle_;
    DWORD protocol_;
};

}  // namespace

bool Slot::holds_card() const
{
    return (state & SCARD_STATE_PRESENT) != 0;
}

tl::expected<Service, Missing> Service::connect()
{
    SCARDCONTEXT context = 0;
    switch (::SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &context)) {
        case SCARD_S_SUCCESS: return Service(context);
        case SCARD_W_SECURITY_VIOLATION: return tl::make_unexpected(Missing::permission);
        default: return tl::make_unexpected(Missing::service);
    }
}

Service::Service(Service&& other) noexcept : context_(std::exchange(other.context_, std::nullopt)) {}

Service::~Service()
{
    if (context_) ::SCardReleaseContext(*context_);
}

std::optional<std::vector<Slot>> Service::slots(const std::vector<Slot>& known) const
{
    std::string names;  // each with a zero behind it, and one more at the end
    DWORD size = 0;
    LONG listed = ::SCardListReaders(*context_, nullptr, nullptr, &size);
    if (listed == SCARD_S_SUCCESS) {
        names.resize(size);
        listed = ::SCardListReaders(*context_, nullptr, names.data(), &size);
    }
    // One more reader between the two calls needs more room: the next round has it.
    if (listed == SCARD_E_NO_READERS_AVAILABLE || listed == SCARD_E_INSUFFICIENT_BUFFER) return std::vector<Slot>{};
    if (listed != SCARD_S_SUCCESS) return std::nullopt;

    std::vector<Slot> slots;
    for (const char* name = names.c_str(); *name != '\0'; name += slots.back().reader.size() + 1) {
        const auto old = std::find_if(known.begin(), known.end(), [&](const Slot& slot) { return slot.reader == name; });
        slots.push_back(old == known.end() ? Slot{name} : *old);
    }
    return slots;
}

bool Service::wait(std::vector<Slot>& slots, std::chrono::milliseconds at_most) const
{
    std::vector<SCARD_READERSTATE> states;
    for (const Slot& slot : slots) {
        states.push_back({});
        states.back().szReader = slot.reader.c_str();
        states.back().dwCurrentState = slot.state;
    }
    states.push_back({});
    states.back().szReader = kAnyReader;
    switch (::SCardGetStatusChange(*context_, static_cast<DWORD>(at_most.count()), states.data(), states.size())) {
        case SCARD_S_SUCCESS:
            for (std::size_t i = 0; i < slots.size(); ++i) slots[i].state = states[i].dwEventState & ~DWORD{SCARD_STATE_CHANGED};
            return true;
        case SCARD_E_TIMEOUT:
        case SCARD_E_UNKNOWN_READER: return true;
        default: return false;
    }
}

tl::expected<crypto::SecretBytes, Unreadable> Service::read_identity_file(const std::string& reader) const
{
    const auto connection = Connection::to(*context_, reader);
    if (!connection) return tl::make_unexpected(connection.error());
    return card::read_identity_file([&](ByteSpan command, std::span<std::uint8_t> answer) { return connection->exchange(command, answer); });
}

}  // namespace isoloir::card
