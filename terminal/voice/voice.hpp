#pragma once
// The voice of the kiosk: one thread that speaks, and whoever calls never waits for it. Without a sound device or voices
// the vote goes on in silence, and health() says why. Texts may tell a choice: they are never written down, and are wiped
// once said.

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "terminal/platform/speaker.hpp"
#include "terminal/voice/settings.hpp"
#include "terminal/voice/synthesizer.hpp"

namespace isoloir::voice {

/// @param samples_per_second  of what will be queued
using OpenSpeaker = std::function<Result<std::unique_ptr<platform::Speaker>>(int samples_per_second)>;

class Voice {
public:
    /// @param open  called by the speaking thread when there is something to say and no device that plays
    explicit Voice(OpenSpeaker open = platform::open_speaker);
    Voice(const Voice&) = delete;
    Voice& operator=(const Voice&) = delete;
    ~Voice();

    /// Says `text` now; what was being said is cut off. An empty text leaves silence.
    void say(std::string text, std::string language);
    /// Silence at once; the device is given back until there is something to say again.
    void stop();
    /// The volume counts at once, the rate from the next text on.
    void use(Settings settings);

    /// While something is still to be heard: time that a voter needs for listening is not idle.
    bool is_speaking() const;
    /// Why nothing was heard of the last text, if so.
    /// @error unavailable  no sound device, or no voices;  not_found  no voice for this language
    Status health() const;

private:
    struct Utterance {
        std::string text;
        std::string language;
    };
    void run();
    Status speak(const Utterance& utterance);
    bool play(std::span<const std::int16_t> samples);
    bool wait_until_queued(std::size_t most);
    void replace(std::optional<Utterance> next);

    OpenSpeaker open_;
    std::unique_ptr<Synthesizer> synthesizer_;  // of the thread, as is the speaker
    std::unique_ptr<platform::Speaker> speaker_;

    mutable std::mutex mutex_;  // guards what follows
    std::condition_variable changed_;
    std::optional<Utterance> next_;
    Settings settings_;
    Status health_;
    bool speaking_{false};
    bool interrupted_{false};
    bool released_{false};  // the device is to be given back
    bool over_{false};

    std::thread thread_;
};

}  // namespace isoloir::voice
