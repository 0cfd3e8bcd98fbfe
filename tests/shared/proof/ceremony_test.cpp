#include "tests/shared/proof/a_ceremony.hpp"

#include <algorithm>

#include "shared/base/encoding.hpp"
#include "shared/wire/jws.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fails_as.hpp"

using namespace isoloir;
using namespace isoloir::test;
using crypto::Element;
using crypto::Scalar;
using proof::Commit;
using proof::Complaint;
using proof::Confirm;
using proof::Reveal;

namespace {

using Numbers = std::vector<std::uint64_t>;

/// What these trustees get who put their shares together.
Scalar together(const ACeremony& it, const Numbers& trustees)
{
    Scalar secret;
    for (const auto j : trustees) secret = secret + crypto::lagrange(trustees, j) * it.share(j);
    return secret;
}

/// The only fault, as "file: name what", with an exclamation mark where it ends the ceremony.
std::string wrong_with(const ACeremony& it)
{
    const Verdict verdict = it.verdict();
    if (verdict.faults.size() != 1) return std::to_string(verdict.faults.size()) + " faults";
    const proof::Fault& fault = verdict.faults.front();
    CHECK((verdict.stage == Stage::ended) == fault.proven);
    CHECK_FALSE(verdict.key);
    return fault.file + ": " + (fault.trustee == 0 ? "nobody" : it.ceremony.called(fault.trustee)) + " " + fault.what + (fault.proven ? "!" : "");
}

bool has(const std::string& text, const std::string& part)
{
    INFO(text);
    CHECK(text.find(part) != std::string::npos);
    return text.find(part) != std::string::npos;
}

/// The reveal of a trustee, with a change, sent instead of the true one.
template <class Change>
ACeremony with_reveal(std::uint64_t trustee, Change change)
{
    ACeremony it(2, 3);
    it.revealed();
    Reveal reveal = it.sent<Reveal>("reveal", trustee);
    change(reveal, it);
    it.replace("reveal", trustee, reveal);
    return it;
}

}  // namespace

TEST_CASE("any t of n trustees hold the secret of the key that all made, and t less one do not")
{
    for (const auto& [threshold, trustees] : {std::pair{2U, 3U}, {3U, 5U}, {1U, 1U}, {3U, 3U}, {1U, 3U}}) {
        ACeremony it(threshold, trustees);
        const Verdict verdict = it.finished().verdict();
        INFO(threshold << " of " << trustees);
        CHECK(verdict.faults.empty());
        REQUIRE(verdict.stage == Stage::finished);
        const Element key = verdict.key->key();
        for (unsigned chosen = 0; chosen < 1U << trustees; ++chosen) {
            Numbers some;
            for (unsigned j = 0; j < trustees; ++j)
                if ((chosen >> j & 1U) != 0) some.push_back(j + 1);
            if (!some.empty()) CHECK((crypto::base_times(together(it, some)) == key) == (some.size() >= threshold));
        }
        for (std::uint64_t j = 1; j <= trustees; ++j) CHECK(crypto::base_times(it.share(j)) == verdict.key->public_share(j));
    }
}

TEST_CASE("at each step those are awaited whose message is missing")
{
    ACeremony it(2, 3);
    const auto stands = [&](Stage stage, const Numbers& awaited) {
        const Verdict verdict = it.verdict();
        CHECK(verdict.faults.empty());
        CHECK(verdict.stage == stage);
        CHECK(verdict.awaited == awaited);
        CHECK(verdict.key.has_value() == (stage == Stage::finished));
    };
    stands(Stage::commit, {1, 2, 3});
    it.commit(2);
    stands(Stage::commit, {1, 3});
    it.commit(1);
    it.commit(3);
    stands(Stage::reveal, {1, 2, 3});
    it.reveal(3);
    stands(Stage::reveal, {1, 2});
    it.reveal(1);
    it.reveal(2);
    stands(Stage::confirm, {1, 2, 3});
    for (std::uint64_t i = 1; i <= 3; ++i) it.answer(i);
    stands(Stage::finished, {});
}

TEST_CASE("files come in any order and as often as they like, and everybody comes to the same bytes")
{
    ACeremony it(2, 3);
    const std::string once = proof::write_trustees(*it.finished().verdict().key);
    it.folder.insert(it.folder.end(), it.folder.begin(), it.folder.end());
    std::reverse(it.folder.begin(), it.folder.end());
    CHECK(proof::write_trustees(it.verdict().key.value()) == once);
    CHECK(proof::write_trustees(proof::read_trustees(once).value()) == once);
}

