#pragma once

#include <fstream>
#include <string>

namespace isoloir::bench {

/// Bytes. @param process  a number, or "self"  @param what  "VmRSS:" for what it has, "VmHWM:" for the most that it ever had
inline double memory_of(const std::string& process, const std::string& what)
{
    std::ifstream status("/proc/" + process + "/status");
    for (std::string word; status >> word;)
        if (double kibibytes = 0; word == what && status >> kibibytes) return kibibytes * 1024;
    return 0;
}

}  // namespace isoloir::bench
