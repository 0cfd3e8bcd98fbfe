#pragma once
// The last batch of each terminal that this server took. Whether it is still the last one that the store knows, the store
// alone says; what this says is that it is worth asking before all of its signatures and proofs are checked once more.

#include <map>
#include <mutex>

#include "shared/crypto/sign.hpp"

namespace isoloir::app {

/// Safe from several threads. As many as there are terminals on the roster.
class LastBatches {
public:
    bool has(const crypto::KeyId& terminal, const crypto::Digest& batch) const
    {
        const std::scoped_lock lock(mutex_);
        const auto last = batches_.find(terminal);
        return last != batches_.end() && last->second == batch;
    }
    void note(const crypto::KeyId& terminal, const crypto::Digest& batch)
    {
        const std::scoped_lock lock(mutex_);
        batches_[terminal] = batch;
    }

private:
    std::map<crypto::KeyId, crypto::Digest> batches_;
    mutable std::mutex mutex_;
};

}  // namespace isoloir::app
