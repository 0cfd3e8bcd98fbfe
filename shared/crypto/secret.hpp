#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>

#include "shared/base/bytes.hpp"

namespace isoloir::crypto {

/// Secret bytes in guarded, locked memory (sodium_malloc), zeroed when they go. Moved, never copied, never printed.
class SecretBytes {
public:
    SecretBytes() = default;
    explicit SecretBytes(std::size_t size);
    /// Copies `source` in; the caller wipes the source.
    explicit SecretBytes(ByteSpan source);
    // Written out, so that what was moved away is empty and not a size without bytes.
    SecretBytes(SecretBytes&& other) noexcept : data_(std::move(other.data_)), size_(std::exchange(other.size_, 0)) {}
    SecretBytes& operator=(SecretBytes&& other) noexcept
    {
        data_ = std::move(other.data_);
        size_ = std::exchange(other.size_, 0);
        return *this;
    }

    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    std::uint8_t* data() { return data_.get(); }
    const std::uint8_t* data() const { return data_.get(); }
    ByteSpan span() const { return {data_.get(), size_}; }
    std::span<std::uint8_t> writable() { return {data_.get(), size_}; }
    SecretBytes clone() const { return SecretBytes(span()); }

private:
    struct Free {
        void operator()(std::uint8_t* memory) const;
    };
    std::unique_ptr<std::uint8_t, Free> data_;
    std::size_t size_{0};
};

/// Constant-time comparison of equal-length secrets; false when the lengths differ.
bool equal_secrets(ByteSpan a, ByteSpan b);

/// Overwrites memory in a way that the compiler keeps.
void wipe(std::span<std::uint8_t> memory);
void wipe(std::string& text);

}  // namespace isoloir::crypto
