#pragma once
// What the page says while the vote goes on, and of where and when one votes; the rest is in words.hpp.

#include "sync-server/publish/words.hpp"

namespace isoloir::publish {

struct PageWords {
    const char* ahead;  // the first day of the vote is to come; "{day}"
    const char* over;   // its last day is past, and nobody closed it yet

    // Of a live ranking, beside the words of a result: nothing is decided yet.
    const char* so_far;        // heading
    const char* so_far_note;   // "{opened}", "{accepted}", "{least}"
    const char* so_far_waits;  // before the first round; "{least}"
    const char* would_be_spent;
    const char* would_be_left;
    const char* opened_ballots;
    const char* would_be_funded;      // heading
    const char* would_not_be_funded;  // heading
    const char* none_would_be_funded;
    const char* would_be;  // of one project
    const char* would_not_be;

    const char* others;  // "{n}" more projects, which are folded away

    const char* in_halls;
    const char* by_day;
    const char* by_day_caption;
    const char* by_hour;
    const char* by_hour_caption;
    const char* hour;     // "{hour}" begins it
    const char* busiest;  // "{when}", "{ballots}"
    const char* as_table;
    const char* by_commune;
    const char* elsewhere;  // halls of which no commune is known

    const char* halls;  // heading: where to vote
    const char* map;    // what the drawing is

    const char* calendar;
    const char* deposit;
    const char* completion;
    const char* analysis;
    const char* vote;
    const char* results;
    const char* period;  // "{from}", "{until}"

    const char* find;       // link
    const char* find_text;  // what it is for
    const char* views;      // "{views}"

    const char* follows;  // the page tells what is new by itself
    const char* pause;
    const char* resume;
    const char* news;  // said aloud now and then; "{accepted}"
};

const PageWords& page_words(const Words& words);

/// The words of a result, for a ranking that may still change.
Words provisional(const Words& words);

const char* phase_name(const PageWords& words, election::PhaseKind kind);

}  // namespace isoloir::publish
