#include "shared/base/progress.hpp"

#include <algorithm>
#include <cstdio>
#include <memory>

#include <unistd.h>

namespace isoloir {

Progress::Progress(std::string label, std::uint64_t total)
    : label_(std::move(label)), total_(total), started_(std::chrono::steady_clock::now()), on_terminal_(::isatty(STDERR_FILENO) == 1)
{
}

Progress::~Progress()
{
    draw(true);
}

void Progress::advance(std::uint64_t steps)
{
    done_ += steps;
    const auto now = std::chrono::steady_clock::now();
    if (!on_terminal_ || now - drawn_ < std::chrono::milliseconds(100)) return;
    drawn_ = now;
    draw(false);
}

void Progress::draw(bool last)
{
    constexpr int width = 30;
    const double share = total_ == 0 ? 1.0 : std::min(1.0, static_cast<double>(done_) / static_cast<double>(total_));
    const int filled = static_cast<int>(share * width);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started_).count();
    std::string bar;
    for (int i = 0; i < width; ++i) bar += i < filled ? "█" : "░";
    if (on_terminal_)
        std::fprintf(stderr, "\r  %-28s %s %3.0f %%  %llu/%llu  %.1f s", label_.c_str(), bar.c_str(), share * 100, static_cast<unsigned long long>(done_),
                     static_cast<unsigned long long>(total_), seconds);
    else if (last)
        std::fprintf(stderr, "  %-28s %llu/%llu  %.1f s", label_.c_str(), static_cast<unsigned long long>(done_), static_cast<unsigned long long>(total_),
                     seconds);
    if (last) std::fputc('\n', stderr);
    std::fflush(stderr);
}

std::function<Advance(const std::string& stage, std::size_t steps)> progress_bars()
{
    const auto bar = std::make_shared<std::unique_ptr<Progress>>();
    return [bar](const std::string& stage, std::size_t steps) -> Advance {
        bar->reset();  // ends the line of the one before
        *bar = std::make_unique<Progress>(stage, steps);
        return [bar](std::uint64_t more) { (*bar)->advance(more); };
    };
}

}  // namespace isoloir
