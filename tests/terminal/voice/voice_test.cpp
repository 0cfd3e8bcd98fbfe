#include "tests/support/catch.hpp"

#include <atomic>
#include <cstdlib>
#include <filesystem>

#include <espeak-ng/espeak_ng.h>

#include "terminal/voice/reading.hpp"
#include "terminal/voice/voice.hpp"
#include "tests/support/fails_as.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/words.hpp"

using namespace isoloir;
using voice::Settings;
using voice::Synthesizer;
using voice::Voice;
using Samples = std::vector<std::int16_t>;

namespace {

const std::string kFrench = "Il vous reste 134170 euros à dépenser. Vous pouvez choisir encore des projets.";

/// What was done to the speakers that were opened.
struct Room {
    std::mutex mutex;
    Samples heard;
    std::size_t opened{0};
    std::size_t cleared{0};
    std::atomic<bool> stuck{false};  // plays nothing: what is queued stays
    std::atomic<bool> alive{true};
    std::atomic<std::size_t> here{0};  // speakers that are open
    std::atomic<std::size_t> given{0};

    Samples take()
    {
        const std::lock_guard lock(mutex);
        return std::exchange(heard, {});
    }
};

class SpeakerInRoom final : public platform::Speaker {
public:
    explicit SpeakerInRoom(Room& room) : room_(room) { ++room_.here; }
    SpeakerInRoom(const SpeakerInRoom&) = delete;
    SpeakerInRoom& operator=(const SpeakerInRoom&) = delete;
    ~SpeakerInRoom() override { --room_.here; }
    void queue(std::span<const std::int16_t> samples) override
    {
        const std::lock_guard lock(room_.mutex);
        room_.heard.insert(room_.heard.end(), samples.begin(), samples.end());
        waiting_ += samples.size();
        room_.given += samples.size();
    }
    std::size_t queued() const override { return room_.stuck ? waiting_ : 0; }
    void clear() override
    {
        const std::lock_guard lock(room_.mutex);
        room_.heard.clear();
        waiting_ = 0;
        ++room_.cleared;
    }
    bool is_alive() const override { return room_.alive; }

private:
    Room& room_;
    std::size_t waiting_{0};
};

voice::OpenSpeaker in(Room& room)
{
    return [&room](int) -> Result<std::unique_ptr<platform::Speaker>> {
        ++room.opened;
        room.alive = true;
        return std::make_unique<SpeakerInRoom>(room);
    };
}

void wait_for_silence(const Voice& voice)
{
    while (voice.is_speaking()) std::this_thread::yield();
}

Samples synthesized(Synthesizer& synthesizer, const std::string& text, const std::string& language, int percent = 100)
{
    Samples all;
    REQUIRE(synthesizer.speak(text, language, percent, [&](auto samples) { return all.insert(all.end(), samples.begin(), samples.end()), true; }));
    return all;
}

std::string phonemes(const std::string& text, const char* language)
{
    espeak_VOICE wanted{};
    wanted.languages = language;
    REQUIRE(espeak_ng_SetVoiceByProperties(&wanted) == ENS_OK);
    std::string all;
    for (const void* rest = text.c_str(); rest != nullptr;) all += espeak_TextToPhonemes(&rest, espeakCHARS_UTF8, 0);
    std::string sounds;
    for (const char c : all)
        if (std::string_view(" ',%=_|-!").find(c) == std::string_view::npos) sounds += c;  // stress and pauses aside
    return sounds;
}

int loudest(const Samples& samples)
{
    int most = 0;
    for (const int sample : samples) most = std::max(most, std::abs(sample));
    return most;
}

/// The samples differ a little each time: the library goes on where its waves were.
void check_same_sound(const Samples& heard, const Samples& expected)
{
    const auto near = [](double a, double b, double share) { return std::abs(a - b) <= share * b; };
    CHECK(near(static_cast<double>(heard.size()), static_cast<double>(expected.size()), 0.02));
    CHECK(near(loudest(heard), loudest(expected), 0.05));
}

}  // namespace

