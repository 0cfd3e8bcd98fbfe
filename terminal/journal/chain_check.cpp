#include "terminal/journal/chain_check.hpp"

#include "shared/wire/jws.hpp"

namespace isoloir::journal {

Status ChainCheck::add(std::string_view jws)
{
    const auto corrupt = [&](const std::string& why) {
        return fail(Errc::corrupt, "the journal is damaged (" + why + "); call the administrator and export what is there",
                    "record " + std::to_string(head_.next));
    };
    const auto content = ballot::open_record(jws, device_);
    if (!content) return corrupt(content.error().message);
    if (content->election != election_) return corrupt("a record of another election");
    if (content->sequence != head_.next) return corrupt("a record is missing or stands twice");
    if (content->previous != head_.last) return corrupt("a record does not follow the one before it");
    if (std::holds_alternative<ballot::UnreadableBody>(content->body)) return corrupt("a record cannot be read");

    if (std::holds_alternative<ballot::BallotBody>(content->body)) ++ballots_;
    else if (std::holds_alternative<ballot::SpoiltBody>(content->body)) ++spoilt_;
    else if (const auto kind = std::get<ballot::EventBody>(content->body).kind; kind == ballot::EventKind::opened || kind == ballot::EventKind::closed)
        last_poll_event_ = kind;
    head_ = {head_.next + 1, wire::envelope_hash(jws)};
    last_hour_ = content->hour;
    return {};
}

}  // namespace isoloir::journal
