#include "shared/wire/json.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace isoloir::wire {
namespace {

constexpr std::size_t kMaxDepth = 32;

std::string place_of_byte(std::string_view text, std::size_t byte)
{
    const std::string_view before = text.substr(0, std::min(byte, text.size()));
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const auto start = before.rfind('\n');
    const auto column = before.size() - (start == std::string_view::npos ? 0 : start + 1);
    return "line " + std::to_string(line) + ", column " + std::to_string(std::max<std::size_t>(column, 1));
}

/// Builds the value while it is read. nlohmann's own builder keeps the last of two members of one name; two readers could
/// then see two different objects.
class Builder final : public nlohmann::json_sax<Json> {
public:
    bool null() override { return put(nullptr); }
    bool boolean(bool value) override { return put(value); }
    bool number_integer(number_integer_t value) override { return put(value); }
    bool number_unsigned(number_unsigned_t value) override { return put(value); }
    bool number_float(number_float_t value, const string_t&) override { return put(value); }
    bool string(string_t& value) override { return put(std::move(value)); }
    bool binary(binary_t&) override { return refuse("not acceptable JSON: bytes"); }
    bool start_object(std::size_t) override { return open(Json::object()); }
    bool start_array(std::size_t) override { return open(Json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t& name) override
    {
        const auto [member, fresh] = open_.back()->emplace(name, nullptr);
        member_ = &*member;
        return fresh || refuse("not acceptable JSON: the member \"" + name + "\" stands twice");
    }
    bool parse_error(std::size_t byte, const std::string&, const Json::exception&) override
    {
        byte_ = byte;
        return refuse("not valid JSON");
    }

    Json take() { return std::move(value_); }
    const std::string& problem() const { return problem_; }
    std::optional<std::size_t> byte() const { return byte_; }  // at which it is no JSON

private:
    Json* place(Json value)
    {
        if (open_.empty()) return &(value_ = std::move(value));
        if (open_.back()->is_object()) return &(*member_ = std::move(value));
        return &open_.back()->emplace_back(std::move(value));
    }
    bool put(Json value) { return place(std::move(value)) != nullptr; }
    bool open(Json empty)
    {
        if (open_.size() == kMaxDepth) return refuse("not acceptable JSON: nested too deeply");
        open_.push_back(place(std::move(empty)));
        return true;
    }
    bool close()
    {
        open_.pop_back();
        return true;
    }
    bool refuse(std::string problem)
    {
        problem_ = std::move(problem);
        return false;
    }

    Json value_;
    std::vector<Json*> open_;  // lists and objects around the place where the parser is
    Json* member_{nullptr};    // whose value comes next
    std::string problem_;
    std::optional<std::size_t> byte_;
};

}  // namespace

Result<Json> parse_json(std::string_view text)
{
    // nlohmann takes a zero byte for the end, and what follows would go unseen.
    if (const auto zero = text.find('\0'); zero != std::string_view::npos) return fail(Errc::malformed, "not valid JSON", place_of_byte(text, zero + 1));
    Builder builder;
    if (Json::sax_parse(text, &builder)) return builder.take();
    return fail(Errc::malformed, builder.problem(), builder.byte() ? place_of_byte(text, *builder.byte()) : "");
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
    if (read_.size() == json_.size()) return {};
    for (const auto& [name, value] : json_.items())
        if (!read_.contains(name)) return fail(Errc::refused, "this member is not known in version 1", place(name));
    return {};
}

}  // namespace isoloir::wire
