#pragma once
// What syncing needs of the journal and of the network. Both are small so that the program can put its own threads
// between: the journal belongs to one thread, the network waits in another.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/ballot/record.hpp"
#include "shared/base/result.hpp"
#include "shared/wire/sync.hpp"

namespace isoloir::sync {

/// The journal as syncing sees it; the calls mean what they mean in terminal/journal.
class Source {
public:
    virtual ~Source() = default;
    virtual ballot::ChainHead head() = 0;
    virtual std::uint64_t acknowledged() = 0;
    /// The receipt that says so, as signed; empty while there is none.
    virtual Result<std::string> receipt() = 0;
    virtual Result<std::vector<wire::BatchLine>> records_from(std::uint64_t first, std::size_t limit) = 0;
    virtual Status keep_receipt(std::string_view jws) = 0;
};

/// The server's calls; each answers with a receipt as signed.
class Link {
public:
    virtual ~Link() = default;
    /// @error unavailable  no network, no server, or not the server we know
    virtual Result<std::string> get_head() = 0;
    virtual Result<std::string> post_records(const std::string& batch) = 0;
    /// Shows the server a receipt of its own for records that it has no more.
    virtual Result<std::string> post_receipt(const std::string& receipt) = 0;
};

}  // namespace isoloir::sync
