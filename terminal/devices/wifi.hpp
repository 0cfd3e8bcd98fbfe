#pragma once
// Wi-Fi by NetworkManager's nmcli, where it is installed. Its arguments go to it as they are, through no shell.

#include <filesystem>
#include <string>
#include <vector>

#include "shared/base/result.hpp"

namespace isoloir::devices {

struct FoundWifi {
    std::string name;
    int strength{0};  // percent
    bool secured{true};
    bool known{false};  // joined before
};

class Wifi {
public:
    explicit Wifi(std::filesystem::path program = "/usr/bin/nmcli") : program_(std::move(program)) {}

    bool can_be_set() const;
    /// In reach, strongest first, each name once.
    std::vector<FoundWifi> networks() const;
    /// @param password  empty where none is needed, or it is known
    /// @error unavailable  it did not connect;  refused  a name or password that nobody may have
    Status join(const std::string& name, const std::string& password) const;

private:
    std::filesystem::path program_;
};

/// Lines of `nmcli -t -f IN-USE,SIGNAL,SECURITY,SSID`: fields parted by ':', which inside a field is "\:".
std::vector<FoundWifi> read_wifi_list(const std::string& list, const std::vector<std::string>& known);

}  // namespace isoloir::devices
