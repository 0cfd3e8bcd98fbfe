#include "tests/packaging/a_machine.hpp"

#include <cerrno>
#include <chrono>
#include <cstring>
#include <stdexcept>
#include <thread>

#include <sched.h>
#include <sys/mount.h>

namespace isoloir::test {
namespace {

void must(int outcome, const std::string& what)
{
    if (outcome != 0) throw std::runtime_error(what + ": " + std::strerror(errno));
}

void mount(const std::string& what, const std::filesystem::path& where, const char* kind, unsigned long flags, const std::string& options = {})
{
    must(::mount(what.c_str(), where.c_str(), kind, flags, options.c_str()), "cannot mount " + what + " on " + where.string());
}

}  // namespace

Machine::Machine()
{
    must(::unshare(CLONE_NEWNS), "cannot have mounts of one's own");
    mount("none", "/", nullptr, MS_REC | MS_PRIVATE);
    mount("tmpfs", folder_.path(), "tmpfs", 0, "mode=0755");
    for (const auto& folder : {root_, upper_, folder_ / "work"}) std::filesystem::create_directory(folder);
    mount("overlay", root_, "overlay", 0, "lowerdir=/,upperdir=" + upper_.string() + ",workdir=" + (folder_ / "work").string());
    mount("/dev", root_ / "dev", nullptr, MS_BIND | MS_REC);
    mount("proc", root_ / "proc", "proc", 0);
    for (const char* folder : {"run", "tmp"}) mount("tmpfs", root_ / folder, "tmpfs", 0, "mode=1777");
}

Machine::~Machine()
{
    for (const char* folder : {"tmp", "run", "proc", "dev", ""}) ::umount2((root_ / folder).c_str(), MNT_DETACH);
    ::umount2(folder_.path().c_str(), MNT_DETACH);
}

Process Machine::start(const std::string& line) const
{
    return Process({"env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "HOME=/root", "LC_ALL=C.UTF-8", "DEBIAN_FRONTEND=noninteractive", "chroot",
                    root_.string(), "sh", "-c", line});
}

Ended Machine::run(const std::string& line) const
{
    Process process = start(line);
    while (process.runs()) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    return process.end();
}

std::set<std::string> Machine::changed() const
{
    std::set<std::string> paths;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(upper_)) {
        // A folder stands there for what is in it, too; only one that is new or empty counts itself.
        const std::string path = "/" + std::filesystem::relative(entry.path(), upper_).string();
        if (!entry.is_directory() || !std::filesystem::exists(path)) paths.insert(path);
    }
    return paths;
}

}  // namespace isoloir::test
