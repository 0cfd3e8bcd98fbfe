#include "terminal/platform/speaker.hpp"

#include <SDL.h>

namespace isoloir::platform {
namespace {

constexpr Uint16 kSamplesAtOnce = 512;  // 23 ms of speech: how late silence may fall

class SdlSpeaker final : public Speaker {
public:
    SdlSpeaker() = default;
    SdlSpeaker(const SdlSpeaker&) = delete;
    SdlSpeaker& operator=(const SdlSpeaker&) = delete;
    ~SdlSpeaker() override
    {
        if (device_ != 0) SDL_CloseAudioDevice(device_);
        if (started_) SDL_QuitSubSystem(SDL_INIT_AUDIO);
    }

    bool open(int samples_per_second)
    {
        started_ = SDL_InitSubSystem(SDL_INIT_AUDIO) == 0;
        if (!started_) return false;
        SDL_AudioSpec wanted{};
        wanted.freq = samples_per_second;
        wanted.format = AUDIO_S16SYS;
        wanted.channels = 1;
        wanted.samples = kSamplesAtOnce;
        device_ = SDL_OpenAudioDevice(nullptr, 0, &wanted, nullptr, 0);
        if (device_ != 0) SDL_PauseAudioDevice(device_, 0);
        return device_ != 0;
    }

    void queue(std::span<const std::int16_t> samples) override { SDL_QueueAudio(device_, samples.data(), static_cast<Uint32>(samples.size_bytes())); }
    std::size_t queued() const override { return SDL_GetQueuedAudioSize(device_) / sizeof(std::int16_t); }
    void clear() override { SDL_ClearQueuedAudio(device_); }
    bool is_alive() const override { return SDL_GetAudioDeviceStatus(device_) == SDL_AUDIO_PLAYING; }

private:
    bool started_{false};
    SDL_AudioDeviceID device_{0};
};

}  // namespace

Result<std::unique_ptr<Speaker>> open_speaker(int samples_per_second)
{
    auto speaker = std::make_unique<SdlSpeaker>();
    if (!speaker->open(samples_per_second)) return fail(Errc::unavailable, std::string("no sound device can be opened here: ") + SDL_GetError());
    return speaker;
}

}  // namespace isoloir::platform
