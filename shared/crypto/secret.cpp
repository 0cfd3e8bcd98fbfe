#include "shared/crypto/secret.hpp"

#include <algorithm>
#include <new>

#include <sodium.h>

namespace isoloir::crypto {

void SecretBytes::Free::operator()(std::uint8_t* memory) const
{
    sodium_free(memory);
}

SecretBytes::SecretBytes(std::size_t size) : data_(static_cast<std::uint8_t*>(sodium_malloc(size))), size_(size)
{
    if (!data_) throw std::bad_alloc();
    sodium_memzero(data_.get(), size_);
}

SecretBytes::SecretBytes(ByteSpan source) : SecretBytes(source.size())
{
    std::copy(source.begin(), source.end(), data_.get());
}

bool equal_secrets(ByteSpan a, ByteSpan b)
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

void wipe(std::span<std::uint8_t> memory)
{
    sodium_memzero(memory.data(), memory.size());
}

void wipe(std::string& text)
{
    text.resize(text.capacity());  // what was typed and deleted again lies behind the end
    sodium_memzero(text.data(), text.size());
    text.clear();
}

}  // namespace isoloir::crypto
