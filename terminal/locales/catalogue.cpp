#include "terminal/locales/catalogue.hpp"

#include <unicode/datefmt.h>
#include <unicode/gregocal.h>
#include <unicode/msgfmt.h>
#include <unicode/normalizer2.h>
#include <unicode/numberformatter.h>
#include <unicode/smpdtfmt.h>
#include <unicode/uchar.h>

#include <nlohmann/json.hpp>

#include "terminal/locales/embedded.hpp"

namespace isoloir::locales {
namespace {

icu::UnicodeString unicode(const std::string& text)
{
    return icu::UnicodeString::fromUTF8(text);
}

std::string utf8(const icu::UnicodeString& text)
{
    std::string out;
    text.toUTF8String(out);
    return out;
}

const nlohmann::json& json_of(const std::string& language)
{
    static std::map<std::string, nlohmann::json> read;
    const auto known = read.find(language);
    if (known != read.end()) return known->second;
    const auto content = embedded_catalogues().find(language);
    return read[language] = content == embedded_catalogues().end() ? nlohmann::json() : nlohmann::json::parse(content->second, nullptr, false);
}

}  // namespace

struct Catalogue::Icu {
    icu::Locale locale;
    std::map<std::string, std::unique_ptr<icu::MessageFormat>> messages;
};

Catalogue::Catalogue(std::string language, std::unique_ptr<Icu> icu) : language_(std::move(language)), icu_(std::move(icu)) {}
Catalogue::Catalogue(Catalogue&&) noexcept = default;
Catalogue::~Catalogue() = default;

std::vector<std::string> Catalogue::languages()
{
    std::vector<std::string> tags;
    for (const auto& [tag, content] : embedded_catalogues()) tags.push_back(tag);
    return tags;
}

std::string Catalogue::plain(const std::string& language, const std::string& key)
{
    const auto& json = json_of(language);
    return json.is_object() ? json.value(key, std::string()) : std::string();
}

std::string Catalogue::folded(const std::string& text)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* decompose = icu::Normalizer2::getNFKDInstance(status);
    if (U_FAILURE(status)) return text;
    const icu::UnicodeString apart = decompose->normalize(unicode(text), status);
    icu::UnicodeString out;
    for (std::int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1))
        if (const UChar32 c = apart.char32At(i); u_charType(c) != U_NON_SPACING_MARK) out.append(c);
    return utf8(out.foldCase());
}

Result<Catalogue> Catalogue::load(const std::string& language)
{
    const auto content = embedded_catalogues().find(language);
    if (content == embedded_catalogues().end()) return fail(Errc::not_found, "there is no catalogue of messages in this language", language);
    auto icu = std::make_unique<Icu>();
    // Amounts as in Belgium, but English as the British write it: en_BE would put the sign behind.
    icu->locale = icu::Locale(language.c_str(), language == "en" ? "GB" : "BE");
    const auto& json = json_of(language);
    if (!json.is_object()) return fail(Errc::malformed, "the catalogue is no JSON object", language);
    for (const auto& [key, pattern] : json.items()) {
        UErrorCode status = U_ZERO_ERROR;
        UParseError place;
        auto message = std::make_unique<icu::MessageFormat>(unicode(pattern.get<std::string>()), icu->locale, place, status);
        if (U_FAILURE(status)) return fail(Errc::malformed, "the message is not in ICU's format", language + "." + key);
        icu->messages.emplace(key, std::move(message));
    }
    return Catalogue(language, std::move(icu));
}

std::string Catalogue::text(const std::string& key, const std::vector<Argument>& arguments) const
{
    const auto message = icu_->messages.find(key);
    if (message == icu_->messages.end()) return key;
    std::vector<icu::UnicodeString> names;
    std::vector<icu::Formattable> values;
    for (const Argument& argument : arguments) {
        names.push_back(unicode(argument.name));
        values.push_back(argument.is_number ? icu::Formattable(argument.number) : icu::Formattable(unicode(argument.text)));
    }
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString out;
    message->second->format(names.data(), values.data(), static_cast<std::int32_t>(names.size()), out, status);
    return U_FAILURE(status) ? key : utf8(out);
}

std::string Catalogue::money(Money amount) const
{
    UErrorCode status = U_ZERO_ERROR;
    const bool whole = amount.cents % 100 == 0;
    const auto formatted = icu::number::NumberFormatter::withLocale(icu_->locale)
                               .unit(icu::CurrencyUnit(u"EUR", status))
                               .precision(icu::number::Precision::fixedFraction(whole ? 0 : 2))
                               .formatDouble(static_cast<double>(amount.cents) / 100, status)
                               .toString(status);
    return U_FAILURE(status) ? to_decimal(amount) + " €" : utf8(formatted);
}

std::string Catalogue::date(const std::string& iso) const
{
    UErrorCode status = U_ZERO_ERROR;
    icu::SimpleDateFormat reader(icu::UnicodeString("yyyy-MM-dd"), status);
    reader.setLenient(false);
    const UDate day = reader.parse(unicode(iso), status);
    const std::unique_ptr<icu::DateFormat> writer(icu::DateFormat::createDateInstance(icu::DateFormat::kLong, icu_->locale));
    if (U_FAILURE(status) || !writer) return iso;
    icu::UnicodeString out;
    return utf8(writer->format(day, out));
}

std::vector<std::string> Catalogue::keys() const
{
    std::vector<std::string> keys;
    for (const auto& [key, message] : icu_->messages) keys.push_back(key);
    return keys;
}

}  // namespace isoloir::locales
