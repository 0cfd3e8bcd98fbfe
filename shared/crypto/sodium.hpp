#pragma once

namespace isoloir::crypto {

/// Starts libsodium; every program calls it first. False when the machine has no usable random source.
bool start();

}  // namespace isoloir::crypto
