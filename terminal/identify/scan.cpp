#include "terminal/identify/scan.hpp"

#include <utility>

#include "shared/crypto/secret.hpp"

namespace isoloir::identify {
namespace {

constexpr std::chrono::milliseconds kBetweenCharacters{60};
constexpr std::size_t kShortest = 6;
constexpr std::size_t kLongest = 64;

}  // namespace

Scan::~Scan()
{
    crypto::wipe(burst_);
}

void Scan::typed(const std::string& character, std::chrono::milliseconds now)
{
    if (now - last_ > kBetweenCharacters || burst_.size() >= kLongest) crypto::wipe(burst_);
    burst_.reserve(kLongest + 4);  // so that growing leaves no copies behind
    burst_ += character;
    last_ = now;
}

std::optional<std::string> Scan::entered(std::chrono::milliseconds now)
{
    std::optional<std::string> text;
    if (now - last_ <= kBetweenCharacters && burst_.size() >= kShortest) text = burst_;
    crypto::wipe(burst_);
    return text;
}

}  // namespace isoloir::identify