TEST_CASE("all four languages have a voice, and each its own")
{
    const auto synthesizer = Synthesizer::create().value();
    std::vector<Samples> said;
    for (const char* language : {"fr", "nl", "de", "en"}) said.push_back(synthesized(*synthesizer, "Budget Namur 2026", language));
    for (std::size_t i = 0; i < said.size(); ++i) {
        CHECK(loudest(said[i]) > 5000);
        CHECK(said[i].size() > 22'050);
        for (std::size_t k = 0; k < i; ++k) CHECK(said[i] != said[k]);
    }
}

TEST_CASE("a language without a voice is refused, not said in the accent of another")
{
    const auto synthesizer = Synthesizer::create().value();
    bool taken = false;
    const auto status = synthesizer->speak("hello", "xx", 100, [&](auto) { return taken = true; });
    CHECK(test::fails_as(status, Errc::not_found));
    CHECK_FALSE(taken);
}

TEST_CASE("an amount of the screen is heard as the number that it is")
{
    const auto synthesizer = Synthesizer::create().value();
    const auto said = [](const std::string& language, const char* voice_of_it) {
        const auto& words = test::words(language);
        return phonemes(voice::read_out(words.money(Money{12'645'000}), false, words), voice_of_it);
    };
    CHECK(said("fr", "fr-be") == phonemes("cent vingt-six mille quatre cent cinquante euros", "fr-be"));
    CHECK(said("de", "de") == phonemes("126450 Euro", "de"));
}

TEST_CASE("a faster rate is shorter and a slower one longer, at every step")
{
    const auto synthesizer = Synthesizer::create().value();
    const std::string language = GENERATE(as<std::string>{}, "fr", "nl", "de", "en");
    std::size_t before = std::numeric_limits<std::size_t>::max();
    std::vector<std::size_t> lengths;
    for (int step = 0; step < static_cast<int>(voice::kRates.size()); ++step) {
        lengths.push_back(synthesized(*synthesizer, kFrench, language, Settings{step, 7}.percent()).size());
        CHECK(lengths.back() < before);
        before = lengths.back();
    }
    CHECK(static_cast<double>(lengths.front()) / static_cast<double>(lengths.back()) > 3.2);  // 61 to 244 words a minute are four times
}

TEST_CASE("settings stop at their ends, and the loudest changes nothing of the sound")
{
    const Settings usual;
    CHECK(usual.percent() == 100);
    CHECK(usual.faster(-10).percent() == 50);
    CHECK(usual.faster(10).percent() == 200);
    CHECK(usual.louder(-20).gain() == 0.0);
    CHECK(usual.louder(20).gain() == 1.0);
    CHECK(usual.louder(1).gain() > usual.gain());
    CHECK(usual.faster(1).volume == usual.volume);
    CHECK(usual.louder(1).rate == usual.rate);
}

TEST_CASE("what is said is heard whole")
{
    const auto expected = [] {
        const auto synthesizer = Synthesizer::create().value();
        return synthesized(*synthesizer, kFrench, "fr");
    }();
    Room room;
    Voice voice(in(room));
    voice.use(Settings{}.louder(20));
    voice.say(kFrench, "fr");
    wait_for_silence(voice);
    check_same_sound(room.take(), expected);
    CHECK(voice.health());
}

TEST_CASE("another text cuts off what is being said, and is heard from its beginning")
{
    const auto expected = [] {
        const auto synthesizer = Synthesizer::create().value();
        return synthesized(*synthesizer, "Choisir, bouton.", "fr");
    }();
    Room room;
    room.stuck = true;
    Voice voice(in(room));
    voice.use(Settings{}.louder(20));
    voice.say(kFrench, "fr");
    while (room.given == 0) std::this_thread::yield();  // it speaks
    voice.say("Choisir, bouton.", "fr");
    while (room.cleared == 0) std::this_thread::yield();
    room.stuck = false;
    wait_for_silence(voice);
    check_same_sound(room.take(), expected);
    CHECK(room.opened == 1);
}

TEST_CASE("only a little is queued ahead, so that another volume is heard at once")
{
    Room room;
    room.stuck = true;
    Voice voice(in(room));
    voice.say(kFrench, "fr");
    while (room.given <= 2205) std::this_thread::yield();
    voice.use(Settings{}.louder(-20));
    room.stuck = false;
    wait_for_silence(voice);
    const auto heard = room.take();
    REQUIRE(heard.size() > 44'100);
    CHECK(loudest({heard.begin(), heard.begin() + 6615}) > 0);
    CHECK(loudest({heard.begin() + 6615, heard.end()}) == 0);
}

TEST_CASE("volume zero is silence, and each step up is louder")
{
    Room room;
    Voice voice(in(room));
    int before = -1;
    for (int volume = 0; volume <= voice::kLoudest; ++volume) {
        voice.use(Settings{3, volume});
        voice.say("Bonjour", "fr");
        wait_for_silence(voice);
        const int now = loudest(room.take());
        INFO(volume);
        CHECK((volume == 0 ? now == 0 : now > before));
        before = now;
    }
}

TEST_CASE("stopping is silence, and gives the device back until there is something to say")
{
    Room room;
    room.stuck = true;
    Voice voice(in(room));
    voice.say(kFrench, "fr");
    while (room.given == 0) std::this_thread::yield();
    voice.stop();
    while (room.here != 0) std::this_thread::yield();
    CHECK(room.take().empty());
    wait_for_silence(voice);
    room.stuck = false;
    voice.say("Bonjour", "fr");
    wait_for_silence(voice);
    CHECK(room.opened == 2);
    CHECK_FALSE(room.take().empty());
}

TEST_CASE("headphones that are pulled out end the text, and are looked for again at the next")
{
    Room room;
    room.stuck = true;
    Voice voice(in(room));
    voice.say(kFrench, "fr");
    while (room.given == 0) std::this_thread::yield();
    room.alive = false;
    wait_for_silence(voice);
    CHECK(test::fails_as(voice.health(), Errc::unavailable));
    room.stuck = false;
    voice.say("Bonjour", "fr");
    wait_for_silence(voice);
    CHECK(voice.health());
    CHECK(room.opened == 2);
}

TEST_CASE("without a sound device the voice is silent, says why, and tries again")
{
    Room room;
    bool plugged = false;
    Voice voice([&](int rate) -> Result<std::unique_ptr<platform::Speaker>> {
        if (!plugged) return fail(Errc::unavailable, "no device");
        return in(room)(rate);
    });
    voice.say(kFrench, "fr");
    wait_for_silence(voice);
    CHECK(test::fails_as(voice.health(), Errc::unavailable));
    plugged = true;
    voice.say("Bonjour", "fr");
    wait_for_silence(voice);
    CHECK(voice.health());
    CHECK_FALSE(room.take().empty());
}

TEST_CASE("a voice that goes while it speaks does not speak on")
{
    Room room;
    room.stuck = true;
    {
        Voice voice(in(room));
        voice.say(kFrench, "fr");
        while (room.given == 0) std::this_thread::yield();
    }
    CHECK(room.here == 0);
    CHECK(room.take().empty());
}
