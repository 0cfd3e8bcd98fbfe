#include "shared/base/folder_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace isoloir {

Result<FolderLock> FolderLock::take(const std::filesystem::path& folder)
{
    const int descriptor = ::open((folder / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) return fail(Errc::io, "the lock file cannot be opened", (folder / "lock").string());
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        ::close(descriptor);
        return fail(Errc::conflict, "another process works on this folder", folder.string());
    }
    return FolderLock(descriptor);
}

FolderLock::~FolderLock()
{
    if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace isoloir
