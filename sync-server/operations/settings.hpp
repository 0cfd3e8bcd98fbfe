#pragma once
// How a server is run; docs/server.toml tells each of these to whoever sets it.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "sync-server/operations/log.hpp"

namespace isoloir::operations {

struct Settings {
    std::filesystem::path data{"centre"};
    std::string database;                           // a PostgreSQL; empty: what the folder says
    std::optional<std::filesystem::path> key_file;  // else data/store.key

    struct Terminals {
        std::string address{"0.0.0.0"};
        std::uint16_t port{8443};
        std::string host{"localhost"};  // how terminals reach it, as their provision says
    } terminals;

    struct Public {
        std::string address{"0.0.0.0"};
        std::uint16_t port{8444};
        std::filesystem::path certificate;  // both empty: one is made
        std::filesystem::path key;
    } pages;

    struct Operations {
        std::string address{"127.0.0.1"};
        std::optional<std::uint16_t> port;  // none: nobody asks
    } operations;

    struct Log {
        Level level{Level::info};
        Format format{Format::text};
    } log;

    struct Limits {
        std::uint32_t connections{4096};   // of each port
        std::uint32_t live_readers{2000};  // of the public page that follows the vote
        std::uint32_t stop_seconds{10};    // for requests under way when the server stops
    } limits;
};

}  // namespace isoloir::operations
