#include "shared/count/outcome.hpp"

#include <algorithm>

namespace isoloir::count {

std::string words_for(Verdict verdict)
{
    std::string words = word_of(kVerdicts, verdict);
    std::replace(words.begin(), words.end(), '-', ' ');
    return words;
}

}  // namespace isoloir::count
