#include "shared/election/election_file.hpp"

#include "shared/base/file.hpp"
#include "shared/election/package.hpp"
#include "shared/wire/json.hpp"
#include "tests/support/a_picture.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

namespace {

using namespace isoloir;
using election::read_election_file;
using wire::Json;

const std::string kPng = test::a_png();

/// A folder with the demo election and a picture for each of its projects.
struct DemoFolder {
    test::TemporaryFolder folder;
    Json json = Json::parse(*read_file(ISOLOIR_SOURCE "/demo/namur-2022.json", 1'000'000));

    DemoFolder()
    {
        std::filesystem::create_directory(folder / "pictures");
        for (int i = 1; i <= 9; ++i) put("pictures/n" + std::to_string(i) + ".png", kPng + std::to_string(i));
    }
    void put(const std::string& name, const std::string& content) const { REQUIRE(write_file(folder / name, content).has_value()); }
    Result<election::ElectionFile> read(const std::string& text) const
    {
        put("demo.json", text);
        return read_election_file(folder / "demo.json");
    }
    Result<election::ElectionFile> read() const { return read(json.dump(2)); }
};

}  // namespace

TEST_CASE("the demo election is the nine projects of Namur with their costs and pictures")
{
    const DemoFolder demo;
    const auto file = demo.read();
    REQUIRE(file.has_value());
    const auto& definition = file->definition;
    CHECK(definition.envelope == Money{200'000'00});
    CHECK(definition.ballot == election::BallotRules{election::BallotKind::approval, 0, 9, Money{200'000'00}});
    CHECK(definition.languages == std::vector<std::string>{"fr", "nl", "de", "en"});
    CHECK(definition.title.by_language.size() == 4);
    REQUIRE(definition.projects.size() == 9);
    Money winners;
    for (std::size_t i = 0; i < 7; ++i) winners += definition.projects[i].cost;
    CHECK(winners == Money{199'999'00});  // as the published case study says of its seven winners
    CHECK(definition.projects[4].place == "Namur");
    CHECK(definition.projects[4].position == election::Position{50'466'900, 4'867'500});
    for (const auto& project : definition.projects) {
        CHECK(project.objectives.by_language.size() == 4);
        CHECK(project.beneficiaries.by_language.size() == 4);
        CHECK(project.position.has_value() == !project.place.empty());
    }
    CHECK(file->pictures.size() == 9);
    CHECK(file->pictures.at(*definition.projects[0].picture) == kPng + "1");
}

TEST_CASE("an election file is refused with the field that is wrong")
{
    DemoFolder demo;
    const auto [pointer, value, where] = GENERATE(table<std::string, Json, std::string>({
        {"/version", 2, "version"},
        {"/envelope", 200000.5, "envelope"},
        {"/envelope", "200000", "envelope"},
        {"/envelope", 0, "envelope"},
        {"/title", "Budget", "title"},
        {"/title/fr", 3, "title.fr"},
        {"/title/french", "Budget", "title"},
        {"/surprise", 1, "surprise"},
        {"/languages", Json::array({"fr", 1}), "languages"},
        {"/languages", Json::array({"fr", "xx"}), "languages"},
        {"/phases/1/kind", "pause", "phases[1].kind"},
        {"/phases/1/from", "2022-13-01", "phases[1]"},
        {"/phases/1/note", "", "phases[1].note"},
        {"/ballot/max_projects", 10, "ballot.max_projects"},
        {"/ballot/max_cost", -1, "ballot.max_cost"},
        {"/ballot/kind", "lot", "ballot.kind"},
        {"/ballot/kind", "points", "ballot.max_points"},
        {"/ballot/max_points", 3, "ballot.max_points"},
        {"/ballot/max_sum_points", 3, "ballot.max_sum_points"},
        {"/rule", "lot", "rule"},
        {"/ties", "lot", "ties"},
        {"/eligibility/minimum_age", 200, "eligibility.minimum_age"},
        {"/eligibility/voter_code", 1, "eligibility.voter_code"},
        {"/eligibility/roll", 1, "eligibility.roll"},
        {"/contacts/phone", Json(), "contacts.phone"},
        {"/projects", Json::array(), "projects"},
        {"/projects/3", 3, "projects[3]"},
        {"/projects/3/id", "n1", "projects[3].id"},
        {"/projects/3/cost", 23387.5, "projects[3].cost"},
        {"/projects/3/cost", 0, "projects[3].cost"},
        {"/projects/3/title", Json::object(), "projects[3].title"},
        {"/projects/3/proposer", std::string(201, 'x'), "projects[3].proposer"},
        {"/projects/3/objectives", Json::object(), "projects[3].objectives"},
        {"/projects/3/beneficiaries", "tous", "projects[3].beneficiaries"},
        {"/projects/3/position", 50.4, "projects[3].position"},
        {"/projects/3/position/latitude", 50.4, "projects[3].position.latitude"},
        {"/projects/3/position/latitude", 90'000'001, "projects[3].position.latitude"},
        {"/projects/3/position/longitude", -180'000'001, "projects[3].position.longitude"},
        {"/projects/3/position/altitude", 80, "projects[3].position.altitude"},
        {"/projects/3/pictures", "a.png", "projects[3].pictures"},
        {"/projects/3/picture", "pictures/none.png", "projects[3].picture"},
    }));
    CAPTURE(pointer, value.dump());
    demo.json[Json::json_pointer(pointer)] = value;
    const auto file = demo.read();
    REQUIRE_FALSE(file.has_value());
    const std::string& found = file.error().where;
    CAPTURE(found);
    CHECK(found.starts_with((demo.folder / "demo.json").string() + ": " + where));
}