TEST_CASE("a part that was stored goes on where it stopped, with the same messages")
{
    ACeremony it(2, 3);
    for (std::uint64_t i = 1; i <= 3; ++i) {
        const std::string before = it.part(i).commit(it.seat(i));
        it.parts[i - 1] = proof::Part::read(it.part(i).bytes().clone(), 2).value();
        CHECK(it.part(i).commit(it.seat(i)) == before);
    }
    it.revealed();
    for (auto& part : it.parts) part = proof::Part::read(part.bytes().clone(), 2).value();
    for (std::uint64_t i = 1; i <= 3; ++i) it.answer(i);
    REQUIRE(it.verdict().key);
    CHECK(crypto::base_times(together(it, {1, 3})) == it.verdict().key->key());
    CHECK(fails_as(proof::Part::read(it.part(1).bytes().clone(), 3), Errc::corrupt));
    crypto::SecretBytes unreduced(ByteArray<96>{});
    std::fill_n(unreduced.data() + 64, 32, std::uint8_t{0xff});
    CHECK(fails_as(proof::Part::read(std::move(unreduced), 1), Errc::corrupt));
}

TEST_CASE("what was altered on its way is named with whose it claims to be, and waited for again")
{
    ACeremony it(2, 3);
    it.commit(1);
    it.commit(3);
    std::string jws = it.part(2).commit(it.seat(2));
    jws[jws.find('.') + 40] ^= 1;
    it.put("commit-2.jws", jws);
    CHECK(wrong_with(it) == "commit-2.jws: trustee 2 (Bart) did not sign this, although it says so: it was altered or damaged on its way");
    CHECK(it.verdict().awaited == Numbers{2});
    it.commit(2);
    CHECK(it.verdict().stage == Stage::reveal);  // the bad copy does no harm
}

TEST_CASE("what is no message, or of somebody else, is named by its file and does not end the ceremony")
{
    ACeremony it(2, 3);
    it.committed();
    ACeremony others(2, 3, 9);
    for (const std::string& jws : {std::string(), std::string("a.b.c"), std::string(70'000, 'a'), others.part(1).commit(others.seat(1)),
                                   wire::sign_envelope(wire::Kind::result, "{}", it.signers[0])}) {
        it.folder.resize(3);
        it.put("strange.jws", jws);
        CHECK(wrong_with(it).rfind("strange.jws: nobody is ", 0) == 0);
        CHECK(it.verdict().stage == Stage::reveal);
    }
}

TEST_CASE("a message of another ceremony is named, and says nothing here")
{
    ACeremony it(2, 3);
    // The same trustees, called together anew.
    const auto again = proof::read_ceremony(proof::convene(2, it.ceremony.trustees, it.random).value()).value();
    it.put("commit-2.jws", it.part(2).commit({again, 2, it.signers[1]}));
    CHECK(wrong_with(it) == "commit-2.jws: trustee 2 (Bart) signed this for another ceremony: here it says nothing");
    CHECK(it.verdict().awaited == Numbers{1, 2, 3});
    it.folder.clear();
    it.put("x.jws", wire::sign_envelope(wire::Kind::trustee, "[]", it.signers[1]));
    CHECK(has(wrong_with(it), "trustee 2 (Bart) signed something that is no message of a ceremony"));
    it.replace("x.jws", wire::sign_envelope(wire::Kind::trustee, "{", it.signers[1]));
    CHECK(has(wrong_with(it), "trustee 2 (Bart) signed something that cannot be read"));
    it.replace("x.jws", proof::sign_card("Bart", it.signers[1]));
    CHECK(has(wrong_with(it), "trustee 2 (Bart) signed something that is no message of a ceremony"));
}

TEST_CASE("who signs in another's name, or what breaks the rules, ends the ceremony by name")
{
    ACeremony it(2, 3);
    it.committed();
    it.replace("commit-2.jws", it.part(2).commit({it.ceremony, 3, it.signers[1]}));
    CHECK(wrong_with(it) == "commit-2.jws: trustee 2 (Bart) signed a message that breaks the rules: bears the number 3!");

    const std::string start = R"({"ceremony":")" + to_base64url(it.ceremony.id) + R"(","trustee":2,)";
    const std::string hash = to_base64url(it.ceremony.id);
    for (const std::string& rest :
         std::vector<std::string>{R"("round":"vote"})", R"("round":"commit","box":")" + hash + "\"}", R"("round":"confirm","transcript":"AA"})",
                                  R"("round":"confirm","transcript":")" + hash + R"(","more":1})",
                                  R"("round":"complaint","transcript":")" + hash + R"(","against":4,"box_secret":")" + hash + "\"}"}) {
        it.replace("commit-2.jws", wire::sign_envelope(wire::Kind::trustee, start + rest, it.signers[1]));
        CHECK(has(wrong_with(it), "trustee 2 (Bart) signed a message that breaks the rules: "));
    }
}

