#pragma once
// Known answers are data files, for any implementation to run: tests/vectors/*.json. Bytes in them are hexadecimal.

#include <fstream>
#include <stdexcept>
#include <string>

#include <nlohmann/json.hpp>

#include "shared/base/encoding.hpp"

namespace isoloir::test {

inline nlohmann::json read_vectors(const std::string& name)
{
    std::ifstream file(std::string(ISOLOIR_SOURCE) + "/tests/vectors/" + name);
    if (!file) throw std::runtime_error("no vectors " + name);
    return nlohmann::json::parse(file);
}

inline Bytes hex(const std::string& text)
{
    const auto bytes = from_hex(text);
    if (!bytes) throw std::runtime_error("not hexadecimal: " + text);
    return *bytes;
}

template <std::size_t N>
ByteArray<N> hex_array(const std::string& text)
{
    const Bytes bytes = hex(text);
    if (bytes.size() != N) throw std::runtime_error("not of the expected size: " + text);
    ByteArray<N> array;
    std::copy(bytes.begin(), bytes.end(), array.begin());
    return array;
}

}  // namespace isoloir::test
