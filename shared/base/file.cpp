#include "shared/base/file.hpp"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace isoloir {
namespace {

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor()
    {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return number_; }

private:
    int number_;
};

tl::unexpected<Error> system_error(const std::filesystem::path& path)
{
    const int number = errno;
    const Errc code = number == ENOENT ? Errc::not_found : number == ENOSPC || number == EDQUOT ? Errc::full : Errc::io;
    return fail(code, std::strerror(number), path.string());
}

Status write_all(int file, std::string_view content, const std::filesystem::path& path)
{
    while (!content.empty()) {
        const auto written = ::write(file, content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return system_error(path);
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(file) != 0) return system_error(path);
    return {};
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path, std::size_t max_bytes)
{
    // O_NONBLOCK so that a pipe planted on a stick cannot hang us before fstat tells what it is.
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    if (file.get() < 0) return system_error(path);
    struct stat about {};
    if (::fstat(file.get(), &about) != 0) return system_error(path);
    if (!S_ISREG(about.st_mode)) return fail(Errc::refused, "not a regular file", path.string());
    if (static_cast<std::size_t>(about.st_size) > max_bytes)
        return fail(Errc::refused, "the file is larger than the " + std::to_string(max_bytes) + " bytes allowed here", path.string());

    std::string content(static_cast<std::size_t>(about.st_size), '\0');
    std::size_t done = 0;
    while (done < content.size()) {
        const auto got = ::read(file.get(), content.data() + done, content.size() - done);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return system_error(path);
        if (got == 0) break;
        done += static_cast<std::size_t>(got);
    }
    content.resize(done);
    return content;
}

Status write_file(const std::filesystem::path& path, std::string_view content, FileMode mode)
{
    const std::filesystem::path beside = path.string() + ".new";
    const auto written = [&]() -> Status {
        // O_EXCL: a file or link that stands there already would keep its own mode, or lead the writing elsewhere.
        ::unlink(beside.c_str());
        const Descriptor file{::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode == FileMode::secret ? 0600 : 0644)};
        if (file.get() < 0) return system_error(path);
        ISO_CHECK(write_all(file.get(), content, path));
        if (::rename(beside.c_str(), path.c_str()) != 0) return system_error(path);
        return {};
    }();
    if (!written) {
        ::unlink(beside.c_str());
        return written;
    }
    const auto parent = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    const Descriptor folder{::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (folder.get() < 0 || ::fsync(folder.get()) != 0) return system_error(parent);
    return {};
}

}  // namespace isoloir
