#include <regex>

#include "tests/architecture/source_tree.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir::test;

namespace {

std::vector<SourceFile> all_files()
{
    auto folders = kProducts;
    folders.push_back("tests");
    return source_files(folders);
}

}  // namespace

TEST_CASE("no file is longer than 400 lines")
{
    for (const SourceFile& file : all_files()) {
        INFO(file.path << " has " << file.lines.size() << " lines: it holds more than one idea");
        CHECK(file.lines.size() <= 400);
    }
}

TEST_CASE("no file is named after nothing in particular")
{
    static const std::regex vague("(^|_)(utils?|helpers?|managers?|common|misc)(_|$)");
    for (const SourceFile& file : all_files()) {
        for (const auto& part : std::filesystem::path(file.path)) {
            INFO(file.path);
            CHECK_FALSE(std::regex_search(std::filesystem::path(part).stem().string(), vague));
        }
    }
}

TEST_CASE("every header is read once")
{
    for (const SourceFile& file : all_files()) {
        if (file.path.substr(file.path.size() - 4) != ".hpp") continue;
        INFO(file.path);
        CHECK(std::find(file.lines.begin(), file.lines.end(), "#pragma once") != file.lines.end());
    }
}