TEST_CASE("who gives a box that anybody could open is named")
{
    ACeremony it(2, 3);
    it.committed();
    Commit commit = it.sent<Commit>("commit", 3);
    commit.box = {1};
    it.replace("commit", 3, commit);
    CHECK(wrong_with(it) == "commit-3.jws: trustee 3 (Chloé) gave a key of small order, to which nothing can be sealed!");
}

TEST_CASE("who signs two messages for one round is named with both")
{
    ACeremony it(2, 3);
    it.committed();
    it.put("commit-2-again.jws", proof::Part::draw(2, it.random).commit(it.seat(2)));
    CHECK(wrong_with(it) == "commit-2-again.jws: trustee 2 (Bart) signed two different messages for one round; the other one is commit-2.jws!");

    ACeremony changed_its_mind(2, 3);
    changed_its_mind.finished();
    changed_its_mind.put("complaint-1.jws", proof::sign_message(changed_its_mind.seat(1), Complaint{changed_its_mind.verdict().transcript(), 2, {}}));
    CHECK(has(wrong_with(changed_its_mind), "complaint-1.jws: trustee 1 (Anne) signed two different messages"));
}

TEST_CASE("who was shown another commit than the rest says so, and nobody goes on")
{
    ACeremony it(2, 3);
    it.committed();
    ACeremony elsewhere(2, 3);
    elsewhere.committed();
    elsewhere.replace("commit-2.jws", proof::Part::draw(2, it.random).commit(it.seat(2)));
    it.put("reveal-1.jws", it.part(1).reveal(it.seat(1), elsewhere.verdict(), it.random));
    CHECK(has(wrong_with(it), "reveal-1.jws: trustee 1 (Anne) answers other commits than those here"));
    // Both folders together show who did it.
    it.folder.push_back(elsewhere.folder[1]);
    const auto verdict = it.verdict();
    CHECK(std::any_of(verdict.faults.begin(), verdict.faults.end(),
                      [](const proof::Fault& fault) { return fault.trustee == 2 && fault.what.find("two different") != std::string::npos; }));
}

TEST_CASE("who reveals something else than was committed to is named")
{
    const auto other = [](Reveal& reveal, ACeremony& it) { reveal.polynomial[1] = Element::from_hash(it.random.bytes<64>()); };
    CHECK(wrong_with(with_reveal(2, other)) == "reveal-2.jws: trustee 2 (Bart) reveals another polynomial than the one committed to!");
    CHECK(has(wrong_with(with_reveal(3, [](Reveal& reveal, ACeremony&) { reveal.salt[0] ^= 1; })), "trustee 3 (Chloé) reveals another polynomial"));
    CHECK(has(wrong_with(with_reveal(1, [](Reveal& reveal, ACeremony&) { reveal.polynomial.pop_back(); })), "polynomial: as many elements as the threshold"));
    CHECK(has(wrong_with(with_reveal(1, [](Reveal& reveal, ACeremony&) { reveal.polynomial[0] = Element(); })), "polynomial[0]: the identity is not allowed"));
    CHECK(has(wrong_with(with_reveal(1, [](Reveal& reveal, ACeremony&) { reveal.shares.pop_back(); })), "shares: one for each trustee"));
}