TEST_CASE("the kind of ballot is approval where nothing is said, and can be said")
{
    DemoFolder demo;
    demo.json["ballot"]["kind"] = "approval";
    CHECK(demo.read()->definition.ballot.kind == election::BallotKind::approval);
    demo.json["ballot"]["kind"] = "ranking";
    CHECK(demo.read()->definition.ballot.kind == election::BallotKind::ranking);
    demo.json["ballot"].update({{"kind", "points"}, {"max_points", 3}, {"max_sum_points", 7}});
    CHECK(demo.read()->definition.ballot == election::BallotRules{election::BallotKind::points, 0, 9, Money{200'000'00}, 3, 7});
}

TEST_CASE("text that is no JSON is refused with its line")
{
    const DemoFolder demo;
    const auto file = demo.read("{\n  \"version\": 1,\n  \"title\" \"Budget\"\n}\n");
    REQUIRE_FALSE(file.has_value());
    CHECK(file.error().where.find("line 3") != std::string::npos);
    CHECK_FALSE(demo.read("").has_value());
    CHECK_FALSE(demo.read("[]").has_value());
    CHECK_FALSE(demo.read("{\"version\": 1, \"version\": 1}").has_value());
}

TEST_CASE("a demo file that is cut short is refused wherever the cut is")
{
    const DemoFolder demo;
    const std::string whole = demo.json.dump();
    for (std::size_t cut = 0; cut < whole.size(); cut += 101) {
        CAPTURE(cut);
        CHECK_FALSE(demo.read(whole.substr(0, cut)).has_value());
    }
}

TEST_CASE("a picture is a PNG or JPEG below the file's own folder, or the file is refused")
{
    DemoFolder demo;
    auto& name = demo.json["projects"][0]["picture"];
    const auto refused = [&] {
        const auto file = demo.read();
        return !file && file.error().where.find("projects[0].picture") != std::string::npos;
    };
    SECTION("a JPEG will do")
    {
        demo.put("photo.jpg", test::a_jpeg());
        name = "photo.jpg";
        CHECK(demo.read().has_value());
    }
    SECTION("another kind of file")
    {
        demo.put("pictures/n1.png", "<svg/>");
        CHECK(refused());
    }
    SECTION("an empty file")
    {
        demo.put("pictures/n1.png", "");
        CHECK(refused());
    }
    SECTION("too large")
    {
        demo.put("pictures/n1.png", kPng + std::string(10 * 1024 * 1024, 'x'));
        CHECK(refused());
    }
    SECTION("a small file that unpacks to more pixels than a terminal could hold, or that does not say how many")
    {
        for (const std::string& bomb : {test::a_png(60'000, 60'000), test::a_png(4'294'967'295, 4'294'967'295), test::a_png(0, 480),
                                        test::a_jpeg(65'535, 65'535), std::string("\x89PNG\r\n\x1A\n"), std::string("\xFF\xD8\xFF\xE0 and so on")}) {
            demo.put("pictures/n1.png", bomb);
            CHECK(refused());
        }
    }
    SECTION("a path out of the folder, although a picture is there")
    {
        const test::TemporaryFolder outside;
        REQUIRE(write_file(outside / "n1.png", kPng).has_value());
        name = (outside / "n1.png").string();
        CHECK(refused());
        name = "../" + outside.path().filename().string() + "/n1.png";
        CHECK(refused());
        name = "pictures/../pictures/n2.png";
        CHECK(refused());
        std::filesystem::create_symlink(outside / "n1.png", demo.folder / "link.png");
        name = "link.png";
        CHECK(refused());
        std::filesystem::create_directory_symlink(outside.path(), demo.folder / "folder");
        name = "folder/n1.png";
        CHECK(refused());
    }
    SECTION("no regular file")
    {
        name = "pictures";
        CHECK(refused());
        name = "";
        CHECK(refused());
        name = std::string("pictures/n1.png\0.png", 20);
        CHECK(refused());
    }
}

TEST_CASE("a Pabulib file is an election file by its ending, and its errors name file and line")
{
    const auto file = read_election_file(ISOLOIR_TEST_DATA "/pabulib/poland_gdynia_2020_kamienna-gora-small.pb");
    REQUIRE(file.has_value());
    CHECK(file->definition.projects.size() == 3);
    CHECK(file->pictures.empty());
    const test::TemporaryFolder folder;
    const std::string scoring = (folder / "scoring.PB").string();
    REQUIRE(write_file(scoring, "META\nkey;value\nbudget;10\nvote_type;scoring\nPROJECTS\nproject_id;cost\na;5\nVOTES\nvoter_id;vote\n"));
    const auto refused = read_election_file(scoring);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().where == scoring + ": line 4");
    CHECK(read_election_file("/nowhere/demo.json").error().code == Errc::not_found);
}

TEST_CASE("what an election file describes can be signed and read back")
{
    const DemoFolder demo;
    const auto file = demo.read();
    REQUIRE(file.has_value());
    crypto::SystemRandom random;
    const auto signer = crypto::Signer::generate(random);
    const election::Keys keys{crypto::base_times(crypto::Scalar::random(random)), signer.public_key(), {}, {}, {}};
    const auto package = election::open_package(election::sign_package(file->definition, keys, signer).jws, signer.public_key());
    REQUIRE(package.has_value());
    CHECK(package->definition == file->definition);
}
