#pragma once
// A hall and its centre: a provisioned journal with its poll open, and a running server that knows it.

#include <string>
#include <vector>

#include "terminal/app/sync_command.hpp"
#include "terminal/sync/client.hpp"
#include "tests/support/a_running_centre.hpp"

namespace isoloir::test {

/// A journal that hands out at most so many records at a time.
class InPortions final : public sync::Source {
public:
    InPortions(sync::Source& source, std::size_t at_most) : source_(source), at_most_(at_most) {}
    ballot::ChainHead head() override { return source_.head(); }
    std::uint64_t acknowledged() override { return source_.acknowledged(); }
    Result<std::string> receipt() override { return source_.receipt(); }
    Result<std::vector<wire::BatchLine>> records_from(std::uint64_t first, std::size_t limit) override
    {
        return source_.records_from(first, std::min(limit, at_most_));
    }
    Status keep_receipt(std::string_view jws) override { return source_.keep_receipt(jws); }

private:
    sync::Source& source_;
    std::size_t at_most_;
};

/// A link that remembers what was posted.
class WatchedLink final : public sync::Link {
public:
    WatchedLink(sync::Link& link, std::vector<std::vector<wire::BatchLine>>& posted) : link_(link), posted_(posted) {}
    Result<std::string> get_head() override { return link_.get_head(); }
    Result<std::string> post_records(const std::string& batch) override
    {
        posted_.push_back(wire::read_batch(batch).value());
        return link_.post_records(batch);
    }
    Result<std::string> post_receipt(const std::string& receipt) override { return link_.post_receipt(receipt); }

private:
    sync::Link& link_;
    std::vector<std::vector<wire::BatchLine>>& posted_;
};

struct AHall {
    ARunningCentre centre;
    TemporaryFolder folder;
    journal::Journal journal{centre.a_journal(folder / "journal")};
    std::vector<std::vector<wire::BatchLine>> posted;  // in the last round

    /// With so many votes cast, after the opening of the poll.
    explicit AHall(int votes)
    {
        for (int i = 0; i < votes; ++i) vote(i);
    }

    void vote(int voter) { centre.vote(journal, voter); }

    /// Closes the journal and opens what is on the disk.
    void restart_terminal() { open_journal("journal"); }
    void open_journal(const std::string& name)
    {
        {
            const auto closed = std::move(journal);
        }
        journal = journal::Journal::open(folder / name, "quatre mots de passe", centre.random).value();
    }
    /// Leaves a copy of the disk as it is now.
    void copy_journal(const std::string& name)
    {
        {
            const auto closed = std::move(journal);
        }
        std::filesystem::copy(folder / "journal", folder / name, std::filesystem::copy_options::recursive);
        open_journal("journal");
    }

    /// One round with whoever listens at this port, so many records a batch.
    Result<sync::Outcome> sync_at(std::uint16_t port, std::size_t at_most = wire::kMaxBatchLines)
    {
        posted.clear();
        ISO_TRY(auto client, sync::Client::connect({"127.0.0.1", port, tls_key().public_key()}, journal.device()));
        app::JournalSource source(journal);
        InPortions portions(source, at_most);
        WatchedLink link(client, posted);
        return sync::sync_once(portions, link, centre.package().keys.receipts);
    }
    Result<sync::Outcome> sync() { return sync_at(centre.port); }

    const crypto::Signer& tls_key() const { return centre.centre->keys().tls; }
    std::vector<wire::BatchLine> records() { return journal.records_from(0, wire::kMaxBatchLines).value(); }

    /// What the centre has of this terminal, and what it says to it.
    app::TerminalStatus at_centre() const { return centre.centre->terminals().at(0); }
    std::string head_receipt() const { return centre.centre->head(journal.device().id()).value(); }
    std::string accept(const std::string& batch) const { return centre.centre->accept(journal.device().id(), batch).value(); }
};

}  // namespace isoloir::test
