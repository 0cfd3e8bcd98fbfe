#include "bench/a_booth.hpp"

#include <cairo.h>

#include "shared/base/encoding.hpp"
#include "shared/base/file.hpp"
#include "shared/base/share.hpp"
#include "shared/crypto/hash.hpp"
#include "terminal/app/share.hpp"

namespace isoloir::bench {
namespace {

constexpr Hour kNoon = 500'000;

/// A picture that does not compress to nothing, another one for each number.
std::string a_picture(int number, const std::filesystem::path& scratch)
{
    ui::Surface surface(960, 640);
    cairo_t* canvas = cairo_create(surface.cairo());
    cairo_pattern_t* sky = cairo_pattern_create_linear(0, 0, 960, 640);
    cairo_pattern_add_color_stop_rgb(sky, 0, number % 7 / 7.0, number % 11 / 11.0, 0.9);
    cairo_pattern_add_color_stop_rgb(sky, 1, 0.9, number % 5 / 5.0, number % 13 / 13.0);
    cairo_set_source(canvas, sky);
    cairo_paint(canvas);
    for (int i = 0; i < 40; ++i) {
        cairo_set_source_rgba(canvas, i % 3 / 3.0, i % 4 / 4.0, i % 5 / 5.0, 0.5);
        cairo_arc(canvas, (i * 97 + number * 31) % 960, (i * 61 + number * 17) % 640, 20 + i, 0, 6.3);
        cairo_fill(canvas);
    }
    cairo_pattern_destroy(sky);
    cairo_destroy(canvas);
    (void)surface.write_png(scratch);
    return read_file(scratch, 16 * 1024 * 1024).value();
}

}  // namespace

LargeElection::LargeElection() : definition(test::an_election().with_projects(150).build())
{
    for (std::size_t i = 0; i < definition.projects.size(); ++i) {
        const std::string content = a_picture(static_cast<int>(i), pictures / "scratch");
        const auto hash = crypto::sha256(bytes_of(content));
        (void)write_file(pictures / to_hex(hash), content);
        definition.projects[i].picture = hash;
        definition.projects[i].cost = Money{static_cast<std::int64_t>(i + 1) * 20'000};
    }
}

const LargeElection& a_large_election()
{
    static const LargeElection election;
    return election;
}

journal::Journal an_open_journal(test::ACentre& centre, const std::filesystem::path& folder)
{
    auto journal = journal::Journal::create(folder, kPassphrase, "bench", centre.random).value();
    if (!journal.provision(centre.approve(journal.device().public_key())) || !journal.open_poll(kNoon)) throw std::runtime_error("no journal");
    return journal;
}

ABooth::ABooth()
    : journal_(an_open_journal(centre_, folder_.path())),
      text_(ui::TextEngine::create(share_folder() / "fonts").value()),
      images_(share_folder(), [this, load = app::pictures_in(a_large_election().pictures.path())](const std::string& key) { return ++decoded_, load(key); }),
      languages_(app::Languages::load(centre_.package.definition.languages).value())
{
    auto window = platform::Window::open("", 1920, 1080, platform::Display::offscreen);
    if (!window) throw std::runtime_error(window.error().text());
    images_.develop_aside(platform::wake);
    stage_ = std::make_unique<app::Stage>(*std::move(window), *text_, images_);
    devices_ = std::make_unique<app::Devices>(devices_clock_, folder_ / "no-printer", *text_, images_);
    desk_ = std::make_unique<app::BoothDesk>(journal_, clock_, centre_.random, *stage_, *devices_, languages_);
    desk_->show();
}

void ABooth::down(const std::string& id)
{
    const ui::Node* node = ui::find(stage_->view().tree(), id);
    if (node == nullptr) throw std::runtime_error("no " + id);
    clock_.running += std::chrono::seconds(1);
    desk_->take(ui::Press{node->rect.x + node->rect.width / 2, node->rect.y + node->rect.height / 2, 1});
}

void ABooth::up(const std::string& id)
{
    const ui::Node* node = ui::find(stage_->view().tree(), id);
    if (node == nullptr) throw std::runtime_error("no " + id);
    desk_->take(ui::Release{node->rect.x + node->rect.width / 2, node->rect.y + node->rect.height / 2, 1});
}

bool ABooth::tap(const std::string& id)
{
    if (!shows(id)) return false;
    down(id);
    up(id);
    return true;
}

void ABooth::enter()
{
    for (const char* id : {"start.fr", "go"}) tap(id);
    for (const char digit : std::string("85073003328")) tap(std::string("key.") + digit);
    for (const char* id : {"go", "go"}) tap(id);
}

void ABooth::settle()
{
    for (int quiet = 0; quiet < 2;) {
        const std::size_t before = decoded_;
        stage_->wait(std::chrono::milliseconds(100));
        desk_->take(ui::TimePassed{});
        quiet = decoded_ == before ? quiet + 1 : 0;
    }
}

std::vector<std::string> ABooth::ids(const std::string& prefix) const
{
    std::vector<std::string> found;
    for (const ui::Node* node : ui::focus_order(stage_->view().tree()))
        if (node->id.starts_with(prefix)) found.push_back(node->id);
    return found;
}

}  // namespace isoloir::bench
