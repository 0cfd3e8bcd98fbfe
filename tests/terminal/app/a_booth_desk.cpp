#include "tests/terminal/app/a_booth_desk.hpp"

#include <algorithm>

#include "shared/ballot/record.hpp"
#include "terminal/platform/window.hpp"

namespace isoloir::test {
namespace {

using namespace std::chrono_literals;

const std::filesystem::path& share()
{
    static const std::filesystem::path folder = std::filesystem::path(ISOLOIR_BIN) / "../share/isoloir";
    return folder;
}

platform::Window a_window()
{
    auto window = platform::Window::open("", 1280, 800, platform::Display::offscreen);
    INFO((window ? std::string() : window.error().text()));
    REQUIRE(window);
    return *std::move(window);
}

}  // namespace

ABoothDesk::ABoothDesk(const election::Definition& definition, const std::vector<election::VoterIdentifier>& roll)
    : centre(definition),
      journal(open_journal(roll)),
      text_(ui::TextEngine::create(share() / "fonts").value()),
      images_(share(), [](const std::string&) { return std::nullopt; }),
      stage(a_window(), *text_, images_),
      devices_(devices_clock_, folder / "no-printer", *text_, images_),
      languages_(app::Languages::load(definition.languages).value()),
      desk(journal, clock, centre.random, stage, devices_, languages_)
{
    desk.show();
}

journal::Journal ABoothDesk::open_journal(const std::vector<election::VoterIdentifier>& roll)
{
    if (!centre.package.definition.eligibility.roll) return an_open_journal(centre, folder.path());
    auto opened = journal::Journal::create(folder.path(), kPassphrase, "Jambes 1", centre.random).value();
    REQUIRE(opened.provision(centre.approve(opened.device().public_key())));
    std::vector<wire::ShortTag> tags;
    for (const auto& voter : roll) tags.push_back(wire::short_tag(election::voter_tag(centre.tag_key, voter)));
    std::sort(tags.begin(), tags.end());
    REQUIRE(opened.take_roll(wire::sign_roll({centre.package.id, 1, {}, tags}, centre.authority)));
    REQUIRE(opened.open_poll(kNoon));
    return opened;
}

void ABoothDesk::tap(const std::string& id)
{
    const ui::Node* node = ui::find(view().tree(), id);
    INFO(id << " in\n" << glass());
    REQUIRE(node != nullptr);
    const double x = node->rect.x + node->rect.width / 2;
    const double y = node->rect.y + node->rect.height / 2;
    clock.running += 1s;
    desk.take(ui::Press{x, y, 1});
    desk.take(ui::Release{x, y, 1});
}

void ABoothDesk::tap_all(const std::vector<std::string>& ids)
{
    for (const auto& id : ids) tap(id);
}

void ABoothDesk::turn_to(const std::string& id)
{
    const auto& browsing = state().session.browsing;
    for (std::size_t page = screen() == "projects" ? browsing.page : browsing.list_page; page > 0; --page) tap("page." + std::to_string(page - 1));
    for (std::size_t page = 1; !shows(id); ++page) tap("page." + std::to_string(page));
}

void ABoothDesk::key(ui::Key key)
{
    clock.running += 1s;
    desk.take(ui::KeyPress{key});
}

void ABoothDesk::type(const std::string& characters)
{
    for (const char character : characters) {
        clock.running += 1s;
        desk.take(ui::Typed{std::string(1, character)});
    }
}

void ABoothDesk::scan(const std::string& code)
{
    clock.running += 1s;
    for (const char character : code) {
        clock.running += 5ms;
        desk.take(ui::Typed{std::string(1, character)});
    }
    clock.running += 5ms;
    desk.take(ui::KeyPress{ui::Key::choose});
}

void ABoothDesk::pass(std::chrono::milliseconds time)
{
    clock.running += time;
    desk.take(ui::TimePassed{});
}

void ABoothDesk::identify(const std::string& number)
{
    tap_all({"start.fr", "go"});
    for (const char digit : number) tap("key." + std::string(1, digit));
    tap("go");
}

void ABoothDesk::enter(const std::string& number)
{
    identify(number);
    REQUIRE(screen() == "how");
    tap("go");
}

std::vector<std::vector<election::Mark>> ABoothDesk::ballots()
{
    std::vector<std::vector<election::Mark>> opened;
    const auto lines = journal.records_from(0, 1000);
    REQUIRE(lines);
    for (const auto& line : *lines) {
        const auto record = ballot::open_record(line.record, journal.device().public_key());
        REQUIRE(record);
        if (const auto* body = std::get_if<ballot::BallotBody>(&record->body))
            opened.push_back(ballot::decode(centre.package.definition, ballot::open(body->ballot.ciphertexts, centre.election_secret)).value());
    }
    return opened;
}

}  // namespace isoloir::test
