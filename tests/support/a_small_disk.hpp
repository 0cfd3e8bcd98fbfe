#pragma once
// A disk that can be filled.

#include <cstdio>
#include <filesystem>
#include <vector>

#include <sys/mount.h>

#include "tests/support/catch.hpp"

namespace isoloir::test {

/// Lies over a folder for as long as it lives.
class ASmallDisk {
public:
    /// @param size  as "64k" or "2m"
    ASmallDisk(std::filesystem::path folder, const std::string& size) : folder_(std::move(folder))
    {
        std::filesystem::create_directories(folder_);
        mounted_ = ::mount("tmpfs", folder_.c_str(), "tmpfs", 0, ("size=" + size).c_str()) == 0;
        if (!mounted_) WARN("not run: mounting a small disk needs root");
    }
    ~ASmallDisk()
    {
        if (mounted_) ::umount2(folder_.c_str(), MNT_DETACH);  // also where files are open still
    }
    ASmallDisk(const ASmallDisk&) = delete;
    ASmallDisk& operator=(const ASmallDisk&) = delete;

    /// Whether this machine lets us have one.
    explicit operator bool() const { return mounted_; }
    /// To the last block.
    void fill() const
    {
        std::FILE* file = std::fopen(ballast().c_str(), "w");
        REQUIRE(file != nullptr);
        const std::vector<char> block(4096);
        while (std::fwrite(block.data(), 1, block.size(), file) == block.size() && std::fflush(file) == 0) continue;
        std::fclose(file);
    }
    void make_room() const { std::filesystem::remove(ballast()); }

private:
    std::filesystem::path ballast() const { return folder_ / "ballast"; }

    std::filesystem::path folder_;
    bool mounted_{false};
};

}  // namespace isoloir::test
