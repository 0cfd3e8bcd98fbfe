#include "terminal/voice/voice.hpp"

#include <chrono>
#include <vector>

#include "shared/crypto/secret.hpp"

namespace isoloir::voice {
namespace {

/// Little lies ahead in the device's queue, so that another volume is heard at once.
constexpr std::size_t kAhead = 2205;  // samples: a tenth of a second
constexpr std::chrono::milliseconds kLook{10};

}  // namespace

Voice::Voice(OpenSpeaker open) : open_(std::move(open))
{
    auto synthesizer = Synthesizer::create();
    if (!synthesizer) {
        health_ = tl::make_unexpected(std::move(synthesizer).error());
        return;
    }
    synthesizer_ = *std::move(synthesizer);
    thread_ = std::thread([this] { run(); });
}

Voice::~Voice()
{
    {
        const std::lock_guard lock(mutex_);
        over_ = true;
        replace(std::nullopt);
    }
    if (thread_.joinable()) thread_.join();
}

void Voice::say(std::string text, std::string language)
{
    const std::lock_guard lock(mutex_);
    replace(Utterance{std::move(text), std::move(language)});
}

void Voice::stop()
{
    const std::lock_guard lock(mutex_);
    released_ = true;
    replace(std::nullopt);
}

void Voice::use(Settings settings)
{
    const std::lock_guard lock(mutex_);
    settings_ = settings;
}

bool Voice::is_speaking() const
{
    const std::lock_guard lock(mutex_);
    return speaking_;
}

Status Voice::health() const
{
    const std::lock_guard lock(mutex_);
    return health_;
}

void Voice::replace(std::optional<Utterance> next)
{
    if (next_) crypto::wipe(next_->text);
    next_.reset();
    if (next && synthesizer_) {
        next_ = std::move(next);
        speaking_ = true;
    } else if (next) {
        crypto::wipe(next->text);
    }
    interrupted_ = true;
    changed_.notify_one();
}

void Voice::run()
{
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [&] { return over_ || released_ || next_; });
        if (over_) break;
        const bool released = std::exchange(released_, false);
        std::optional<Utterance> utterance = std::exchange(next_, std::nullopt);
        interrupted_ = false;
        lock.unlock();
        if (released) speaker_.reset();
        Status status;
        if (utterance) {
            status = speak(*utterance);
            crypto::wipe(utterance->text);
        }
        lock.lock();
        if (utterance) health_ = std::move(status);
        speaking_ = next_.has_value();
    }
    lock.unlock();
    speaker_.reset();
}

Status Voice::speak(const Utterance& utterance)
{
    if (!speaker_ || !speaker_->is_alive()) {
        speaker_.reset();  // before another is opened: there may be one device only
        ISO_TRY(speaker_, open_(synthesizer_->samples_per_second()));
    }
    int percent = 0;
    {
        const std::lock_guard lock(mutex_);
        percent = settings_.percent();
    }
    const auto status = synthesizer_->speak(utterance.text, utterance.language, percent, [this](auto samples) { return play(samples); });
    if (!wait_until_queued(0)) speaker_->clear();
    if (!speaker_->is_alive()) return fail(Errc::unavailable, "the sound device went away while it spoke");
    return status;
}

bool Voice::play(std::span<const std::int16_t> samples)
{
    if (!wait_until_queued(kAhead)) return false;
    double gain = 0;
    {
        const std::lock_guard lock(mutex_);
        gain = settings_.gain();
    }
    std::vector<std::int16_t> heard;
    heard.reserve(samples.size());
    for (const std::int16_t sample : samples) heard.push_back(static_cast<std::int16_t>(sample * gain));
    speaker_->queue(heard);
    return true;
}

bool Voice::wait_until_queued(std::size_t most)
{
    std::unique_lock lock(mutex_);
    while (speaker_->queued() > most && !interrupted_) {
        if (!speaker_->is_alive()) return false;
        changed_.wait_for(lock, kLook, [&] { return interrupted_; });
    }
    return !interrupted_;
}

}  // namespace isoloir::voice
