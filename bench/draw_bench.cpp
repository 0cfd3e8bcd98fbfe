#include <benchmark/benchmark.h>

#include "shared/base/share.hpp"
#include "terminal/screens/gallery.hpp"
#include "terminal/screens/screen.hpp"
#include "terminal/ui/layout.hpp"
#include "terminal/ui/paint.hpp"
#include "tests/support/an_election.hpp"

namespace isoloir::bench {
namespace {

/// The list of projects from state to pixels: tree, layout and painting, with fonts and pictures warm.
void draw(benchmark::State& state)
{
    const auto definition = test::an_election().with_projects(150).build();
    const auto text = ui::TextEngine::create(share_folder() / "fonts");
    const auto words = locales::Catalogue::load("fr");
    if (!text || !words) return state.SkipWithError("no fonts");
    (*text)->use({4.0, 1.0});
    ui::Images images(share_folder(), [](const std::string&) { return std::nullopt; });
    const screens::Context context{definition, *words, 480, 270, 1.0};
    ui::Surface surface(1920, 1080);
    booth::State projects;
    for (auto& exhibit : screens::gallery(definition, "fr"))
        if (exhibit.name == "07-projects-chosen") projects = std::move(exhibit.state);
    for (auto _ : state) {
        auto tree = screens::screen(projects, context);
        ui::layout(tree, {1920, 1080}, **text);
        ui::paint(tree, {**text, images, ui::clear_theme(), {}}, surface);
    }
}
BENCHMARK(draw)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace isoloir::bench
