#include "sync-server/figures/process.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include <sys/resource.h>
#include <unistd.h>

namespace isoloir::figures {
namespace {

/// Fields 3 to 24 of /proc/self/stat (proc(5)); behind the program's name, which may hold anything.
struct Stat {
    double start_ticks{0};  // since the machine's start
    double resident_pages{0};
};

Stat read_stat()
{
    std::ifstream file("/proc/self/stat");
    std::string line;
    std::getline(file, line);
    std::istringstream fields(line.substr(std::min(line.rfind(')') + 1, line.size())));
    Stat stat;
    std::string field;
    for (int number = 3; number <= 24 && fields >> field; ++number) {
        if (number == 22) stat.start_ticks = std::stod(field);
        if (number == 24) stat.resident_pages = std::stod(field);
    }
    return stat;
}

/// When the machine started, in seconds since 1970.
double boot_time()
{
    std::ifstream file("/proc/stat");
    std::string name;
    for (double value = 0; file >> name;) {
        if (name == "btime" && file >> value) return value;
        file.ignore(1 << 20, '\n');
    }
    return 0;
}

std::size_t open_descriptors()
{
    std::error_code failed;
    std::size_t open = 0;
    for (auto entry = std::filesystem::directory_iterator("/proc/self/fd", failed); !failed && entry != std::filesystem::directory_iterator();
         entry.increment(failed))
        ++open;
    return open > 0 ? open - 1 : 0;  // without the one that looks
}

double cpu_seconds()
{
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

}  // namespace

Families process_families(const std::filesystem::path& data)
{
    Families families;
    const Stat stat = read_stat();
    const auto ticks = static_cast<double>(::sysconf(_SC_CLK_TCK));
    const auto page = static_cast<double>(::sysconf(_SC_PAGESIZE));
    families.push_back(gauge("process_start_time_seconds", "When the process started, in seconds since 1970.", boot_time() + stat.start_ticks / ticks));
    families.push_back(counter("process_cpu_seconds_total", "Time of all its threads.", cpu_seconds()));
    families.push_back(gauge("process_resident_memory_bytes", "Memory that it holds.", stat.resident_pages * page));
    families.push_back(gauge("process_open_fds", "File descriptors that it holds.", open_descriptors()));
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    families.push_back(gauge("process_max_fds", "File descriptors that it may hold.", limit.rlim_cur));
    std::error_code failed;
    const auto space = std::filesystem::space(data, failed);
    if (failed) return families;
    families.push_back(gauge("isoloir_data_free_bytes", "Room on the disk of the data folder.", space.available));
    families.push_back(gauge("isoloir_data_size_bytes", "Size of the disk of the data folder.", space.capacity));
    return families;
}

}  // namespace isoloir::figures
