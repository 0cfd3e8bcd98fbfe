#include "sync-server/http/query.hpp"

#include "tests/support/catch.hpp"

using namespace isoloir;

TEST_CASE("what a form sent is read as the browser meant it")
{
    CHECK(http::form_value("tracker=7K2M-9QDX", "tracker") == "7K2M-9QDX");
    CHECK(http::form_value("a=1&tracker=7k2m+9qdx%204&tracker=2", "tracker") == "7k2m 9qdx 4");
    CHECK(http::form_value("tr%61cker=%C3%A9%2f", "tracker") == "é/");
    CHECK(http::form_value("tracker=", "tracker") == "");
    CHECK(http::form_value("tracker", "tracker") == "");
    CHECK(http::form_value("tracker=a=b", "tracker") == "a=b");
    CHECK_FALSE(http::form_value("", "tracker"));
    CHECK_FALSE(http::form_value("trackers=1&&=2", "tracker"));
}

TEST_CASE("a percent sign that begins no byte stays as it is")
{
    CHECK(http::form_value("x=%", "x") == "%");
    CHECK(http::form_value("x=%4", "x") == "%4");
    CHECK(http::form_value("x=%4g%zz%41", "x") == "%4g%zzA");
}
