#include "shared/wire/json.hpp"

#include <algorithm>
#include <vector>

namespace isoloir::wire {
namespace {

constexpr int kMaxDepth = 32;

std::string place_of_byte(std::string_view text, std::size_t byte)
{
    const std::string_view before = text.substr(0, std::min(byte, text.size()));
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const auto start = before.rfind('\n');
    const auto column = before.size() - (start == std::string_view::npos ? 0 : start + 1);
    return "line " + std::to_string(line) + ", column " + std::to_string(std::max<std::size_t>(column, 1));
}

/// Reads a text through before anything is made of it. nlohmann's parser with a callback would do both at once, but goes over
/// a whole list again for each object in it: a megabyte of empty ones would take minutes.
class FirstLook final : public nlohmann::json_sax<Json> {
public:
    const std::string& problem() const { return problem_; }
    std::size_t byte() const { return byte_; }  // where the text is no JSON

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override
    {
        names_.emplace_back();
        return go_deeper();
    }
    /// nlohmann keeps the last of two members of one name; two readers could then see two different objects.
    bool key(string_t& name) override { return names_.back().insert(name).second || stop("the member \"" + name + "\" stands twice"); }
    bool end_object() override
    {
        names_.pop_back();
        --depth_;
        return true;
    }
    bool start_array(std::size_t) override { return go_deeper(); }
    bool end_array() override
    {
        --depth_;
        return true;
    }
    bool parse_error(std::size_t byte, const std::string&, const nlohmann::detail::exception&) override
    {
        byte_ = byte;
        return false;
    }

private:
    bool go_deeper() { return ++depth_ <= kMaxDepth || stop("nested too deeply"); }
    bool stop(std::string problem)
    {
        problem_ = std::move(problem);
        return false;
    }

    std::vector<std::set<std::string>> names_;  // of the members of each object that is open
    int depth_{0};
    std::string problem_;
    std::size_t byte_{0};
};

}  // namespace

Result<Json> parse_json(std::string_view text)
{
    // nlohmann takes a zero byte for the end, and what follows would go unseen.
    if (const auto zero = text.find('\0'); zero != std::string_view::npos) return fail(Errc::malformed, "not valid JSON", place_of_byte(text, zero + 1));
    FirstLook look;
    if (Json::sax_parse(text, &look)) return Json::parse(text, nullptr, false);
    if (!look.problem().empty()) return fail(Errc::malformed, "not acceptable JSON: " + look.problem());
    return fail(Errc::malformed, "not valid JSON", place_of_byte(text, look.byte()));
}

ObjectReader::ObjectReader(const Json& json, std::string place) : json_(json), place_(std::move(place)) {}

bool ObjectReader::has(const std::string& name) const
{
    return json_.is_object() && json_.contains(name);
}

Result<const Json*> ObjectReader::member(const std::string& name)
{
    if (!json_.is_object()) return fail(Errc::malformed, "an object is expected", place_);
    const auto found = json_.find(name);
    if (found == json_.end()) return fail(Errc::malformed, "is missing", place(name));
    read_.insert(name);
    return &*found;
}

Result<std::string> ObjectReader::text(const std::string& name, std::size_t max_bytes)
{
    ISO_TRY(const Json* value, member(name));
    if (!value->is_string()) return fail(Errc::malformed, "a text is expected", place(name));
    const auto& text = value->get_ref<const std::string&>();
    if (text.size() > max_bytes) return fail(Errc::malformed, "longer than " + std::to_string(max_bytes) + " bytes", place(name));
    return text;
}

Result<std::int64_t> ObjectReader::integer(const std::string& name, std::int64_t least, std::int64_t most)
{
    ISO_TRY(const Json* value, member(name));
    const bool too_large = value->is_number_unsigned() && value->get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX);
    if (!value->is_number_integer() || too_large || value->get<std::int64_t>() < least || value->get<std::int64_t>() > most)
        return fail(Errc::malformed, "an integer from " + std::to_string(least) + " to " + std::to_string(most) + " is expected", place(name));
    return value->get<std::int64_t>();
}

Result<bool> ObjectReader::boolean(const std::string& name)
{
    ISO_TRY(const Json* value, member(name));
    if (!value->is_boolean()) return fail(Errc::malformed, "true or false is expected", place(name));
    return value->get<bool>();
}

Result<const Json*> ObjectReader::array(const std::string& name, std::size_t max_items)
{
    ISO_TRY(const Json* value, member(name));
    if (!value->is_array()) return fail(Errc::malformed, "a list is expected", place(name));
    if (value->size() > max_items) return fail(Errc::malformed, "more than " + std::to_string(max_items) + " items", place(name));
    return value;
}

Result<const Json*> ObjectReader::object(const std::string& name)
{
    ISO_TRY(const Json* value, member(name));
    if (!value->is_object()) return fail(Errc::malformed, "an object is expected", place(name));
    return value;
}

Status ObjectReader::finish() const
{
    if (!json_.is_object()) return fail(Errc::malformed, "an object is expected", place_);
    for (const auto& [name, value] : json_.items())
        if (!read_.contains(name)) return fail(Errc::refused, "this member is not known in version 1", place(name));
    return {};
}

}  // namespace isoloir::wire
