#include "tests/support/catch.hpp"

#include <fstream>

#include <sys/stat.h>

#include "terminal/devices/battery.hpp"
#include "terminal/devices/clock_state.hpp"
#include "terminal/devices/disk.hpp"
#include "terminal/devices/links.hpp"
#include "terminal/devices/sticks.hpp"
#include "terminal/devices/wifi.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace isoloir;
using namespace isoloir::test;
using namespace std::chrono_literals;

namespace {

/// A machine made of files.
struct AMachine {
    TemporaryFolder root;

    void says(const std::string& file, const std::string& text)
    {
        std::filesystem::create_directories((root / file).parent_path());
        std::ofstream(root / file) << text << '\n';
    }
    void has(const std::string& folder) { std::filesystem::create_directories(root / folder); }
    /// A disk "sdb" with one partition, as the kernel shows it.
    void has_disk(const std::string& bus, const char* removable)
    {
        says("sys/devices/" + bus + "/block/sdb/removable", removable);
        has("sys/devices/" + bus + "/block/sdb/sdb1");
        has("sys/dev/block");
        std::filesystem::create_directory_symlink(root / ("sys/devices/" + bus + "/block/sdb/sdb1"), root / "sys/dev/block/8:17");
    }
};

}  // namespace

TEST_CASE("a machine without a battery is on mains")
{
    AMachine machine;
    CHECK_FALSE(devices::read_battery(machine.root.path()).percent);
    CHECK(devices::read_battery(machine.root.path()).on_mains);
}

TEST_CASE("a battery says how full it is and whether the plug is in; a mouse's is none")
{
    AMachine machine;
    machine.says("sys/class/power_supply/BAT0/type", "Battery");
    machine.says("sys/class/power_supply/BAT0/capacity", "41");
    machine.says("sys/class/power_supply/BAT0/status", "Discharging");
    machine.says("sys/class/power_supply/hid/type", "Battery");
    machine.says("sys/class/power_supply/hid/scope", "Device");
    machine.says("sys/class/power_supply/hid/capacity", "99");
    CHECK(devices::read_battery(machine.root.path()).percent == 41);
    CHECK_FALSE(devices::read_battery(machine.root.path()).on_mains);
    machine.says("sys/class/power_supply/AC/type", "Mains");
    machine.says("sys/class/power_supply/AC/online", "1");
    CHECK(devices::read_battery(machine.root.path()).on_mains);
}

TEST_CASE("the network shows what has a plug or an antenna, and which of it is up")
{
    AMachine machine;
    machine.says("sys/class/net/lo/operstate", "unknown");
    machine.says("sys/class/net/wlan0/operstate", "down");
    machine.has("sys/class/net/wlan0/device");
    machine.has("sys/class/net/wlan0/wireless");
    machine.says("sys/class/net/eth0/operstate", "up");
    machine.has("sys/class/net/eth0/device");
    const auto links = devices::read_links(machine.root.path());
    REQUIRE(links.size() == 2);
    CHECK((links[0].name == "eth0" && links[0].up && !links[0].wireless));
    CHECK((links[1].name == "wlan0" && !links[1].up && links[1].wireless));
}

