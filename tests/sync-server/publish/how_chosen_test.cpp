#include "sync-server/publish/how_chosen.hpp"

#include <functional>
#include <set>

#include "shared/election/counting_rules.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync-server/publish/a_count.hpp"

using namespace isoloir;
using namespace isoloir::test;
using election::BallotKind;
using publish::Phase;

TEST_CASE("every rule is told in every language, with nothing left to fill in")
{
    for (const BallotKind kind : {BallotKind::approval, BallotKind::points, BallotKind::ranking})
        for (Rule rule : kRules)
            for (const auto satisfaction : {std::optional<Satisfaction>{}, std::optional{Satisfaction::votes}, std::optional{Satisfaction::cost}}) {
                rule.satisfaction = satisfaction;
                auto election = an_election().with_costs({60, 50, 40, 10}).with_envelope(Money{100'00}).without_ceiling().with_rule(rule);
                if (kind == BallotKind::points) election.with_points(3, 5);
                if (kind == BallotKind::ranking) election.with_ranking(3);
                const auto definition = election.build();
                if (!election::settled(kind, rule)) continue;
                const ACentre centre(definition);
                std::set<std::string> texts;
                for (const char* language : publish::kLanguages) {
                    const auto html = told(counted(centre, ballots({{0}, {0, 1}, {0, 1, 2}, {2, 3}, {3}})), language);
                    const auto from = position(html, "<p class=\"rule\">");
                    CHECK(texts.insert(html.substr(from, html.find("</p>", from) - from)).second);
                    CHECK(html.find('{') == std::string::npos);
                    CHECK(html.find('}') == std::string::npos);
                }
            }
}

TEST_CASE("each rule says what it goes by")
{
    const auto french = [](
                            Rule rule, const std::function<void(AnElection&)>& change = [](AnElection&) {}) {
        auto election = an_election().with_costs({60, 50, 40, 10}).with_envelope(Money{100'00}).without_ceiling().with_rule(rule);
        change(election);
        const ACentre centre(election.build());
        return told(counted(centre, ballots({{0}, {0, 1}, {0, 1, 2}, {2, 3}})));
    };
    const auto ranked = [](AnElection& election) { election.with_ranking(3); };
    position(french({RuleKind::greedy}), "dans l’ordre de leurs voix");
    position(french({RuleKind::greedy}), "sinon, le suivant passe.");
    position(french({RuleKind::greedy, {}, Completion::none, false}), "le premier qui n’y tient pas met fin au compte.");
    position(french({RuleKind::greedy_per_cost}), "combien il a de voix par 1\u202f000\u00a0€");
    // For each euro of the cost, the cost is worth a vote.
    position(french({RuleKind::greedy_per_cost, Satisfaction::cost}), "dans l’ordre de leurs voix");
    position(french({RuleKind::greedy, Satisfaction::borda}, ranked), "un point de Borda pour chaque projet placé après lui");
    position(french({RuleKind::greedy, Satisfaction::votes}, ranked), "lui donne une voix");
    position(french({RuleKind::greedy}, ranked), "le projet préféré reçoit 3 points");
    const auto shares = french({RuleKind::equal_shares});
    position(shares, "Chaque personne disposait de 25\u00a0€.");
    position(shares, "le moins à payer par 1\u202f000\u00a0€ de coût");
    position(shares, "méthode des parts égales");
    position(french({RuleKind::equal_shares, Satisfaction::votes, Completion::add1}), "avec 1\u00a0€ de plus par personne");
    position(french({RuleKind::equal_shares, {}, Completion::greedy}), "Ce qui reste à la fin va aux autres projets, dans l’ordre de leurs voix, ");
    position(french({RuleKind::equal_shares, {}, Completion::greedy}, ranked), "dans l’ordre de leurs points de Borda par 1\u202f000\u00a0€ de coût");
    position(french({RuleKind::phragmen}), "règle de Phragmén");
}

TEST_CASE("what decided a round is told in the words of its rule")
{
    const auto english = [](Rule rule, BallotKind kind = BallotKind::approval) {
        auto election = an_election().with_costs({60, 30, 40}).with_envelope(Money{100'00}).without_ceiling().with_rule(rule);
        if (kind == BallotKind::points) election.with_points(3, 5);
        const ACentre centre(election.build());
        return told(counted(centre, {{{0, 1}}, {{0, 1}, {1, 1}}, {{0, 1}}}), "en");
    };
    const auto decided = [](const std::string& what) { return "data-column=\"What decided\">" + what + "<"; };
    position(english({RuleKind::greedy}), decided("3 votes"));
    position(english({RuleKind::greedy}), decided("1 vote"));
    position(english({RuleKind::greedy_per_cost}), decided("33.33 votes per €1,000"));
    position(english({RuleKind::greedy}, BallotKind::points), decided("3 points"));
    position(english({RuleKind::equal_shares, Satisfaction::votes}), decided("€20 each"));
    position(english({RuleKind::equal_shares}), decided("€20 each "));
    position(english({RuleKind::equal_shares}), "<small>€333.33 per €1,000 of cost</small>");
    position(english({RuleKind::equal_shares}, BallotKind::points), decided("€20 per point"));
    position(english({RuleKind::phragmen}), decided("burden of €20 each"));
    // Votes are supporters; of anything else both are told.
    CHECK(english({RuleKind::greedy}).find("Supporters") == std::string::npos);
    position(english({RuleKind::greedy}, BallotKind::points), "Supporters");
    const auto filled = english({RuleKind::equal_shares, {}, Completion::greedy});
    position(filled, "Completion: granted at the end");
    position(filled, decided("1 vote"));
    CHECK(count_of(filled, "class=\"granted completing\"") == 1);
    CHECK(count_of(filled, "data-column=\"Gave all\">–<") == 1);
}

TEST_CASE("each of the five verdicts has its reason, on its card, in the table, and none says what is not so")
{
    const auto reasons = [](Rule rule, const std::vector<std::int64_t>& costs, const std::vector<std::vector<std::size_t>>& choices) {
        const ACentre centre(an_election().with_costs(costs).with_envelope(Money{100'00}).without_ceiling().with_rule(rule).build());
        return page_of(counted(centre, ballots(choices)), "en");
    };
    const auto twice = [](const std::string& page, const std::string& why) {
        CHECK(count_of(page, "<p class=\"why\">" + why + "</p>") == 1);
        CHECK(count_of(page, "data-column=\"Why\">" + why + "</td>") == 1);
    };
    const auto stopped = reasons({RuleKind::greedy, {}, Completion::none, false}, {60, 50, 10, 5}, {{0, 1, 2}, {0, 1}, {0}});
    twice(stopped, "Does not fit the envelope: it costs €50, and at its turn €40 was left.");
    twice(stopped, "The count had ended before its turn came.");
    twice(stopped, "Received no vote.");
    position(stopped, ">€10 missing<");
    const auto shares = reasons({RuleKind::equal_shares}, {60, 50, 10}, {{0}, {0}, {0, 1}});
    twice(shares, "Those who chose it together had only €13.33 left of the €50 that it costs.");
    twice(shares, "Received no vote.");
    position(shares, ">€36.67 missing<");
    CHECK(shares.find("The envelope ends here") == std::string::npos);
    const auto loads = reasons({RuleKind::phragmen}, {60, 50, 10, 200}, {{0, 1}, {0, 1}, {0, 1}, {2}, {3}});
    twice(loads, "Does not fit the envelope: it costs €200, and at its turn €100 was left.");
}

TEST_CASE("a project that Borda's count gives nothing is not said to have received no point")
{
    const ACentre centre(an_election()
                             .with_costs({60, 10})
                             .with_envelope(Money{100'00})
                             .without_ceiling()
                             .with_ranking(2)
                             .with_rule({RuleKind::greedy, Satisfaction::borda})
                             .build());
    const auto page = page_of(counted(centre, {{{0, 2}, {1, 1}}, {{0, 2}, {1, 1}}}), "en");
    position(page, "<b>2 points</b>");
    position(page, "Received no Borda point: on each ballot that names it, it stands last.");
    CHECK(page.find("Received no point.") == std::string::npos);
}

TEST_CASE("after equal shares no word of the page claims that most votes come first, and each bar is of the most votes there are")
{
    // Two with few votes go first, for they cost their supporters least.
    const ACentre centre(
        an_election().with_costs({90, 2}).with_envelope(Money{100'00}).without_ceiling().with_rule({RuleKind::equal_shares, Satisfaction::votes}).build());
    const auto value = counted(centre, ballots({{0}, {0}, {0}, {0, 1}, {0, 1}}));
    REQUIRE(value.outcome->ranking.front().project == 1);
    const auto page = page_of(value, "en");
    CHECK(page.find("order of their votes") == std::string::npos);
    position(page, "In the order in which they were chosen.");
    const auto card = page.substr(position(page, ">Projet 2</h3>"));
    position(card.substr(0, card.find("</li>")), "<rect width=\"40.00%\"");
}

TEST_CASE("what decides between equals is told where there were such, and where nobody can see whether there were")
{
    const auto tells = [](Rule rule, const std::vector<std::vector<std::size_t>>& choices) {
        const ACentre centre(an_election().with_costs({60, 30}).with_envelope(Money{100'00}).without_ceiling().with_rule(rule).build());
        return told(counted(centre, ballots(choices))).find("À égalité") != std::string::npos;
    };
    CHECK(tells({RuleKind::greedy}, {{0}, {1}}));
    CHECK_FALSE(tells({RuleKind::greedy}, {{0}, {0}, {1}}));
    CHECK_FALSE(tells({RuleKind::greedy_per_cost}, {{0}, {1}}));
    CHECK(tells({RuleKind::greedy_per_cost}, {{0}, {0}, {1}}));
    CHECK(tells({RuleKind::equal_shares}, {{0}, {0}, {1}}));
}

TEST_CASE("where few voted and the rounds are kept back, the page says so, and neither share nor what supporters had")
{
    auto definition = an_election().with_costs({60, 50, 10}).with_envelope(Money{100'00}).without_ceiling().with_rule({RuleKind::equal_shares}).build();
    definition.batch_minimum = 5;
    const ACentre centre(definition);
    auto value = a_standing(centre, Phase::counted);
    value.outcome = counting::tally(definition, std::vector<counting::OpenedRound>{{counting::Channel::all, {ballots({{0}, {0}, {0, 1}}), 0}}});
    for (const char* language : publish::kLanguages) {
        const auto html = told(value, language);
        CHECK(html.find("<svg class=\"spending\"") == std::string::npos);
        CHECK(html.find("result.pb") == std::string::npos);
        CHECK(html.find("33") == std::string::npos);
    }
    position(told(value, "en"), "The rounds are not shown: with fewer than 5 ballots");
    position(told(value, "en"), "Those who chose it no longer had enough to pay for it together.");
    position(page_of(value, "en"), ">Funded<");
}

TEST_CASE("before the count nothing is told of how anything was chosen, and of a live ranking no more than its rule")
{
    const ACentre centre(an_election().with_projects(3).with_live_ranking(2).build());
    auto value = a_standing(centre, Phase::open);
    value.outcome.reset();
    value.so_far = count::tally(centre.package.definition, ballots({{0}, {0}, {1}}));
    const auto page = page_of(value, "en");
    position(page, "Projects take their turn in the order of their votes");
    CHECK(page.find("id=\"how\"") == std::string::npos);
    CHECK(page.find("#how") == std::string::npos);
    CHECK(publish::how_chosen(value, publish::words_in("en")).empty());
}

TEST_CASE("titles of strangers stand in drawings and tables as they wrote them, and are markup nowhere")
{
    const std::string hostile = "<script>alert(1)</script>\"><svg onload='x'>&amp;";
    auto definition = an_election().with_costs({60, 50, 10}).with_envelope(Money{100'00}).without_ceiling().with_rule({RuleKind::equal_shares}).build();
    for (auto& project : definition.projects) project.title.by_language = {{"fr", hostile}};
    definition.projects[1].id = "\"><b>";
    const ACentre centre(definition);
    const auto html = told(counted(centre, ballots({{0}, {0}, {0, 1}})));
    CHECK(html.find("<script") == std::string::npos);
    CHECK(count_of(html, "&lt;script&gt;") == 5);  // drawn and told: one funded, one that lacked money; and one that nobody chose
    position(html, "&quot;&gt;&lt;b&gt;");
    // Whoever hears the page is told whose language it is.
    position(told(counted(centre, ballots({{0}})), "de"), "<b lang=\"fr\">&lt;script");
}
