#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

#include "shared/base/parallel.hpp"

namespace isoloir {

/// A progress bar on standard error: redrawn in place on a terminal, silent otherwise (one line at the end).
class Progress {
public:
    Progress(std::string label, std::uint64_t total);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void advance(std::uint64_t steps = 1);

private:
    void draw(bool last);

    std::string label_;
    std::uint64_t total_;
    std::uint64_t done_{0};
    std::chrono::steady_clock::time_point started_;
    std::chrono::steady_clock::time_point drawn_;
    bool on_terminal_;
};

/// Bars of one stage after the other, for work that tells its stages; the last is drawn to its end when the function goes.
std::function<Advance(const std::string& stage, std::size_t steps)> progress_bars();

}  // namespace isoloir
