#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_session.hpp>
#else
#define CATCH_CONFIG_RUNNER
#define CATCH_CONFIG_CONSOLE_WIDTH 200  // a name with a colon near the width is printed without end by Catch2 2.13
#include <catch2/catch.hpp>
#endif

#include "shared/crypto/sodium.hpp"

int main(int argc, char* argv[])
{
    if (!isoloir::crypto::start()) return 1;
    return Catch::Session().run(argc, argv);
}
