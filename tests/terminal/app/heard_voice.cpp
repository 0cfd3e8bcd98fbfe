// Takes the place of terminal/voice/voice.cpp in this program: no synthesizer, no sound device, no thread.

#include "tests/terminal/app/heard_voice.hpp"

#include "terminal/voice/voice.hpp"

namespace isoloir {

namespace test {

std::vector<Heard>& heard()
{
    static std::vector<Heard> all;
    return all;
}

}  // namespace test

namespace voice {

Voice::Voice(OpenSpeaker open) : open_(std::move(open)) {}
Voice::~Voice() = default;

void Voice::say(std::string text, std::string language)
{
    test::heard().push_back({std::move(text), std::move(language)});
}

void Voice::stop() {}

void Voice::use(Settings settings)
{
    settings_ = settings;
}

bool Voice::is_speaking() const
{
    return false;
}

}  // namespace voice
}  // namespace isoloir
