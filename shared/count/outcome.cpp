#include "shared/count/outcome.hpp"

namespace isoloir::count {

const char* words_for(Verdict verdict)
{
    switch (verdict) {
        case Verdict::funded: return "funded";
        case Verdict::does_not_fit: return "does not fit";
        case Verdict::no_votes: return "no votes";
        case Verdict::supporters_ran_out: return "supporters ran out";
        case Verdict::not_reached: return "not reached";
    }
    return "";
}

}  // namespace isoloir::count
