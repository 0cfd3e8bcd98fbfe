#include "terminal/ui/darkroom.hpp"

#include <algorithm>

#include <cairo.h>

namespace isoloir::ui {
namespace {

constexpr std::size_t kMostWanted = 100;  // two screens full; what is older nobody looks at any more

}  // namespace

void DestroySurface::operator()(cairo_surface_t* surface) const
{
    cairo_surface_destroy(surface);
}

Darkroom::Darkroom(std::function<SurfaceHandle(const Print&)> make, std::function<void()> ready)
    : make_(std::move(make)), ready_(std::move(ready)), thread_([this](const std::stop_token& stop) { work(stop); })
{
}

void Darkroom::want(const Print& print)
{
    const std::scoped_lock lock(mutex_);
    const auto is_it = [&](const Developed& developed) { return developed.first == print; };
    if (in_hand_ == print || std::any_of(developed_.begin(), developed_.end(), is_it)) return;
    std::erase(wanted_, print);
    wanted_.push_back(print);
    if (wanted_.size() > kMostWanted) wanted_.erase(wanted_.begin());
    wanted_more_.notify_one();
}

std::vector<Darkroom::Developed> Darkroom::take()
{
    const std::scoped_lock lock(mutex_);
    return std::exchange(developed_, {});
}

void Darkroom::work(const std::stop_token& stop)
{
    std::unique_lock lock(mutex_);
    while (wanted_more_.wait(lock, stop, [this] { return !wanted_.empty(); })) {
        in_hand_ = std::move(wanted_.back());
        wanted_.pop_back();
        lock.unlock();
        auto surface = make_(in_hand_);
        lock.lock();
        developed_.emplace_back(std::exchange(in_hand_, {}), std::move(surface));
        lock.unlock();
        ready_();
        lock.lock();
    }
}

}  // namespace isoloir::ui
