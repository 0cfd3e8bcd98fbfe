#pragma once
// A real pcscd with vpcd's virtual reader (two slots), and cards to put into it. It lives in a mount namespace with a
// /run of its own, so that the machine's own pcscd is neither used nor disturbed; this works without being root, too.

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <thread>

#include <arpa/inet.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/terminal/card/a_card.hpp"

namespace isoloir::test {

/// Gives this process, and what it starts, an empty /run. To be called before the process has threads.
inline bool enter_own_run_folder()
{
    static const bool entered = [] {
        const auto user = ::geteuid();
        const auto group = ::getegid();
        if (::unshare(user == 0 ? CLONE_NEWNS : CLONE_NEWUSER | CLONE_NEWNS) != 0) return false;
        if (user != 0) {
            std::ofstream("/proc/self/setgroups") << "deny";
            std::ofstream("/proc/self/uid_map") << "0 " << user << " 1";
            std::ofstream("/proc/self/gid_map") << "0 " << group << " 1";
        }
        return ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 && ::mount("none", "/run", "tmpfs", 0, nullptr) == 0;
    }();
    return entered;
}

inline int connect_to(std::uint16_t port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    return socket;
}

/// A card in a slot of the virtual reader, until it goes.
/// Source: vsmartcard's virtual reader: a length of two bytes, then a control byte or a command.
class InsertedCard {
public:
    InsertedCard(std::uint16_t port, Card card, Bytes atr = {0x3B, 0x00})
        : card_(std::move(card)), atr_(std::move(atr)), socket_(connect_to(port)), thread_([this] { answer(); })
    {
    }
    ~InsertedCard()
    {
        ::shutdown(socket_, SHUT_RDWR);
        thread_.join();
        ::close(socket_);
    }
    InsertedCard(const InsertedCard&) = delete;
    InsertedCard& operator=(const InsertedCard&) = delete;

private:
    void answer()
    {
        ByteArray<2> length{};
        while (take(length)) {
            Bytes message(length[0] * 256U + length[1]);
            if (!take(message)) return;
            if (message.size() == 1) {
                constexpr std::uint8_t kGiveAtr = 4;  // power off, power on and reset (0, 1, 2) want no answer
                if (message[0] == kGiveAtr) give(atr_);
                continue;
            }
            const auto reply = card_(message);
            if (!reply) {
                ::shutdown(socket_, SHUT_RDWR);
                return;
            }
            give(*reply);
        }
    }
    bool take(std::span<std::uint8_t> into) const
    {
        return into.empty() || ::recv(socket_, into.data(), into.size(), MSG_WAITALL) == static_cast<ssize_t>(into.size());
    }
    void give(const Bytes& message) const
    {
        const Bytes framed = Bytes{static_cast<std::uint8_t>(message.size() >> 8), static_cast<std::uint8_t>(message.size() & 0xFF)} + message;
        ::send(socket_, framed.data(), framed.size(), MSG_NOSIGNAL);
    }

    Card card_;
    Bytes atr_;
    int socket_;
    std::thread thread_;
};

/// pcscd as a child of this process.
class AReaderService {
public:
    enum class Reader { virtual_one, none };

    explicit AReaderService(Reader reader = Reader::virtual_one)
    {
        if (reader == Reader::none) return;
        std::ofstream(folder_ / "vpcd") << "FRIENDLYNAME \"Virtual PCD\"\nDEVICENAME /dev/null:" << kPort
                                        << "\nLIBPATH /usr/lib/pcsc/drivers/serial/libifdvpcd.so\nCHANNELID " << kPort << '\n';
    }
    ~AReaderService()
    {
        if (pid_ > 0) end(SIGTERM);
    }
    AReaderService(const AReaderService&) = delete;
    AReaderService& operator=(const AReaderService&) = delete;

    /// Whether this machine lets it run.
    static bool can_run() { return ::access(kProgram, X_OK) == 0 && enter_own_run_folder(); }

    void start()
    {
        // polkit, which newer ones ask, is out of reach in here.
        static const bool asks_polkit = std::system("/usr/sbin/pcscd --help | grep -q disable-polkit") == 0;
        const std::string configuration = folder_.path().string();
        pid_ = ::fork();
        if (pid_ == 0) {
            ::execl(kProgram, kProgram, "--foreground", "--critical", "--config", configuration.c_str(), asks_polkit ? "--disable-polkit" : nullptr, nullptr);
            ::_exit(127);
        }
        REQUIRE(pid_ > 0);
    }
    void end(int signal)
    {
        ::kill(pid_, signal);
        ::waitpid(pid_, nullptr, 0);
        pid_ = -1;
    }
    void freeze() const { ::kill(pid_, SIGSTOP); }

    /// The port where a slot waits for its card.
    std::uint16_t slot(int n) const { return static_cast<std::uint16_t>(std::stoi(kPort, nullptr, 16) + n); }

private:
    static constexpr const char* kProgram = "/usr/sbin/pcscd";
    const std::string kPort = "0x6C7A";  // of the first slot; not the usual one, which may be in use

    TemporaryFolder folder_;
    pid_t pid_{-1};
};

}  // namespace isoloir::test
