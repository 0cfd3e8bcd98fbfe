#include "terminal/staff/secret_text.hpp"

#include "shared/crypto/secret.hpp"

namespace isoloir::staff {

SecretText& SecretText::operator=(const SecretText& other)
{
    if (this == &other) return *this;
    wipe();
    append(other.text_);
    return *this;
}

SecretText& SecretText::operator=(SecretText&& other)
{
    if (this == &other) return *this;
    *this = static_cast<const SecretText&>(other);
    other.wipe();
    return *this;
}

void SecretText::append(std::string_view more)
{
    if (more.empty() || text_.size() + more.size() > kMaxTyped) return;
    text_.reserve(kMaxTyped);  // so that growing leaves no copies behind
    text_ += more;
}

void SecretText::erase_last()
{
    if (text_.empty()) return;
    text_.back() = '\0';
    text_.pop_back();
}

void SecretText::wipe()
{
    crypto::wipe(text_);
}

}  // namespace isoloir::staff
