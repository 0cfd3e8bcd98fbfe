// g++ 12 miscompiles a co_await whose expression holds an aggregate, a conditional or a lambda (use after free, double
// free). This test reads the sources for these shapes, since no compiler says so.

#include <regex>

#include "shared/base/file.hpp"
#include "tests/support/catch.hpp"

namespace {

namespace fs = std::filesystem;

std::string without_comments_and_texts(std::string source)
{
    static const std::regex kNoise(R"re(//[^\n]*|/\*[^]*?\*/|"(\\.|[^"\\\n])*"|'(\\.|[^'\\\n])*')re");
    return std::regex_replace(source, kNoise, " ");
}

/// The statement around each co_await: from the last ; { or } before it to the next ; behind it.
std::vector<std::string> awaiting_statements(const std::string& source)
{
    std::vector<std::string> statements;
    for (auto at = source.find("co_await"); at != std::string::npos; at = source.find("co_await", at + 1)) {
        const auto before = source.find_last_of(";{}", at);
        const auto begin = before == std::string::npos ? 0 : before + 1;
        statements.push_back(source.substr(begin, source.find(';', at) - begin));
    }
    return statements;
}

bool is_dangerous(const std::string& statement)
{
    return statement.find_first_of("{?[") != std::string::npos;
}

}  // namespace

TEST_CASE("the reader of coroutines sees each shape that is miscompiled")
{
    for (const char* shape : {"co_await f({a, b});", "x = co_await f(Agg{a});", "co_await g(c ? a : b);", "y = c ? co_await g() : x;",
                              "co_await [k]() -> awaitable<void> { co_return; }();", "co_await g(\n  c\n  ? a : b);"}) {
        CAPTURE(shape);
        const auto statements = awaiting_statements(without_comments_and_texts(shape));
        REQUIRE(statements.size() == 1);
        CHECK(is_dangerous(statements.front()));
    }
    CHECK_FALSE(is_dangerous(awaiting_statements(without_comments_and_texts("int a{1}; co_await f(a, \"{?[\"); // { ? [")).front()));
}

TEST_CASE("no coroutine awaits an expression that g++ 12 miscompiles")
{
    std::size_t seen = 0;
    for (const char* folder : {"shared", "terminal", "sync-server"}) {
        for (const auto& entry : fs::recursive_directory_iterator(fs::path(ISOLOIR_SOURCE) / folder)) {
            const auto extension = entry.path().extension();
            if (extension != ".cpp" && extension != ".hpp") continue;
            const auto source = isoloir::read_file(entry.path(), 1 << 20);
            REQUIRE(source);
            for (const auto& statement : awaiting_statements(without_comments_and_texts(*source))) {
                CAPTURE(entry.path(), statement);
                CHECK_FALSE(is_dangerous(statement));
                ++seen;
            }
        }
    }
    CHECK(seen > 0);
}
