#pragma once
// What a member of staff types: shown as dots, wiped when it goes.

#include <string>
#include <string_view>

namespace isoloir::staff {

constexpr std::size_t kMaxTyped = 63;  // of a PIN and of a Wi-Fi password alike

class SecretText {
public:
    SecretText() = default;
    ~SecretText() { wipe(); }
    SecretText(const SecretText& other) { append(other.text_); }
    SecretText(SecretText&& other) : SecretText(static_cast<const SecretText&>(other)) { other.wipe(); }
    SecretText& operator=(const SecretText& other);
    SecretText& operator=(SecretText&& other);

    /// What would go over kMaxTyped is not taken.
    void append(std::string_view more);
    void erase_last();
    void wipe();

    const std::string& text() const { return text_; }
    std::size_t size() const { return text_.size(); }
    bool empty() const { return text_.empty(); }

private:
    std::string text_;
};

}  // namespace isoloir::staff