TEST_CASE("a clock before the last record, or years ahead of it, is not believed")
{
    AMachine machine;
    const std::chrono::sys_seconds last{500'000h};
    CHECK(devices::judge_clock(last + 1h, last, machine.root.path()).plausible);
    CHECK_FALSE(devices::judge_clock(last - 1s, last, machine.root.path()).plausible);
    CHECK_FALSE(devices::judge_clock(last + 24h * 3000, last, machine.root.path()).plausible);
    CHECK_FALSE(devices::judge_clock(last, last, machine.root.path()).synced);
    machine.has("run/systemd/timesync");
    CHECK(devices::judge_clock(last, last, machine.root.path()).synced == false);
    machine.says("run/systemd/timesync/synchronized", "");
    CHECK(devices::judge_clock(last, last, machine.root.path()).synced == true);
}

TEST_CASE("a disk that is not there has no figure")
{
    TemporaryFolder folder;
    CHECK(devices::read_disk(folder.path()).free_mb);
    CHECK_FALSE(devices::read_disk("/nowhere/at/all").free_mb);
}

TEST_CASE("a mounted stick is found, whatever its name, and the machine's own disk is not")
{
    AMachine machine;
    TemporaryFolder mounted;
    const auto where = mounted / "CLÉ USB";
    std::filesystem::create_directory(where);
    std::string escaped = where.string();
    escaped.replace(escaped.find(' '), 1, "\\040");
    const std::string line = "36 35 8:17 / " + escaped + " rw,noexec - vfat /dev/sdb1 rw\n22 1 8:1 / / rw - ext4 /dev/sda1 rw";
    SECTION("a stick")
    {
        machine.has_disk("pci/usb1", "1");
        machine.says("proc/self/mountinfo", line);
        const auto sticks = devices::find_sticks(std::nullopt, machine.root.path());
        REQUIRE(sticks.size() == 1);
        CHECK(sticks[0].name == "CLÉ USB");
        CHECK(sticks[0].path == where);
    }
    SECTION("a hard disk on a USB plug")
    {
        machine.has_disk("pci/usb1", "0");
        machine.says("proc/self/mountinfo", line);
        CHECK(devices::find_sticks(std::nullopt, machine.root.path()).size() == 1);
    }
    SECTION("a disk inside")
    {
        machine.has_disk("pci/ata1", "0");
        machine.says("proc/self/mountinfo", line);
        CHECK(devices::find_sticks(std::nullopt, machine.root.path()).empty());
    }
}

TEST_CASE("a folder can stand for the sticks")
{
    TemporaryFolder folder;
    std::filesystem::create_directory(folder / "B");
    std::filesystem::create_directory(folder / "A");
    std::ofstream(folder / "file") << "x";
    const auto sticks = devices::find_sticks(folder.path());
    REQUIRE(sticks.size() == 2);
    CHECK(sticks[0].name == "A");
}

TEST_CASE("Wi-Fi networks are read with colons and backslashes in their names, strongest first, each once")
{
    const auto found = devices::read_wifi_list(":40:WPA2:Salle\\: 2\n*:80:WPA2:Mairie\n:90:--:Invit\\\\es\n:85:WPA2:Mairie\n:70:WPA2:\nnonsense\n", {"Mairie"});
    REQUIRE(found.size() == 3);
    CHECK((found[0].name == "Invit\\es" && !found[0].secured));
    CHECK((found[1].name == "Mairie" && found[1].known && found[1].strength == 85));
    CHECK((found[2].name == "Salle: 2" && found[2].secured && !found[2].known));
}

TEST_CASE("joining hands the name over as one argument and the password on standard input, through no shell")
{
    TemporaryFolder folder;
    const auto program = folder / "nmcli";
    std::ofstream(program) << "#!/bin/sh\nfor a in \"$@\"; do echo \"[$a]\"; done > " << (folder / "said").string() << "\ncat >> " << (folder / "said").string()
                           << "\n";
    ::chmod(program.c_str(), 0755);
    const devices::Wifi wifi(program);
    REQUIRE(wifi.can_be_set());
    REQUIRE(wifi.join("a; rm -rf $HOME `x`", "p'ss \"word"));
    std::ifstream said(folder / "said");
    const std::string text{std::istreambuf_iterator<char>(said), {}};
    CHECK(text == "[-w]\n[45]\n[--ask]\n[device]\n[wifi]\n[connect]\n[a; rm -rf $HOME `x`]\np'ss \"word\n");
    CHECK_FALSE(devices::Wifi(folder / "none").can_be_set());
    CHECK_FALSE(devices::Wifi("/bin/false").join("Mairie", "secret78"));
    CHECK_FALSE(wifi.join(std::string(33, 'a'), ""));
}
