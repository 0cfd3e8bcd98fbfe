#pragma once
// Aligned columns for people.

#include <iosfwd>
#include <string>
#include <vector>

namespace isoloir::app {

class Table {
public:
    /// @param heads  a head that begins with '>' is of a column of numbers, set flush right
    explicit Table(std::vector<std::string> heads);
    void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
    friend std::ostream& operator<<(std::ostream& out, const Table& table);

private:
    std::vector<bool> right_;
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace isoloir::app
