#include <cstdlib>

#include "terminal/voice/voice.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fails_as.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace isoloir;

// A program of its own: the library reads its data once.
TEST_CASE("without the voices' data nothing is said, nothing waits, and the reason is known")
{
    const test::TemporaryFolder folder;
    std::filesystem::create_directory(folder.path() / "espeak-ng-data");
    setenv("ESPEAK_DATA_PATH", folder.path().c_str(), 1);
    bool opened = false;
    {
        voice::Voice voice([&](int) -> Result<std::unique_ptr<platform::Speaker>> {
            opened = true;
            return fail(Errc::unavailable, "nobody should ask");
        });
        CHECK(test::fails_as(voice.health(), Errc::unavailable));
        voice.say("Bonjour", "fr");
        CHECK_FALSE(voice.is_speaking());
        voice.stop();
        CHECK(test::fails_as(voice.health(), Errc::unavailable));
    }
    CHECK_FALSE(opened);
}
