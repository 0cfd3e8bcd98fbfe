#pragma once
// A scanner for voter cards types like a keyboard, but faster than anyone: what comes in one burst and ends with Enter is
// a card.

#include <chrono>
#include <optional>
#include <string>

namespace isoloir::identify {

class Scan {
public:
    ~Scan();

    /// @param now  of a steady clock
    void typed(const std::string& character, std::chrono::milliseconds now);
    /// Enter was pressed. @return  the card's text; nothing when it was typed by hand
    std::optional<std::string> entered(std::chrono::milliseconds now);

private:
    std::string burst_;
    std::chrono::milliseconds last_{0};
};

}  // namespace isoloir::identify
