#pragma once
// The words of the minutes alone; what the result page says too stands in words.hpp.

#include "sync-server/publish/words.hpp"

namespace isoloir::publish {

struct MinutesWords {
    const char* minutes;  // heading of the document
    const char* body;     // before a blank: whose council
    const char* session;  // before a blank: its day
    const char* period;   // of the poll
    const char* until;    // between its two days
    const char* ballots;  // heading
    const char* place;
    const char* received;
    const char* accepted;
    const char* duplicates;
    const char* refused;
    const char* checks;  // of terminals
    const char* total;
    const char* invalid;   // of those accepted
    const char* reasons;   // caption: why ballots were refused
    const char* ranking;   // heading
    const char* line;      // the line of the envelope: "{spent}", "{envelope}", "{left}"
    const char* log_root;  // of the checkpoint
    const char* result_hash;
    const char* check;    // how anyone can check: "{site}"
    const char* site;     // where the election names none
    const char* recount;  // how anyone can count again, where the ballots are published: "{command}"
    const char* signatures;
    const char* done_at;
    const char* on;
    const char* mayor;
    const char* director;
    const char* officer;
    const char* witness;
};

const MinutesWords& minutes_words(const Words& words);

/// "1 mars 2022 au 15 mars 2022"; nothing where the election names no days of the poll.
std::string period_in(const Words& words, const election::Definition& definition);

/// The line of the envelope, and how to check the count, with what the election says.
std::string line_in(const Words& words, Money spent, Money envelope);
std::string check_in(const Words& words, const std::string& site);

}  // namespace isoloir::publish
