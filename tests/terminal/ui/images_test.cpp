#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

#include <fstream>
#include <future>

#include <cairo.h>

#include "terminal/ui/images.hpp"

using namespace isoloir;
using namespace isoloir::ui;

namespace {

/// A share folder with one red drawing, which says its size only by its viewBox.
struct Share {
    test::TemporaryFolder folder;

    Share()
    {
        std::filesystem::create_directories(folder.path() / "icons");
        std::filesystem::create_directories(folder.path() / "illustrations");
        const char* red = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#f00"/></svg>)";
        for (const char* name : {"default", "nature", "culture"}) write(std::string("illustrations/") + name + ".svg", red);
        write("illustrations/themes.txt", "# words\nnature: vert forêt\nculture: art ciné\n");
        write("icons/check.svg", R"(<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"><rect width="24" height="24" fill="currentColor"/></svg>)");
    }

    void write(const std::string& name, const std::string& content) const { std::ofstream(folder.path() / name) << content; }
    Images images(Images::Loader loader = [](const std::string&) { return std::nullopt; }) const { return Images(folder.path(), std::move(loader)); }
};

std::uint32_t pixel(cairo_surface_t* surface, int x, int y)
{
    const auto* row = cairo_image_surface_get_data(surface) + static_cast<std::ptrdiff_t>(y) * cairo_image_surface_get_stride(surface);
    return reinterpret_cast<const std::uint32_t*>(row)[x];
}

constexpr std::uint32_t kRed = 0xffff0000;
constexpr std::uint32_t kBlue = 0xff0000ff;

}  // namespace

TEST_CASE("a drawing that says its size only by its viewBox fills its place")
{
    const Share share;
    Images images = share.images();
    cairo_surface_t* drawn = images.picture({"", "", 60, 60});
    REQUIRE(drawn != nullptr);
    CHECK(pixel(drawn, 0, 0) == kRed);
    CHECK(pixel(drawn, 59, 59) == kRed);
}

TEST_CASE("a theme chooses its drawing by how a word in it begins")
{
    const Share share;
    Images images = share.images();
    CHECK(images.illustration("la forêt").stem() == "nature");
    CHECK(images.illustration("espaces Verts").stem() == "nature");
    CHECK(images.illustration("art, cinéma").stem() == "culture");
    CHECK(images.illustration("vie de quartier").stem() == "default");
    CHECK(images.illustration("../../etc/passwd").stem() == "default");
    CHECK(images.illustration("").stem() == "default");
}

TEST_CASE("a project's own picture is taken before its theme's, and one that is broken gives way to it")
{
    const Share share;
    Images images = share.images([](const std::string& key) -> std::optional<Picture> {
        if (key != "blue") return std::nullopt;
        return Picture{2, 1, {0, 0, 255, 255, 0, 0, 255, 255}};
    });
    CHECK(pixel(images.picture({"blue", "nature", 10, 10}), 5, 5) == kBlue);
    CHECK(pixel(images.picture({"broken", "nature", 10, 10}), 5, 5) == kRed);
}

TEST_CASE("an icon that is not there is drawn as nothing")
{
    const Share share;
    Images images = share.images();
    CHECK(images.icon("check", 12) != nullptr);
    CHECK(images.icon("no-such-icon", 12) == nullptr);
}

TEST_CASE("a picture developed aside keeps nobody waiting, and is there once it was said to be")
{
    const Share share;
    std::promise<void> may_decode;
    std::promise<void> ready;
    Images images = share.images([&](const std::string&) -> std::optional<Picture> {
        may_decode.get_future().wait();
        return Picture{1, 1, {0, 0, 255, 255}};
    });
    images.develop_aside([&] { ready.set_value(); });
    const Print print{"blue", "nature", 10, 10};
    for (int asked = 0; asked < 3; ++asked) CHECK(images.picture(print) == nullptr);
    CHECK(images.take_developed().empty());
    may_decode.set_value();
    ready.get_future().wait();
    CHECK(images.take_developed() == std::vector{print});
    CHECK(images.take_developed().empty());
    REQUIRE(images.picture(print) != nullptr);
    CHECK(pixel(images.picture(print), 5, 5) == kBlue);
}

TEST_CASE("pictures make room for others, those first that were not looked at for longest")
{
    const Share share;
    std::vector<std::string> decoded;
    Images images = share.images([&](const std::string& key) -> std::optional<Picture> {
        decoded.push_back(key);
        return Picture{1, 1, {0, 0, 255, 255}};
    });
    const auto look = [&](int number) { images.picture({std::to_string(number), "", 1024, 1024}); };  // 4 MiB
    for (int number = 0; number < 6; ++number) look(number);
    look(0);
    look(6);
    CHECK(decoded.size() == 7);
    look(0);
    CHECK(decoded.size() == 7);
    look(1);
    CHECK(decoded.back() == "1");
}
