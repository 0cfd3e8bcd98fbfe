#pragma once
// How strips of known height flow over pages: no strip is ever cut.

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace isoloir::publish {

/// A line of a document, in points.
struct Strip {
    double height{0};
    double gap{0};                      // above it, but not at the top of a page
    bool with_next{false};              // never the last of its page: a heading, a table's head
    std::optional<std::size_t> head{};  // the strip that comes again above this one at the top of a page
};

struct Placed {
    std::size_t strip{0};
    double top{0};
};
using Page = std::vector<Placed>;

/// @param height  of a page; a strip and its head fit on one
/// @return        every strip in order, heads as often as they come; at least one page
std::vector<Page> paginate(std::span<const Strip> strips, double height);

}  // namespace isoloir::publish
