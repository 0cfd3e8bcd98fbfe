#include "sync-server/publish/pages.hpp"

namespace isoloir::publish {
namespace {

class Flow {
public:
    Flow(std::span<const Strip> strips, double height) : strips_(strips), height_(height) {}

    /// Strips that stay together, from `first` up to `end`: on this page, else on the next. What is higher than any page
    /// is not kept together.
    void place(std::size_t first, std::size_t end)
    {
        double needed = 0;
        for (std::size_t i = first; i < end; ++i) needed += strips_[i].gap + strips_[i].height;
        const bool together = needed <= height_;
        if (together && !fits(needed)) turn();
        for (std::size_t i = first; i < end; ++i) {
            if (!fits(strips_[i].gap + strips_[i].height)) turn();
            if (pages_.back().empty() && strips_[i].head) put(*strips_[i].head);
            put(i);
        }
    }
    std::vector<Page> pages() && { return std::move(pages_); }

private:
    bool fits(double needed) const { return pages_.back().empty() || top_ + needed <= height_; }
    void turn()
    {
        pages_.emplace_back();
        top_ = 0;
    }
    void put(std::size_t strip)
    {
        if (!pages_.back().empty()) top_ += strips_[strip].gap;
        pages_.back().push_back({strip, top_});
        top_ += strips_[strip].height;
    }

    std::span<const Strip> strips_;
    double height_;
    std::vector<Page> pages_{1};
    double top_{0};
};

}  // namespace

std::vector<Page> paginate(std::span<const Strip> strips, double height)
{
    Flow flow(strips, height);
    for (std::size_t first = 0; first < strips.size();) {
        std::size_t end = first + 1;
        while (end < strips.size() && strips[end - 1].with_next) ++end;
        flow.place(first, end);
        first = end;
    }
    return std::move(flow).pages();
}

}  // namespace isoloir::publish
