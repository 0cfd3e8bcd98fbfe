// A record that is read, and whose body reads, says the same once signed anew.

#include "shared/ballot/record.hpp"
#include "tests/fuzz/wire_target.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace isoloir;
    const std::string_view text = text_of({data, size});
    const auto& terminal = fuzz::signer();
    (void)ballot::record_signer(text);
    (void)ballot::open_record(text, terminal.public_key());

    const auto record = ballot::open_record(wire::sign_envelope(wire::Kind::record, text, terminal), terminal.public_key());
    if (!record) return 0;
    fuzz::require(record->terminal == terminal.id());
    if (std::holds_alternative<ballot::UnreadableBody>(record->body)) return 0;
    const auto again = ballot::open_record(ballot::sign_record(*record, terminal).jws, terminal.public_key());
    fuzz::require(again && again->sequence == record->sequence && again->previous == record->previous && again->body.index() == record->body.index());
    if (const auto* body = std::get_if<ballot::BallotBody>(&record->body)) {
        const auto& other = std::get<ballot::BallotBody>(again->body);
        fuzz::require(other.voter == body->voter && other.ballot.ciphertexts == body->ballot.ciphertexts);
        (void)ballot::check_proofs(body->ballot, body->ballot.ciphertexts.size(), crypto::base_times(crypto::Scalar::of(2)), {});
    }
    if (const auto* body = std::get_if<ballot::SpoiltBody>(&record->body)) {
        const auto& other = std::get<ballot::SpoiltBody>(again->body);
        fuzz::require(other.ciphertexts == body->ciphertexts && other.revealed.choice == body->revealed.choice &&
                      other.revealed.randomness == body->revealed.randomness);
        (void)ballot::check_opening(body->ciphertexts, body->revealed, {}, crypto::base_times(crypto::Scalar::of(2)));
    }
    return 0;
}
