#include "sync-server/online/post.hpp"

#include "shared/wire/json.hpp"

namespace isoloir::online {
namespace {

constexpr std::size_t kMaxVoter = 200;  // bytes; longer than any identifier and any tag
constexpr std::int64_t kMaxPoints = 1'000'000;

/// Joins as a list of line.hpp.
Result<std::string> projects_of(const wire::Json& ids, const std::string& place)
{
    std::string list;
    for (const auto& id : ids) {
        const auto* text = id.get_ptr<const std::string*>();
        if (text == nullptr || text->empty() || text->size() > election::kMaxProjectId || text->find(',') != std::string::npos)
            return fail(Errc::malformed, "a list of project ids is expected", place);
        list += (list.empty() ? "" : ",") + *text;
    }
    return list;
}

Result<std::string> points_of(const wire::Json& points, const std::string& place)
{
    std::string list;
    for (const auto& given : points) {
        if (!given.is_number_unsigned() || given.get<std::uint64_t>() > kMaxPoints) return fail(Errc::malformed, "a list of whole numbers is expected", place);
        list += (list.empty() ? "" : ",") + std::to_string(given.get<std::uint64_t>());
    }
    return list;
}

Result<OnlineLine> read_vote(const wire::Json& json, std::size_t number)
{
    wire::ObjectReader reader(json, "votes[" + std::to_string(number - 1) + "]");
    OnlineLine line;
    line.number = number;
    if (reader.has("voter_tag")) {
        ISO_TRY(const std::string written, reader.text("voter_tag", kMaxVoter));
        if (const auto tag = read_tag(written)) line.voter = *tag;
        else line.wrong = tag.error().message;
    } else {
        ISO_TRY(line.voter, reader.text("voter_id", kMaxVoter));
    }
    ISO_TRY(const auto* projects, reader.array("projects", election::kMaxProjects));
    ISO_TRY(line.projects, projects_of(*projects, reader.place("projects")));
    if (reader.has("points")) {
        ISO_TRY(const auto* points, reader.array("points", election::kMaxProjects));
        ISO_TRY(line.points, points_of(*points, reader.place("points")));
    }
    ISO_CHECK(reader.finish());
    return line;
}

}  // namespace

Result<std::vector<OnlineLine>> read_post(std::string_view body)
{
    ISO_TRY(const wire::Json json, wire::parse_json(body));
    wire::ObjectReader reader(json, "");
    ISO_TRY(const auto* votes, reader.array("votes", kMaxPostVotes));
    ISO_CHECK(reader.finish());
    if (votes->empty()) return fail(Errc::malformed, "at least one vote is expected", "votes");
    std::vector<OnlineLine> lines;
    for (const auto& vote : *votes) {
        ISO_TRY(auto line, read_vote(vote, lines.size() + 1));
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string write_answer(const std::vector<Fate>& fates)
{
    using store::Reason;
    auto votes = nlohmann::ordered_json::array();
    std::uint64_t accepted = 0;
    std::uint64_t duplicate = 0;
    for (const Fate& fate : fates) {
        if (fate.reason == Reason::accepted) {
            ++accepted;
            votes.push_back({{"status", "accepted"}, {"tracker", ballot::tracker_text(fate.tracker)}});
        } else if (fate.reason == Reason::duplicate) {
            ++duplicate;
            votes.push_back({{"status", "duplicate"}});
        } else {
            votes.push_back(
                {{"status", "refused"}, {"reason", store::name_of(fate.reason)}, {"error", fate.error.empty() ? store::words_for(fate.reason) : fate.error}});
        }
    }
    const nlohmann::ordered_json answer = {
        {"votes", std::move(votes)}, {"accepted", accepted}, {"duplicate", duplicate}, {"refused", fates.size() - accepted - duplicate}};
    return answer.dump() + "\n";
}

}  // namespace isoloir::online
