#pragma once
// Messages of one language: ICU MessageFormat, with plurals, amounts and dates as that language writes them. Adding a
// language is adding one JSON file.

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "shared/base/money.hpp"
#include "shared/base/result.hpp"

namespace isoloir::locales {

/// Name -> text or whole number, for the {names} in a message.
struct Argument {
    std::string name;
    std::string text;
    std::int64_t number{0};
    bool is_number{false};

    Argument(std::string n, std::string value) : name(std::move(n)), text(std::move(value)) {}
    Argument(std::string n, const char* value) : Argument(std::move(n), std::string(value)) {}
    Argument(std::string n, std::size_t value) : name(std::move(n)), number(static_cast<std::int64_t>(value)), is_number(true) {}
};

class Catalogue {
public:
    /// @error not_found  there is no such language;  malformed  with the message's key
    static Result<Catalogue> load(const std::string& language);
    static std::vector<std::string> languages();
    /// A message without arguments, in a language that need not be loaded; empty when it is not there.
    static std::string plain(const std::string& language, const std::string& key);
    /// What a language calls itself: "Nederlands".
    static std::string name_of(const std::string& language) { return plain(language, "language.name"); }
    const std::string& language() const { return language_; }
    Catalogue(Catalogue&&) noexcept;
    ~Catalogue();

    /// The message with its arguments; a missing key is our own mistake and shows as the key.
    std::string text(const std::string& key, const std::vector<Argument>& arguments = {}) const;
    /// "126 450 €", "€ 126.450", "126.450 €", "€126,450"; decimals only where there are cents.
    std::string money(Money amount) const;
    /// A day, from "2022-12-31": "31 décembre 2022". Other texts come back as they are.
    std::string date(const std::string& iso) const;
    /// For looking for words: without capitals and accents, so that "Eghezee" finds "Éghezée".
    static std::string folded(const std::string& text);
    std::vector<std::string> keys() const;

private:
    struct Icu;
    Catalogue(std::string language, std::unique_ptr<Icu> icu);
    std::string language_;
    std::unique_ptr<Icu> icu_;
};

}  // namespace isoloir::locales
