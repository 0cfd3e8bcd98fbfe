#pragma once
// Inside the network side: the handshakes that are under way at one port, by the network that they come from. One that never
// goes on costs nothing to begin, and keeps a place until its deadline; somebody could keep all of them, and others out. The
// place is taken back where the port is full and one network has more such places than its share: a crowd of terminals that
// return at once, behind one address or a thousand, loses none.

#include <cstddef>
#include <list>
#include <map>
#include <string>
#include <string_view>

namespace isoloir::http {

class Open;

/// Belongs to the I/O thread.
class Handshakes {
    using Networks = std::map<std::string, std::list<Open*>, std::less<>>;  // each list from the oldest on

public:
    /// One of them, for as long as it lives.
    class UnderWay {
    public:
        UnderWay(Handshakes& all, const std::string& network, Open& connection);
        ~UnderWay();
        UnderWay(const UnderWay&) = delete;
        UnderWay& operator=(const UnderWay&) = delete;

    private:
        Networks& networks_;
        Networks::iterator network_;
        std::list<Open*>::iterator place_;
    };

    /// Whose place a newcomer takes at a full port: the oldest's of the network that has most.
    /// @param newcomer  the network that it comes from
    /// @param share     of a network, which nobody takes from it
    /// @return          nobody, when no network has more than its share, or the newcomer's has its own already
    Open* who_gives_way(std::string_view newcomer, std::size_t share) const;

private:
    Networks networks_;
};

}  // namespace isoloir::http
