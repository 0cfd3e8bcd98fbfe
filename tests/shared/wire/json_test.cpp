#include "shared/wire/json.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/fails_as.hpp"

using namespace isoloir;
using wire::Json;
using wire::ObjectReader;
using wire::parse_json;

TEST_CASE("a member that stands twice is refused, however it is spelt and however deep")
{
    for (const char* text : {R"({"a":1,"a":1})", R"({"a":1,"b":2,"a":3})", R"({"a":1,"\u0061":2})", R"({"x":{"a":1,"a":2}})", R"([{"a":1,"a":2}])",
                             R"({"x":{"a":1},"x":{"b":1}})", R"({"":1,"":2})"}) {
        CAPTURE(text);
        CHECK(test::fails_as(parse_json(text), Errc::malformed));
    }
    CHECK(parse_json(R"({"a":{"a":1},"b":[{"a":1},{"a":2}]})"));
}

TEST_CASE("what is not JSON is refused with its place")
{
    for (const char* text :
         {"",     " ",        "{",        "{}}",       "{} {}",       "[1,]",     "{'a':1}",      "{a:1}",      "[01]",     "[NaN]",   "[.5]",
          "[+1]", "\xef\xbb", "// x\n{}", "[\"\\x\"]", "\"\\ud800\"", "\"\xff\"", "\"\xc0\x80\"", "{\"a\":1,}", "\"a\nb\"", "[1e999]", "nul"}) {
        CAPTURE(text);
        CHECK(test::fails_as(parse_json(text), Errc::malformed));
    }
    CHECK(parse_json("{\n  \"a\": x}").error().where == "line 2, column 8");
    CHECK_FALSE(parse_json(std::string_view("{}\0", 3)));
}

TEST_CASE("nesting is bounded, for lists and objects alike")
{
    const auto nested = [](std::size_t depth, const char* open, const char* close) {
        std::string text;
        for (std::size_t i = 0; i < depth; ++i) text += open;
        text += "1";
        for (std::size_t i = 0; i < depth; ++i) text += close;
        return text;
    };
    CHECK(parse_json(nested(32, "[", "]")));
    CHECK_FALSE(parse_json(nested(40, "[", "]")));
    CHECK_FALSE(parse_json(nested(40, "{\"a\":", "}")));
    CHECK_FALSE(parse_json(std::string(1'000'000, '[')));
}

TEST_CASE("a list of very many small objects is read in one go, not once more for each of them")
{
    std::string text = "[";
    for (int i = 0; i < 300'000; ++i) text += "{},[],";
    CHECK(parse_json(text + "{}]").value().size() == 600'001);
}

TEST_CASE("a member nobody asked for is refused")
{
    const Json json = parse_json(R"({"a":1,"b":"x"})").value();
    ObjectReader reader(json, "thing");
    REQUIRE(reader.integer("a", 0, 10));
    CHECK(test::fails_as(reader.finish(), Errc::refused));
    CHECK(reader.finish().error().where == "thing.b");
    REQUIRE(reader.text("b", 1));
    CHECK(reader.finish());
}

TEST_CASE("an integer is an integer within its bounds, and nothing else")
{
    const Json json =
        parse_json(R"({"zero":0,"ten":10,"minus":-1,"half":0.5,"whole":1.0,"text":"1","big":18446744073709551615,"huge":1e30,"yes":true,"none":null,
                                    "least":-9223372036854775808,"most":9223372036854775807})")
            .value();
    ObjectReader reader(json, "");
    CHECK(reader.integer("zero", 0, 10).value() == 0);
    CHECK(reader.integer("ten", 0, 10).value() == 10);
    CHECK_FALSE(reader.integer("ten", 0, 9));
    CHECK_FALSE(reader.integer("minus", 0, 10));
    CHECK(reader.integer("least", INT64_MIN, INT64_MAX).value() == INT64_MIN);
    CHECK(reader.integer("most", INT64_MIN, INT64_MAX).value() == INT64_MAX);
    for (const char* name : {"half", "whole", "text", "big", "huge", "yes", "none", "missing"}) {
        CAPTURE(name);
        CHECK_FALSE(reader.integer(name, INT64_MIN, INT64_MAX));
    }
}

TEST_CASE("texts, lists, bytes and truths are what they say, and bounded")
{
    const Json json = parse_json(R"({"text":"héé","list":[1,2],"yes":true,"object":{},"bytes":"AAEC"})").value();
    ObjectReader reader(json, "");
    CHECK(reader.text("text", 5).value() == "héé");
    CHECK_FALSE(reader.text("text", 4));
    CHECK_FALSE(reader.text("list", 100));
    CHECK(reader.array("list", 2));
    CHECK_FALSE(reader.array("list", 1));
    CHECK_FALSE(reader.array("object", 1));
    CHECK(reader.boolean("yes").value());
    CHECK_FALSE(reader.boolean("text"));
    CHECK(reader.object("object"));
    CHECK_FALSE(reader.object("list"));
    CHECK(reader.bytes<3>("bytes").value() == ByteArray<3>{0, 1, 2});
    CHECK_FALSE(reader.bytes<2>("bytes"));
    CHECK_FALSE(reader.bytes<4>("bytes"));
    CHECK(reader.has("yes"));
    CHECK_FALSE(reader.has("no"));
    CHECK(reader.finish());
}

TEST_CASE("a reader of something that is no object fails at every read")
{
    for (const char* text : {"[]", "1", "null", "\"a\""}) {
        const Json json = parse_json(text).value();
        ObjectReader reader(json, "place");
        CHECK_FALSE(reader.has("a"));
        CHECK_FALSE(reader.text("a", 10));
        CHECK_FALSE(reader.finish());
    }
}
