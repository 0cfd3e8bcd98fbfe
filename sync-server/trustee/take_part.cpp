#include "sync-server/trustee/take_part.hpp"

#include <algorithm>
#include <array>
#include <ostream>

#include "sync-server/trustee/show.hpp"

namespace isoloir::trustee {
namespace {

constexpr std::array<std::string_view, 3> kRounds{"commit", "reveal", "confirm"};

class Steps {
public:
    Steps(const Safe& safe, const Exchange& exchange, std::uint64_t number, crypto::Random& random, std::ostream& out)
        : safe_(safe), exchange_(exchange), seat_{exchange.ceremony(), number, safe.signer()}, random_(random), out_(out)
    {
    }

    Result<proof::Verdict> take()
    {
        for (;;) {
            ISO_TRY(const auto own, hand_over_again());
            ISO_TRY(auto verdict, exchange_.judge(own));
            ISO_CHECK(check_signature_is_ours_alone(verdict, own.size()));
            const bool owed = std::find(verdict.awaited.begin(), verdict.awaited.end(), seat_.number) != verdict.awaited.end();
            if (!owed) {
                if (verdict.key) ISO_CHECK(finish(verdict));
                return verdict;
            }
            ISO_CHECK(send(verdict));
        }
    }

private:
    std::string file_of(std::string_view round) const { return std::string(round) + "-" + std::to_string(seat_.number) + ".jws"; }

    /// What was sent once lies there, whatever happened to the folder: a stick may be lost, or a step cut short.
    Result<std::vector<proof::Received>> hand_over_again() const
    {
        std::vector<proof::Received> own;
        for (const auto round : kRounds) {
            ISO_TRY(const auto jws, safe_.message(seat_.ceremony, round));
            if (!jws) continue;
            ISO_CHECK(exchange_.put(file_of(round), *jws));
            own.push_back({"your own " + std::string(round), *jws});
        }
        return own;
    }

    /// A message that we never made would be taken for ours, and the key would hang on a part that somebody else holds.
    Status check_signature_is_ours_alone(const proof::Verdict& verdict, std::size_t own) const
    {
        const std::size_t i = seat_.number - 1;
        const std::size_t there =
            std::size_t{verdict.commits[i].has_value()} + std::size_t{verdict.reveals[i].has_value()} + std::size_t{verdict.answers[i].has_value()};
        // What came back from paper is the share without the messages that led to it.
        if (there <= own || (verdict.key && safe_.has_share(*verdict.key))) return {};
        return fail(
            Errc::conflict,
            "messages under your signature lie here that this folder never made: it is an old copy, or somebody else has your key. Tell the others; with a new "
            "`init` and a new card all can start anew");
    }

    Status send(const proof::Verdict& verdict) const
    {
        const auto round = kRounds.at(static_cast<std::size_t>(verdict.stage));
        ISO_TRY(const auto part, safe_.part(seat_.ceremony, random_));
        const std::string jws = verdict.stage == proof::Stage::commit   ? part.commit(seat_)
                                : verdict.stage == proof::Stage::reveal ? part.reveal(seat_, verdict, random_)
                                                                        : part.answer(seat_, verdict);
        ISO_CHECK(safe_.keep_message(seat_.ceremony, round, jws));
        ISO_CHECK(exchange_.put(file_of(round), jws));
        out_ << "Written: " << file_of(round) << '\n';
        return {};
    }

    Status finish(const proof::Verdict& verdict) const
    {
        if (!safe_.has_share(*verdict.key)) {
            ISO_TRY(const auto part, safe_.part(seat_.ceremony, random_));
            ISO_TRY(const auto share, part.share(seat_, verdict));
            ISO_CHECK(safe_.keep_share(*verdict.key, share, random_));
            out_ << "Your share is kept in your own folder.\n";
        }
        safe_.forget_part(seat_.ceremony);
        return exchange_.put_key(*verdict.key);
    }

    const Safe& safe_;
    const Exchange& exchange_;
    proof::Seat seat_;
    crypto::Random& random_;
    std::ostream& out_;
};

}  // namespace

Result<proof::Verdict> take_part(const Safe& safe, const Exchange& exchange, crypto::Random& random, const Agree& agree, std::ostream& out)
{
    const proof::Ceremony& ceremony = exchange.ceremony();
    const auto number = ceremony.number_of(safe.signer().public_key());
    if (number == 0) return fail(Errc::refused, safe.name() + " is not among the trustees of this ceremony: it was convened without this card");
    if (!safe.has_part(ceremony)) {
        show_trustees(ceremony, out);
        ISO_TRY(const bool agreed, agree());
        if (!agreed) return fail(Errc::refused, "nothing was sent; have the ceremony convened anew with the right cards");
    }
    return Steps(safe, exchange, number, random, out).take();
}

}  // namespace isoloir::trustee
