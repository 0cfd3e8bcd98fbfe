#include "shared/proof/ceremony_verdict.hpp"

#include <algorithm>

#include "shared/crypto/transcript.hpp"

namespace isoloir::proof {
namespace {

template <class Kind>
std::vector<std::uint64_t> missing_in(const Posts<Kind>& posts)
{
    std::vector<std::uint64_t> missing;
    for (std::size_t i = 0; i < posts.size(); ++i)
        if (!posts[i]) missing.push_back(i + 1);
    return missing;
}

template <class Kind>
void append_hashes(Bytes& all, const Posts<Kind>& posts)
{
    for (const auto& post : posts) all.insert(all.end(), post->hash.begin(), post->hash.end());
}

class Judge {
public:
    explicit Judge(const Ceremony& ceremony) : ceremony_(ceremony)
    {
        const std::size_t n = ceremony.trustees.size();
        verdict_.commits.resize(n);
        verdict_.reveals.resize(n);
        verdict_.answers.resize(n);
    }

    void take(const Received& received)
    {
        auto opened = open_message(ceremony_, received.jws);
        if (!opened) {
            verdict_.faults.push_back(std::move(opened).error());
            verdict_.faults.back().file = received.file;
            return;
        }
        auto& [trustee, message, hash] = *opened;
        if (auto* commit = std::get_if<Commit>(&message)) put(verdict_.commits, trustee, {*commit, hash, received.file});
        if (auto* reveal = std::get_if<Reveal>(&message)) put(verdict_.reveals, trustee, {*std::move(reveal), hash, received.file});
        if (auto* confirm = std::get_if<Confirm>(&message)) put(verdict_.answers, trustee, {*confirm, hash, received.file});
        if (auto* complaint = std::get_if<Complaint>(&message)) put(verdict_.answers, trustee, {*complaint, hash, received.file});
    }

    Verdict decide() &&
    {
        stand();
        const bool ended = std::any_of(verdict_.faults.begin(), verdict_.faults.end(), [](const Fault& fault) { return fault.proven; });
        if (ended) {
            verdict_.stage = Stage::ended;
            verdict_.awaited.clear();
        } else if (verdict_.stage == Stage::finished) {
            verdict_.key = key();
        }
        return std::move(verdict_);
    }

private:
    template <class Kind>
    void put(Posts<Kind>& posts, std::uint64_t trustee, Posted<Kind> post)
    {
        auto& place = posts[trustee - 1];
        if (!place) place = std::move(post);
        else if (place->hash != post.hash) blame(trustee, "signed two different messages for one round; the other one is " + place->file, post.file);
    }

    void blame(std::uint64_t trustee, std::string what, std::string file) { verdict_.faults.push_back({trustee, true, std::move(what), std::move(file)}); }

    /// Goes from round to round as far as every message is there.
    void stand()
    {
        for (std::size_t i = 0; i < verdict_.commits.size(); ++i)
            if (const auto& commit = verdict_.commits[i]) check(i + 1, *commit);
        if (!complete(Stage::commit, verdict_.commits)) return;
        const auto commits = verdict_.commits_hash();
        for (std::size_t i = 0; i < verdict_.reveals.size(); ++i)
            if (const auto& reveal = verdict_.reveals[i]) check(i + 1, *reveal, commits);
        if (!complete(Stage::reveal, verdict_.reveals)) return;
        const auto transcript = verdict_.transcript();
        for (std::size_t i = 0; i < verdict_.answers.size(); ++i)
            if (const auto& answer = verdict_.answers[i]) check(i + 1, *answer, transcript);
        if (complete(Stage::confirm, verdict_.answers)) verdict_.stage = Stage::finished;
    }

    template <class Kind>
    bool complete(Stage stage, const Posts<Kind>& posts)
    {
        verdict_.stage = stage;
        verdict_.awaited = missing_in(posts);
        return verdict_.awaited.empty();
    }

    void check(std::uint64_t trustee, const Posted<Commit>& post)
    {
        if (!crypto::takes_boxes(post.message.box)) blame(trustee, "gave a key of small order, to which nothing can be sealed", post.file);
    }

