#include "shared/election/precedence.hpp"

namespace isoloir::election {

bool supersedes(Precedence rule, const Cast& coming, const Cast& accepted)
{
    switch (rule) {
        case Precedence::first: return false;
        case Precedence::kiosk: return accepted.online && !coming.online;
        case Precedence::last: return coming.hour >= accepted.hour;
    }
    return false;
}

}  // namespace isoloir::election