TEST_CASE("a key made to cancel the others' is refused for want of a proof of its secret")
{
    // Even if Chloé learnt the others' polynomials before she committed.
    ACeremony it(2, 3);
    Commit commit{{}, crypto::box_key(ByteArray<32>{7})};
    const Scalar wanted = Scalar::random(it.random);
    const auto theirs = [&](std::uint64_t i) {
        ACeremony seen(2, 3);
        return seen.revealed().sent<Reveal>("reveal", i).polynomial[0];
    };
    Reveal reveal;
    reveal.polynomial = {crypto::base_times(wanted) - theirs(1) - theirs(2), crypto::base_times(Scalar::of(5))};
    commit.commitment = proof::commitment_to(it.ceremony, 3, reveal.polynomial, reveal.salt);
    it.commit(1);
    it.commit(2);
    it.put("commit-3.jws", proof::sign_message(it.seat(3), commit));
    reveal.commits = it.verdict().commits_hash();
    reveal.shares.resize(3);
    it.reveal(1);
    it.reveal(2);
    CHECK(it.sent<Reveal>("reveal", 1).polynomial[0] + it.sent<Reveal>("reveal", 2).polynomial[0] + reveal.polynomial[0] == crypto::base_times(wanted));
    const Scalar a = Scalar::random(it.random);
    reveal.t = crypto::base_times(a);
    for (const Scalar& known : {Scalar(), wanted}) {
        reveal.s = a + proof::knowledge_challenge(it.ceremony, 3, reveal.polynomial[0], reveal.t) * known;
        it.folder.resize(5);
        it.put("reveal-3.jws", proof::sign_message(it.seat(3), reveal));
        CHECK(wrong_with(it) == "reveal-3.jws: trustee 3 (Chloé) does not prove to know its own secret!");
    }
    // Nor is another's proof taken over.
    const Reveal honest = it.sent<Reveal>("reveal", 1);
    reveal.t = honest.t;
    reveal.s = honest.s;
    it.replace("reveal", 3, reveal);
    CHECK(has(wrong_with(it), "trustee 3 (Chloé) does not prove"));
}

TEST_CASE("who sends a wrong share is shown to have done so by the complaint")
{
    const auto seal = [](const ACeremony& of, ByteSpan plain, SeededRandom& random) {
        ByteArray<80> sealed{};
        const Bytes box = crypto::seal_to_box(of.sent<Commit>("commit", 3).box, plain, random).value();
        std::copy_n(box.begin(), std::min(box.size(), sealed.size()), sealed.begin());
        return sealed;
    };
    ByteArray<32> unreduced;
    unreduced.fill(0xff);
    for (int kind = 0; kind < 4; ++kind) {
        ACeremony it = with_reveal(2, [&](Reveal& reveal, ACeremony& of) {
            if (kind == 0) reveal.shares[2] = seal(of, Scalar::of(42).bytes(), of.random);
            if (kind == 1) reveal.shares[2] = seal(of, unreduced, of.random);
            if (kind == 2) reveal.shares[2][50] ^= 1;
            if (kind == 3) std::swap(reveal.shares[1], reveal.shares[2]);
        });
        CHECK(it.verdict().stage == Stage::confirm);
        it.answer(1);
        it.answer(3);
        CHECK(wrong_with(it) == "reveal-2.jws: trustee 2 (Bart) sent trustee 3 (Chloé) a wrong share, as the box shows that confirm-3.jws opens!");
        CHECK(it.sent<Complaint>("confirm", 3).against == 2);
        CHECK(std::holds_alternative<Confirm>(it.verdict().answers[0]->message));
    }
}

TEST_CASE("who complains falsely is named")
{
    ACeremony it(2, 3);
    it.revealed();
    Complaint complaint{it.verdict().transcript(), 2, {}};
    std::copy_n(it.part(3).bytes().data() + 32, 32, complaint.box_secret.begin());
    it.put("complaint-3.jws", proof::sign_message(it.seat(3), complaint));
    CHECK(wrong_with(it) == "complaint-3.jws: trustee 3 (Chloé) complains of trustee 2 (Bart), whose share is right!");
    complaint.box_secret[0] ^= 8;
    it.replace("complaint-3.jws", proof::sign_message(it.seat(3), complaint));
    CHECK(wrong_with(it) == "complaint-3.jws: trustee 3 (Chloé) complains of trustee 2 (Bart) with a key that is not of its box!");
}

TEST_CASE("who answers other messages than those here is named, whether it confirms or complains")
{
    ACeremony it(2, 3);
    it.finished();
    auto transcript = it.verdict().transcript();
    transcript[5] ^= 1;
    it.replace("confirm", 1, Confirm{transcript});
    CHECK(has(wrong_with(it), "confirm-1.jws: trustee 1 (Anne) answers other messages than those here"));
    it.replace("confirm", 1, Complaint{transcript, 2, {}});
    CHECK(has(wrong_with(it), "confirm-1.jws: trustee 1 (Anne) answers other messages than those here"));
}

TEST_CASE("two messages that changed places are still each its sender's")
{
    ACeremony it(2, 3);
    it.finished();
    std::swap(it.folder[3].jws, it.folder[4].jws);
    CHECK(it.verdict().stage == Stage::finished);
    it.replace("reveal-1.jws", it.folder[5].jws);  // one is there twice, and another is gone
    CHECK(it.verdict().awaited.size() == 1);
}
