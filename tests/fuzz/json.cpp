// Whatever is accepted reads back equal from its own text, and a reader takes every member or refuses the object.

#include "shared/wire/json.hpp"
#include "tests/fuzz/wire_target.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace isoloir;
    const auto json = wire::parse_json(text_of({data, size}));
    if (!json) return 0;
    const auto again = wire::parse_json(json->dump());
    fuzz::require(again && *again == *json);

    wire::ObjectReader reader(*json, "");
    (void)reader.text("text", 100);
    (void)reader.integer("integer", -5, 1'000'000);
    (void)reader.boolean("boolean");
    (void)reader.bytes<32>("bytes");
    (void)reader.array("array", 3);
    (void)reader.object("object");
    fuzz::require(!reader.finish() || (json->is_object() && json->size() <= 6));
    return 0;
}
