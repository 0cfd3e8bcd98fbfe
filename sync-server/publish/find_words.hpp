#pragma once
// What the page says on which a resident looks a ballot up by the code on the receipt.

#include "sync-server/publish/words.hpp"

namespace isoloir::publish {

/// What is found, and what that means for whoever holds the receipt.
struct Finding {
    const char* heading;
    const char* text;
};

struct FindWords {
    const char* lead;
    const char* label;
    const char* hint;
    const char* search;  // button
    const char* back;    // to the result page

    Finding no_code;  // "{typed}" is how many letters and digits were typed
    Finding unknown;
    Finding unknown_after_close;
    Finding waits;  // it will be counted
    Finding counted;
    Finding superseded;
    Finding duplicate;
    Finding spoilt;
    Finding not_on_roll;
    Finding not_open;
    Finding caught;  // its terminal cheats
    Finding damaged;

    const char* code;
    const char* place;
    const char* number;  // in the log
    Finding meaning;
    const char* proof;  // link
    const char* proof_text;
};

const FindWords& find_words(const Words& words);

}  // namespace isoloir::publish
