#include "sync-server/intake/judge.hpp"

namespace isoloir::intake {

Judgement judge(const Checked& record, const store::Chain& chain, const std::optional<crypto::Digest>& known, bool accepting)
{
    if (!record.content) return {Place::nowhere, record.reason, false, true};
    const ballot::RecordContent& content = *record.content;
    // A chain is one terminal's records for one election: another election's record is in no order with these, and no fork.
    if (record.reason == Reason::foreign_election) return {Place::evidence, Reason::foreign_election, false, true};

    if (content.sequence < chain.head.next) {
        if (known == record.hash) return {Place::already, Reason::accepted, false, false};
        return {Place::evidence, Reason::fork, true, false};
    }
    if (chain.forked) return {Place::evidence, Reason::after_fork, false, false};
    if (content.sequence > chain.head.next) return {Place::nowhere, Reason::gap, false, true};
    // Signed by this terminal, with another past than the one it signed before.
    if (content.previous != chain.head.last) return {Place::evidence, Reason::fork, true, false};
    if (!accepting) return {Place::evidence, Reason::after_close, false, true};

    const bool sound = record.reason == Reason::accepted || record.reason == Reason::spoilt;
    if (sound && !chain.open) return {Place::log, Reason::not_open, false, false};
    return {Place::log, record.reason, false, false};
}

store::Chain advance(store::Chain chain, const Checked& record)
{
    chain.head = {record.content->sequence + 1, record.hash};
    if (const auto* event = std::get_if<ballot::EventBody>(&record.content->body)) {
        if (event->kind == ballot::EventKind::opened) chain.open = true;
        if (event->kind == ballot::EventKind::closed) chain.open = false;
    }
    return chain;
}

}  // namespace isoloir::intake
