#pragma once
// Something that is done again and again, and fails for a while: said when it begins and when it is over, not every second
// in between.

#include "shared/base/result.hpp"
#include "sync-server/operations/log.hpp"

namespace isoloir::app {

class Outage {
public:
    /// @param begun, over  the events as the log has them
    Outage(const char* begun, const char* over) : begun_(begun), over_(over) {}

    template <class T>
    void tell(const Result<T>& done)
    {
        if (done && goes_on_) operations::info(over_);
        if (!done && !goes_on_) operations::error(begun_, {{"why", done.error().text()}});
        goes_on_ = !done;
    }

private:
    const char* begun_;
    const char* over_;
    bool goes_on_{false};
};

}  // namespace isoloir::app
