// What every answer tells a browser: what it may run, who may frame it, and what nobody keeps.

#include "tests/attacks/a_besieged_centre.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir;
using namespace isoloir::test;

TEST_CASE("every answer tells a browser to run nothing but the server's own files, within no other page, and over TLS alone")
{
    ABesiegedCentre here;
    const auto anne = here.person("anne");
    for (const char* target : {"/",
                               "/fr",
                               "/nl",
                               "/find",
                               "/nl/find?tracker=x",
                               "/check",
                               "/verify",
                               "/verify.js",
                               "/live",
                               "/result.json",
                               "/checkpoint",
                               "/style.css",
                               "/live.js",
                               "/nothing",
                               "/../",
                               "/api/v1/votes",
                               "/admin",
                               "/admin/",
                               "/admin/nothing",
                               "/admin/api/session",
                               "/admin/api/overview",
                               "/admin/api/nothing",
                               "/parts/standing-fr"})
        for (const Visitor& visitor : {anne, here.stranger()}) {
            const auto answer = visitor.get(target);
            CAPTURE(target, answer.header);
            const std::string policy = answer.value("Content-Security-Policy");
            for (const char* rule : {"default-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"})
                CHECK(policy.find(rule) != std::string::npos);
            for (const char* loose : {"unsafe", "*", "http:", "https:"}) CHECK(policy.find(loose) == std::string::npos);
            CHECK(answer.value("Strict-Transport-Security").starts_with("max-age="));
            CHECK(answer.value("X-Content-Type-Options") == "nosniff");
            CHECK(answer.value("Referrer-Policy") == "no-referrer");
            for (const char* told : {"Server: ", "X-Powered-By: ", "Access-Control-"}) CHECK_FALSE(answer.has(told));
            if (answer.value("Content-Type").starts_with("text/html"))
                for (const char* inside : {"<script>", " onload=", " onclick=", "style=\"", "javascript:"})
                    CHECK(answer.body.find(inside) == std::string::npos);
        }
}

TEST_CASE("what is somebody's own is kept by no browser and no cache, and errors tell nothing of the machine")
{
    ABesiegedCentre here;
    const auto anne = here.person("anne");
    for (const char* place : {"session", "overview", "election", "terminals", "staff-files", "halls", "report", "records", "imports", "count", "accounts",
                              "tokens", "audit", "nothing"})
        CHECK(anne.get("/admin/api/" + std::string(place)).value("Cache-Control") == "no-store");
    CHECK(here.stranger().get("/find?tracker=7K2M-9QDX-04TZ-B8HC").value("Cache-Control") == "no-store");
    CHECK(here.stranger().get("/admin/api/overview").value("Cache-Control") == "no-store");
    CHECK(here.stranger().get("/admin/").value("Cache-Control") == "no-cache");
    for (const char* target : {"/nothing", "/admin/api/imports/0", "/admin/api/election/pictures/x", "/tile/9/000", "/inclusion/x", "/find?tracker=%ff%00"}) {
        const auto answer = anne.get(target);
        CAPTURE(target, answer.body);
        for (const char* told : {"/tmp/", "sqlite", "SELECT", "PostgreSQL", ".cpp", "std::", "exception"}) CHECK(answer.body.find(told) == std::string::npos);
    }
}
