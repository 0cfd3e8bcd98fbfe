#include "tests/support/catch.hpp"

#include <cstdlib>
#include <fstream>
#include <thread>
#include <vector>

#include "terminal/platform/speaker.hpp"
#include "terminal/voice/voice.hpp"
#include "tests/support/fails_as.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace isoloir;

namespace {

/// SDL's sound drivers that need no hardware; "disk" writes what would be heard, 1 ms apart instead of 23.
class Driver {
public:
    explicit Driver(const char* name)
    {
        setenv("SDL_AUDIODRIVER", name, 1);
        setenv("SDL_DISKAUDIOFILE", file().c_str(), 1);
        setenv("SDL_DISKAUDIODELAY", "1", 1);
    }
    Driver(const Driver&) = delete;
    Driver& operator=(const Driver&) = delete;
    ~Driver() { unsetenv("SDL_AUDIODRIVER"); }

    /// What came out, once every speaker is closed; the silence around it left out.
    std::vector<std::int16_t> sound() const
    {
        std::ifstream in(file(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        std::vector<std::int16_t> samples(bytes.size() / 2);
        std::copy_n(bytes.data(), samples.size() * 2, reinterpret_cast<char*>(samples.data()));
        const auto sounds = [](std::int16_t sample) { return sample != 0; };
        const auto begin = std::find_if(samples.begin(), samples.end(), sounds);
        const auto end = std::find_if(samples.rbegin(), std::make_reverse_iterator(begin), sounds).base();
        return {begin, end};
    }

private:
    std::filesystem::path file() const { return folder_.path() / "sound.raw"; }
    test::TemporaryFolder folder_;
};

const std::string kLong =
    "Il vous reste 134170 euros à dépenser. Vous pouvez choisir encore des projets. Appuyez sur la flèche droite pour entendre le suivant.";

std::size_t heard_of(const Driver& driver, const std::vector<std::string>& texts, voice::Settings settings = {})
{
    {
        voice::Voice voice;
        voice.use(settings);
        for (const auto& text : texts) voice.say(text, "fr");
        while (voice.is_speaking()) std::this_thread::yield();
        CHECK(voice.health());
    }
    return driver.sound().size();
}

}  // namespace

TEST_CASE("sound comes out of the device, and one text replaces another there")
{
    const Driver disk("disk");
    const auto all = heard_of(disk, {kLong});
    CHECK(all > 5 * 22'050);
    const auto second = heard_of(disk, {kLong, "Choisir."});
    CHECK(second > 4'000);
    CHECK(second < all / 2);
}

TEST_CASE("volume zero sends silence to the device")
{
    const Driver disk("disk");
    CHECK(heard_of(disk, {"Bonjour"}, voice::Settings{}.louder(-20)) == 0);
}

TEST_CASE("what is queued is still to be heard until it is cleared")
{
    const Driver dummy("dummy");
    const auto speaker = platform::open_speaker(22'050).value();
    CHECK(speaker->is_alive());
    speaker->queue(std::vector<std::int16_t>(100 * 22'050, 1));
    CHECK(speaker->queued() > 0);
    speaker->clear();
    CHECK(speaker->queued() == 0);
}

TEST_CASE("where there is no such device, the speaker says so and the voice stays silent")
{
    const Driver none("no-such-driver");
    CHECK(test::fails_as(platform::open_speaker(22'050), Errc::unavailable));
    voice::Voice voice;
    voice.say("Bonjour", "fr");
    while (voice.is_speaking()) std::this_thread::yield();
    CHECK(test::fails_as(voice.health(), Errc::unavailable));
}
