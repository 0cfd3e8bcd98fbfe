#include "sync-server/counting/urn.hpp"

#include <algorithm>
#include <atomic>

#include "shared/ballot/record.hpp"

namespace isoloir::counting {

Result<Urn> fill_urn(std::span<const AcceptedRecord> records, const Advance& advance)
{
    Urn urn(records.size());
    std::atomic<bool> sound{true};
    in_steps(records.size(), advance, [&](std::size_t i) {
        auto content = ballot::open_record(records[i].record, records[i].terminal);
        auto* body = content ? std::get_if<ballot::BallotBody>(&content->body) : nullptr;
        if (body == nullptr) sound = false;
        else urn[i] = std::move(body->ballot.ciphertexts);
    });
    if (!sound) return fail(Errc::corrupt, "an accepted record in the log does not verify; nothing was counted");
    std::sort(urn.begin(), urn.end());
    return urn;
}

}  // namespace isoloir::counting