    void check(std::uint64_t trustee, const Posted<Reveal>& post, const crypto::Digest& commits)
    {
        const Reveal& reveal = post.message;
        if (reveal.commits != commits)
            return blame(trustee, "answers other commits than those here: compare the folders; whoever signed two commits is the cheat", post.file);
        if (commitment_to(ceremony_, trustee, reveal.polynomial, reveal.salt) != verdict_.commits[trustee - 1]->message.commitment)
            return blame(trustee, "reveals another polynomial than the one committed to", post.file);
        const crypto::Element& secret = reveal.polynomial.front();
        const auto c = knowledge_challenge(ceremony_, trustee, secret, reveal.t);
        if (crypto::base_times(reveal.s) != reveal.t + c * secret) blame(trustee, "does not prove to know its own secret", post.file);
    }

    void check(std::uint64_t trustee, const Posted<Answer>& post, const crypto::Digest& transcript)
    {
        const auto seen = std::visit([](const auto& answer) { return answer.transcript; }, post.message);
        if (seen != transcript)
            return blame(trustee, "answers other messages than those here: compare the folders; whoever signed two for one round is the cheat", post.file);
        if (const auto* complaint = std::get_if<Complaint>(&post.message)) settle(trustee, *complaint, post.file);
    }

    /// One of the two cheats, and the opened box says which.
    void settle(std::uint64_t trustee, const Complaint& complaint, const std::string& file)
    {
        const std::string against = ceremony_.called(complaint.against);
        if (crypto::box_key(complaint.box_secret) != verdict_.commits[trustee - 1]->message.box)
            return blame(trustee, "complains of " + against + " with a key that is not of its box", file);
        const auto& reveal = *verdict_.reveals[complaint.against - 1];
        if (open_share(reveal.message, trustee, complaint.box_secret)) return blame(trustee, "complains of " + against + ", whose share is right", file);
        blame(complaint.against, "sent " + ceremony_.called(trustee) + " a wrong share, as the box shows that " + file + " opens", reveal.file);
    }

    TrusteesKey key() const
    {
        TrusteesKey made{static_cast<std::uint32_t>(ceremony_.threshold), verdict_.transcript(), {}};
        for (std::size_t i = 0; i < ceremony_.trustees.size(); ++i)
            made.members.push_back({ceremony_.trustees[i].name, ceremony_.trustees[i].key, verdict_.reveals[i]->message.polynomial});
        return made;
    }

    const Ceremony& ceremony_;
    Verdict verdict_;
};

}  // namespace

crypto::Digest Verdict::commits_hash() const
{
    Bytes all;
    append_hashes(all, commits);
    return crypto::sha256(all);
}

crypto::Digest Verdict::transcript() const
{
    Bytes all;
    append_hashes(all, commits);
    append_hashes(all, reveals);
    return crypto::sha256(all);
}

Verdict judge(const Ceremony& ceremony, std::span<const Received> received)
{
    Judge judge(ceremony);
    for (const Received& one : received) judge.take(one);
    return std::move(judge).decide();
}

ByteArray<64> commitment_to(const Ceremony& ceremony, std::uint64_t trustee, const crypto::Commitments& polynomial, ByteSpan salt)
{
    crypto::Transcript transcript("dkg-commit");
    transcript.add(ceremony.id).add_number(trustee);
    for (const auto& element : polynomial) transcript.add(element);
    return transcript.add(salt).digest();
}

crypto::Scalar knowledge_challenge(const Ceremony& ceremony, std::uint64_t trustee, const crypto::Element& secret, const crypto::Element& t)
{
    return crypto::Transcript("dkg-pok").add(ceremony.id).add_number(trustee).add(secret).add(t).scalar();
}

Result<crypto::Scalar> open_share(const Reveal& reveal, std::uint64_t trustee, ByteSpan box_secret)
{
    ISO_TRY(const auto plain, crypto::open_box(box_secret, reveal.shares[trustee - 1]));
    const auto share = crypto::Scalar::parse(plain.span());
    if (!share || crypto::base_times(*share) != crypto::committed_share(reveal.polynomial, trustee)) return fail(Errc::forged, "the box holds another share");
    return share;
}

}  // namespace isoloir::proof
