#include "sync-server/online/vote.hpp"

#include <charconv>

#include "sync-server/roll/identifier.hpp"

namespace isoloir::online {
namespace {

ballot::RecordContent next_record(const election::Package& package, const crypto::Signer& channel, const ballot::ChainHead& head, Hour hour)
{
    return {package.id, channel.id(), head.next, head.last, hour, {}};
}

Result<std::uint32_t> points_of(std::string_view text)
{
    std::uint32_t points = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), points);
    if (error == std::errc{} && end == text.data() + text.size()) return points;
    return fail(Errc::refused, "points are whole numbers");
}

}  // namespace

VoteReader::VoteReader(const election::Definition& definition, const crypto::SecretBytes& tag_key, std::chrono::year_month_day today)
    : definition_(definition), tag_key_(tag_key), today_(today)
{
    for (std::size_t i = 0; i < definition.projects.size(); ++i) projects_[definition.projects[i].id] = i;
}

Result<election::VoterTag> VoteReader::tag(const OnlineLine& line) const
{
    if (const auto* tag = std::get_if<election::VoterTag>(&line.voter)) return *tag;
    ISO_TRY(const auto identified, roll::read_identifier(std::get<std::string>(line.voter), definition_.eligibility, today_));
    // A bis number without a birth date shows no age; the registry that gave it out has judged it.
    const auto minimum = definition_.eligibility.minimum_age;
    if (identified.born && election::age_on(*identified.born, today_) < static_cast<int>(minimum))
        return fail(Errc::malformed, "the voter is younger than " + std::to_string(minimum));
    return election::voter_tag(tag_key_, identified.voter);
}

Result<OnlineVote> VoteReader::read(const OnlineLine& line) const
{
    if (!line.wrong.empty()) return fail(Errc::malformed, line.wrong);
    ISO_TRY(const auto voter, tag(line));
    ISO_TRY(auto selection, choice(line));
    return OnlineVote{voter, std::move(selection)};
}

Result<election::Selection> VoteReader::choice(const OnlineLine& line) const
{
    if (line.kind && line.kind != definition_.ballot.kind) return fail(Errc::refused, "the file's ballots are of another kind than this election's");
    const bool points = definition_.ballot.kind == election::BallotKind::points;
    if (points && !line.points) return fail(Errc::refused, "this election needs the column \"points\"");
    if (!points && line.points) return fail(Errc::refused, "this election knows no points");
    ISO_TRY(const auto ids, items_of(line.projects, "a project"));
    ISO_TRY(const auto given, items_of(line.points ? std::string_view(*line.points) : std::string_view(), "a number of points"));
    if (points && given.size() != ids.size()) return fail(Errc::refused, "as many points as projects are expected");
    std::vector<election::Mark> marks;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const auto project = projects_.find(ids[i]);
        if (project == projects_.end()) return fail(Errc::refused, "a chosen project does not exist in this election");
        election::Mark mark{project->second, 1};
        if (points) { ISO_TRY(mark.points, points_of(given[i])); }
        marks.push_back(mark);
    }
    return election::Selection::make(definition_, std::move(marks));
}

std::vector<wire::BatchLine> seal_votes(std::span<const OnlineVote> votes, const election::Package& package, const crypto::Signer& channel,
                                        ballot::ChainHead head, Hour hour, crypto::Random& random)
{
    const ballot::SealingKey key(package.keys.election);
    std::vector<wire::BatchLine> lines;
    for (const OnlineVote& vote : votes) {
        auto content = next_record(package, channel, head, hour);
        const election::Opening opening = random.bytes<32>();
        const auto commitment = election::commit_voter(vote.tag, opening);
        auto sealing = ballot::seal(package.definition, vote.selection, key, {package.id, commitment, channel.id(), head.next}, random);
        content.body = ballot::BallotBody{commitment, std::move(sealing.ballot)};
        auto record = ballot::sign_record(content, channel);
        head = {head.next + 1, record.hash};
        lines.push_back({std::move(record.jws), wire::BatchLine::Voter{vote.tag, opening}});
    }
    return lines;
}

wire::BatchLine poll_event(ballot::EventKind kind, std::int64_t ballots, const election::Package& package, const crypto::Signer& channel,
                           const ballot::ChainHead& head, Hour hour)
{
    auto content = next_record(package, channel, head, hour);
    content.body = ballot::EventBody{kind, ballots};
    return {ballot::sign_record(content, channel).jws, std::nullopt};
}

}  // namespace isoloir::online
