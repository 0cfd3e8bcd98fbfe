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
    /// What is no plain line of text is made one: nobody's name commands the terminal of whoever reads it.
    void add(std::vector<std::string> cells);
    friend std::ostream& operator<<(std::ostream& out, const Table& table);

private:
    std::vector<bool> right_;
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace isoloir::app
