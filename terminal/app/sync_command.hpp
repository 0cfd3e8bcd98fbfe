#pragma once
// The journal and the network brought together: one round with the server, or the same by stick.

#include <filesystem>

#include "shared/base/result.hpp"
#include "terminal/journal/journal.hpp"
#include "terminal/sync/sync_once.hpp"

namespace isoloir::app {

/// The journal as syncing sees it; lent for one round.
class JournalSource final : public sync::Source {
public:
    explicit JournalSource(journal::Journal& journal) : journal_(journal) {}
    ballot::ChainHead head() override { return journal_.head(); }
    std::uint64_t acknowledged() override { return journal_.acknowledged(); }
    Result<std::string> receipt() override { return journal_.receipt(); }
    Result<std::vector<wire::BatchLine>> records_from(std::uint64_t first, std::size_t limit) override { return journal_.records_from(first, limit); }
    Status keep_receipt(std::string_view jws) override { return journal_.keep_receipt(jws); }

private:
    journal::Journal& journal_;
};

/// One round with the server, and what came of it in words.
Status sync_now(journal::Journal& journal);
/// Writes all records to a file for the centre; may be repeated.
Status export_records(journal::Journal& journal, const std::filesystem::path& file);
/// Takes the receipt that the centre wrote for such a file.
Status take_receipt(journal::Journal& journal, const std::filesystem::path& file);

}  // namespace isoloir::app
