#pragma once
// A practice: a journal of its own in a folder of its own, for an election of its own that has the real one's projects.
// Terminal key, election key and authority are fresh and stand nowhere else, so that nobody else takes or opens what was
// tried here; and it is erased at its end.

#include <filesystem>
#include <memory>
#include <optional>

#include "shared/base/clock.hpp"
#include "terminal/journal/journal.hpp"

namespace isoloir::app {

/// Where a terminal practises.
std::filesystem::path practice_folder(const std::filesystem::path& data);
/// Erases what a power cut left of one.
void erase_practice(const std::filesystem::path& folder);

class Practice {
public:
    /// With its poll open; whoever has a valid number or code may practise, as often as there are numbers.
    /// @param real  only what residents read is taken from it
    /// @param random  lent; must outlive the practice
    static Result<std::unique_ptr<Practice>> begin(const journal::Journal& real, const std::filesystem::path& folder, Hour hour, crypto::Random& random);
    Practice(const Practice&) = delete;
    Practice& operator=(const Practice&) = delete;
    ~Practice();

    journal::Journal& journal() { return *journal_; }

private:
    Practice(std::filesystem::path folder, journal::Journal journal) : folder_(std::move(folder)), journal_(std::move(journal)) {}

    std::filesystem::path folder_;
    std::optional<journal::Journal> journal_;
};

}  // namespace isoloir::app
