#include "sync-server/app/table.hpp"

#include <algorithm>
#include <ostream>

#include "shared/base/text.hpp"

namespace isoloir::app {
namespace {

/// Characters, as far as one column each: UTF-8 continuation bytes take no room.
std::size_t width_of(const std::string& text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

}  // namespace

Table::Table(std::vector<std::string> heads)
{
    for (std::string& head : heads) {
        right_.push_back(head.starts_with('>'));
        if (right_.back()) head.erase(0, 1);
    }
    rows_.push_back(std::move(heads));
}

void Table::add(std::vector<std::string> cells)
{
    for (std::string& cell : cells) cell = as_plain_line(cell);
    rows_.push_back(std::move(cells));
}

std::ostream& operator<<(std::ostream& out, const Table& table)
{
    std::vector<std::size_t> widths(table.right_.size());
    for (const auto& row : table.rows_)
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
    for (const auto& row : table.rows_) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string blanks(widths[i] - width_of(row[i]), ' ');
            const bool last = i + 1 == row.size();
            out << (i == 0 ? "" : "  ") << (table.right_[i] ? blanks + row[i] : last ? row[i] : row[i] + blanks);
        }
        out << '\n';
    }
    return out;
}

}  // namespace isoloir::app
