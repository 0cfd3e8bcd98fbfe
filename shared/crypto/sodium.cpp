#include "shared/crypto/sodium.hpp"

#include <sodium.h>

namespace isoloir::crypto {

bool start()
{
    return sodium_init() >= 0;
}

}  // namespace isoloir::crypto
