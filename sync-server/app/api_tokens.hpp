#pragma once
// The tokens under which online platforms hand in votes: of each the store has its hash alone.

#include <mutex>
#include <string>
#include <vector>

#include "shared/crypto/random.hpp"
#include "sync-server/store/store.hpp"

namespace isoloir::app {

struct MadeApiToken {
    store::ApiToken token;
    std::string secret;  // what the platform sends; kept nowhere
};

class ApiTokens {
public:
    /// @param mutex  whoever uses the store holds it; all are lent
    ApiTokens(store::Store& store, std::mutex& mutex, const Clock& clock, crypto::Random& random) : store_(store), mutex_(mutex), clock_(clock), random_(random)
    {
    }

    /// @param name  whom it is for   @param last  hour in which it is still good
    Result<MadeApiToken> make(const std::string& name, Hour last);
    Result<std::vector<store::ApiToken>> all() const;
    /// @param name  whom the tokens are for, or the first characters of one's hash in hex
    /// @return  how many were not withdrawn before
    Result<std::size_t> withdraw(const std::string& name);
    /// @return  whose token it is;  @error forged  unknown, withdrawn or over
    Result<std::string> owner_of(std::string_view token) const;

private:
    store::Store& store_;
    std::mutex& mutex_;
    const Clock& clock_;
    crypto::Random& random_;
};

}  // namespace isoloir::app
