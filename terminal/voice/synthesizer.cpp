#include "terminal/voice/synthesizer.hpp"

#include <algorithm>
#include <array>

#include <espeak-ng/espeak_ng.h>

namespace isoloir::voice {
namespace {

constexpr int kMillisecondsAtOnce = 60;

/// The library's words a minute are nominal, and differ from what is heard by language: measured on sentences of the
/// screens, these give 122.
struct Manner {
    const char* language;
    const char* voice;
    int nominal;
};
constexpr std::array kManners = {Manner{"fr", "fr-be", 98}, Manner{"nl", "nl", 107}, Manner{"de", "de", 116}, Manner{"en", "en-gb", 94}};
constexpr int kUsualNominal = 105;

Manner manner_of(const std::string& language)
{
    const auto known = std::find_if(kManners.begin(), kManners.end(), [&](const Manner& manner) { return language == manner.language; });
    return known != kManners.end() ? *known : Manner{language.c_str(), language.c_str(), kUsualNominal};
}

/// By name "en-gb" is not found and the voice before goes on speaking; by properties it is, and the answer can be trusted.
bool choose_voice(const char* language)
{
    espeak_VOICE wanted{};
    wanted.languages = language;
    return espeak_ng_SetVoiceByProperties(&wanted) == ENS_OK;
}

void choose_rate(int nominal)
{
    // Slower than it can speak: the rest of the time goes between the words. A step of the gap lasts a third of a tenth
    // of a second there, a word 0.6: measured.
    const int gap = nominal < espeakRATE_MINIMUM ? 18 * (espeakRATE_MINIMUM - nominal) / nominal : 0;
    espeak_ng_SetParameter(espeakRATE, std::clamp(nominal, espeakRATE_MINIMUM, espeakRATE_MAXIMUM), 0);
    espeak_ng_SetParameter(espeakWORDGAP, gap, 0);
}

int pass_on(short* samples, int count, espeak_EVENT* events)
{
    if (samples == nullptr || count <= 0) return 0;
    const auto& take = *static_cast<const TakeSamples*>(events->user_data);
    return take({samples, static_cast<std::size_t>(count)}) ? 0 : 1;
}

std::string reason(espeak_ng_STATUS status)
{
    std::array<char, 200> text{};
    espeak_ng_GetStatusCodeMessage(status, text.data(), text.size());
    return text.data();
}

/// Once for the process, and never ended: ending waits for ever when the library's own thread has not come up yet.
Status start()
{
    // Not espeak_Initialize: that one ends the program when its data are missing.
    espeak_ng_InitializePath(nullptr);
    espeak_ng_ERROR_CONTEXT context = nullptr;
    auto status = espeak_ng_Initialize(&context);
    espeak_ng_ClearErrorContext(&context);
    if (status == ENS_OK) status = espeak_ng_InitializeOutput(ENOUTPUT_MODE_SYNCHRONOUS, kMillisecondsAtOnce, nullptr);
    if (status != ENS_OK) return fail(Errc::unavailable, "the voices cannot be read; install espeak-ng-data: " + reason(status));
    espeak_SetSynthCallback(pass_on);
    return {};
}

}  // namespace

Result<std::unique_ptr<Synthesizer>> Synthesizer::create()
{
    static const Status started = start();
    if (!started) return tl::make_unexpected(started.error());
    return std::unique_ptr<Synthesizer>(new Synthesizer);
}

int Synthesizer::samples_per_second() const
{
    return espeak_ng_GetSampleRate();
}

Status Synthesizer::speak(const std::string& text, const std::string& language, int percent, const TakeSamples& take)
{
    const Manner manner = manner_of(language);
    if (!choose_voice(manner.voice)) return fail(Errc::not_found, "there is no voice for this language", language);
    choose_rate(manner.nominal * percent / 100);
    espeak_ng_Synthesize(text.c_str(), text.size() + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8, nullptr, const_cast<TakeSamples*>(&take));
    return {};
}

}  // namespace isoloir::voice
