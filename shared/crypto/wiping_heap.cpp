// Freed memory is overwritten first, in a whole program: what a voter typed and chose passes through labels, layouts and
// events of the window, text and main-loop libraries as well as through our own strings, and none of it may outlive the session. A trustee's
// passphrase and the words of its share go the same way.
// glibc lets a program replace its allocator; this one only adds the wiping. Sanitizers bring a heap of their own.

#include <cstdlib>
#include <cstring>

#include <malloc.h>
#include <strings.h>

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

extern "C" {

void __libc_free(void* memory);

void free(void* memory) noexcept
{
    if (memory == nullptr) return;
    ::explicit_bzero(memory, ::malloc_usable_size(memory));
    __libc_free(memory);
}

/// Always by way of a fresh block: glibc's own would leave the old one as it was.
void* realloc(void* memory, std::size_t size) noexcept
{
    if (memory == nullptr) return std::malloc(size);
    if (size == 0) {
        free(memory);
        return nullptr;
    }
    const std::size_t before = ::malloc_usable_size(memory);
    void* fresh = std::malloc(size);
    if (fresh == nullptr) return nullptr;
    std::memcpy(fresh, memory, before < size ? before : size);
    free(memory);
    return fresh;
}
}

#endif
