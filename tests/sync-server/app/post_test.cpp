// Online votes as a platform posts them.
#include "tests/support/catch.hpp"

#include <thread>

#include <nlohmann/json.hpp>

#include "shared/base/encoding.hpp"
#include "sync-server/online/post.hpp"
#include "tests/support/a_server_folder.hpp"

using namespace isoloir;
using store::Reason;
using test::AServerFolder;

namespace {

/// A centre with a token for one platform, good until tomorrow.
struct APlatform {
    AServerFolder folder;
    std::string token{folder.centre->api_tokens().make("Decidim", folder.clock.hour() + 24)->secret};

    Result<std::string> post(const std::string& votes) { return folder.centre->post_votes(token, "{\"votes\":[" + votes + "]}"); }
    nlohmann::json answer(const std::string& votes) { return nlohmann::json::parse(post(votes).value_or("null")); }
};

std::string vote(const std::string& code, const std::string& projects)
{
    return "{\"voter_id\":\"" + code + "\",\"projects\":[" + projects + "]}";
}

std::vector<std::string> statuses(const nlohmann::json& answer)
{
    std::vector<std::string> all;
    for (const auto& one : answer.at("votes")) all.push_back(one.at("status").get<std::string>());
    return all;
}

}  // namespace

TEST_CASE("a platform is told of each posted vote what became of it")
{
    APlatform here;
    const auto answer = here.answer(vote("AAAA1", "\"p1\",\"p2\"") + "," + vote("AAAA2", "") + "," + vote("AAAA1", "\"p3\"") + "," +
                                    vote("AAAA3", "\"nothing\"") + "," + vote("!", "\"p1\""));
    CHECK(statuses(answer) == std::vector<std::string>{"accepted", "accepted", "duplicate", "refused", "refused"});
    CHECK(answer.at("accepted").get<int>() == 2);
    CHECK(answer.at("duplicate").get<int>() == 1);
    CHECK(answer.at("refused").get<int>() == 2);
    CHECK(answer.at("votes")[3].at("reason").get<std::string>() == "online-choice");
    CHECK(answer.at("votes")[4].at("reason").get<std::string>() == "online-voter");
    CHECK(here.folder.report().channels == std::vector<intake::ChannelReport>{{"online", 2, 1, 2}});
}

TEST_CASE("a posted vote's tracker finds it in the log")
{
    APlatform here;
    const std::string tracker = here.answer(vote("AAAA1", "\"p1\"")).at("votes")[0].at("tracker").get<std::string>();
    CHECK(here.folder.centre->document("/inclusion/" + tracker));
}

TEST_CASE("the same post again changes nothing and gets the same answer, also from a server that was started anew")
{
    APlatform here;
    const std::string votes = vote("AAAA1", "\"p1\"") + "," + vote("AAAA1", "\"p2\"");
    const std::string first = *here.post(votes);
    const auto size = here.folder.checkpoint().size;
    CHECK(here.post(votes) == first);
    here.folder.restart();
    CHECK(here.post(votes) == first);
    CHECK(here.folder.checkpoint().size == size);
    REQUIRE(*here.folder.centre->close());
    CHECK(here.post(votes) == first);
}

TEST_CASE("a post that comes several times at the same moment is taken once, and all are told the same")
{
    APlatform here;
    const std::string votes = vote("AAAA1", "\"p1\"") + "," + vote("AAAA2", "\"nothing\"");
    std::vector<std::string> answers(6);
    {
        std::vector<std::jthread> posting;
        for (auto& answer : answers) posting.emplace_back([&] { answer = here.post(votes).value_or("refused"); });
    }
    for (const auto& answer : answers) CHECK(answer == answers.front());
    CHECK(nlohmann::json::parse(answers.front()).at("accepted").get<int>() == 1);
    CHECK(here.folder.report().channels == std::vector<intake::ChannelReport>{{"online", 1, 0, 1}});
}

TEST_CASE("nothing of a post is taken that does not read, or that comes after the close")
{
    APlatform here;
    for (const char* votes : {"", "{}", "{\"voter_id\":\"AAAA1\"}", "{\"voter_id\":\"AAAA1\",\"projects\":[\"p1,p2\"]}",
                              "{\"voter_id\":\"AAAA1\",\"projects\":[1]}", "{\"voter_id\":\"AAAA1\",\"projects\":[],\"more\":1}",
                              "{\"voter_id\":\"AAAA1\",\"projects\":[],\"points\":[-1]}", "{\"voter_id\":\"AAAA1\",\"voter_tag\":\"x\",\"projects\":[]}"}) {
        INFO(votes);
        CHECK_FALSE(here.post(votes));
    }
    CHECK(here.folder.checkpoint().size == 0);
    REQUIRE(*here.folder.centre->close());
    CHECK(here.post(vote("AAAA1", "")).error().code == Errc::refused);
}

TEST_CASE("a token that is wrong, over or withdrawn posts nothing")
{
    APlatform here;
    const std::string body = "{\"votes\":[" + vote("AAAA1", "") + "]}";
    CHECK(here.folder.centre->post_votes("", body).error().code == Errc::forged);
    CHECK(here.folder.centre->post_votes(here.token + "x", body).error().code == Errc::forged);
    const std::string other = here.folder.centre->api_tokens().make("CONSUL", here.folder.clock.hour() + 24)->secret;
    CHECK(*here.folder.centre->api_tokens().withdraw("CONSUL") == 1);
    CHECK(*here.folder.centre->api_tokens().withdraw("CONSUL") == 0);
    CHECK(here.folder.centre->post_votes(other, body).error().code == Errc::forged);
    CHECK(here.folder.centre->api_tokens().withdraw("nobody").error().code == Errc::not_found);
    CHECK(here.post(vote("AAAA1", "")));
    here.folder.clock.pass(std::chrono::hours{25});
    CHECK(here.folder.centre->post_votes(here.token, body).error().code == Errc::forged);
    CHECK_FALSE(here.folder.centre->api_tokens().make("late", here.folder.clock.hour() - 1));
}

TEST_CASE("what platforms may post is described as it is read and answered")
{
    APlatform here;
    const auto described = nlohmann::json::parse(here.folder.centre->document("/api/v1/openapi.json")->body);
    CHECK(described.at("openapi").get<std::string>() == "3.1.0");
    const auto& schemas = described.at("components").at("schemas");
    CHECK(schemas.at("Post").at("properties").at("votes").at("maxItems").get<std::size_t>() == online::kMaxPostVotes);
    const auto answer = here.answer(vote("AAAA1", "") + "," + vote("!", ""));
    for (const auto& [name, ignored] : answer.items()) CHECK(schemas.at("Answer").at("properties").contains(name));
    const auto& told = schemas.at("Answer").at("properties").at("votes").at("items").at("properties");
    for (const auto& one : answer.at("votes"))
        for (const auto& [name, ignored] : one.items()) CHECK(told.contains(name));
}
