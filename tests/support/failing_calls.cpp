// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded into a program, makes its n-th system call of a group fail, or all from the n-th on.
//
// FAILING_CALL  "GROUP NUMBER HOW": HOW is an errno, or "short" (one byte at most), "end" (no bytes), "late" (unchanged, after half a minute).
//               With a + behind it, all later calls fail too.
// COUNTED_CALLS a file that gets a line "GROUP COUNT" for each group when the program ends.
// Calls within the C library are not intercepted; those of the program and other libraries are.

#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>

namespace {

enum Group {
    opening,
    reading,
    writing,
    syncing,
    cutting,
    linking,
    renaming,
    removing,
    looking,
    seeking,
    listing,
    folders,
    symlinks,
    attributes,
    flags,
    room,
    threads,
    memory,
    objects,
    group_count
};

constexpr const char *names[group_count] = {"open",  "read", "write", "fsync",   "ftruncate", "link",       "rename", "unlink",  "stat",
                                            "lseek", "list", "mkdir", "symlink", "attributes", "fcntl", "statvfs", "thread", "malloc", "new"};

constexpr int cut_short = -1;
constexpr int at_end = -2;
constexpr int late = -3;

std::atomic<long> counts[group_count];
int failing_group = -1;
long failing_number = 0;
int failing_how = 0;
bool goes_on = false;
bool has_begun = false;  ///< main() runs: earlier calls don't count

__attribute__((constructor)) void begin() {
    const char *order = std::getenv("FAILING_CALL");
    if (!order) return;
    char group[32] = {}, how[32] = {};
    if (std::sscanf(order, "%31s %ld %31s", group, &failing_number, how) != 3) return;
    for (int i = 0; i < group_count; ++i)
        if (std::strcmp(group, names[i]) == 0) failing_group = i;
    if (std::strncmp(how, "short", 5) == 0) failing_how = cut_short;
    else if (std::strncmp(how, "end", 3) == 0) failing_how = at_end;
    else if (std::strncmp(how, "late", 4) == 0) failing_how = late;
    else failing_how = std::atoi(how);
    goes_on = how[0] != '\0' && how[std::strlen(how) - 1] == '+';
}

__attribute__((destructor)) void end() {
    const char *path = std::getenv("COUNTED_CALLS");
    if (!path) return;
    failing_group = -1;
    const int fd = static_cast<int>(::syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, 0644));
    char line[64];
    for (int i = 0; i < group_count; ++i) {
        const int length = std::snprintf(line, sizeof line, "%s %ld\n", names[i], counts[i].load());
        ::syscall(SYS_write, fd, line, length);
    }
    ::syscall(SYS_close, fd);
}

/// 0: let it pass. Otherwise how it fails.
int count(Group group) {
    if (!has_begun) return 0;
    const long number = ++counts[group];
    if (group != failing_group) return 0;
    if (number != failing_number && !(goes_on && number > failing_number)) return 0;
    if (failing_how != late) return failing_how;
    ::sleep(30);
    return 0;
}

template <class Function> Function next(const char *name) { return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name)); }

} // namespace

#define NEXT(name) static const auto real = next<decltype(&name)>(#name)

/// If the call must fail, sets errno and returns `failed`.
#define FAIL_OR_GO_ON(group, failed)                                                                                             \
    do {                                                                                                                         \
        if (const int failure = count(group); failure > 0) {                                                                     \
            errno = failure;                                                                                                     \
            return failed;                                                                                                       \
        }                                                                                                                        \
    } while (false)

/// The same for calls that transfer `size` bytes.
#define FAIL_OR_CUT(group, size)                                                                                                 \
    do {                                                                                                                         \
        const int failure = count(group);                                                                                        \
        if (failure > 0) {                                                                                                       \
            errno = failure;                                                                                                     \
            return -1;                                                                                                           \
        }                                                                                                                        \
        if (failure == at_end) return 0;                                                                                         \
        if (failure == cut_short && size > 1) size = 1;                                                                          \
    } while (false)

extern "C" {

int open(const char *path, int how, ...) {
    NEXT(open);
    std::va_list rest;
    va_start(rest, how);
    const mode_t mode = (how & (O_CREAT | O_TMPFILE)) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    FAIL_OR_GO_ON(opening, -1);
    return real(path, how, mode);
}

int open64(const char *path, int how, ...) {
    std::va_list rest;
    va_start(rest, how);
    const mode_t mode = (how & (O_CREAT | O_TMPFILE)) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return open(path, how, mode);
}

int openat(int folder, const char *path, int how, ...) {
    NEXT(openat);
    std::va_list rest;
    va_start(rest, how);
    const mode_t mode = (how & (O_CREAT | O_TMPFILE)) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    FAIL_OR_GO_ON(opening, -1);
    return real(folder, path, how, mode);
}

/// Only for calls without a libc function.
long syscall(long number, ...) {
    NEXT(syscall);
    std::va_list rest;
    va_start(rest, number);
    long a[6];
    for (long &one : a) one = va_arg(rest, long);
    va_end(rest);
    if (number == SYS_openat2) FAIL_OR_GO_ON(opening, -1);
    return real(number, a[0], a[1], a[2], a[3], a[4], a[5]);
}

ssize_t read(int fd, void *out, size_t size) {
    NEXT(read);
    FAIL_OR_CUT(reading, size);
    return real(fd, out, size);
}

ssize_t pread(int fd, void *out, size_t size, off_t offset) {
    NEXT(pread);
    FAIL_OR_CUT(reading, size);
    return real(fd, out, size, offset);
}

ssize_t pread64(int fd, void *out, size_t size, off64_t offset) {
    NEXT(pread64);
    FAIL_OR_CUT(reading, size);
    return real(fd, out, size, offset);
}

ssize_t write(int fd, const void *bytes, size_t size) {
    NEXT(write);
    // Messages to standard error always pass, because the test reads them.
    if (fd != STDERR_FILENO) FAIL_OR_CUT(writing, size);
    return real(fd, bytes, size);
}

ssize_t pwrite(int fd, const void *bytes, size_t size, off_t offset) {
    NEXT(pwrite);
    FAIL_OR_CUT(writing, size);
    return real(fd, bytes, size, offset);
}

ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t offset) {
    NEXT(pwrite64);
    FAIL_OR_CUT(writing, size);
    return real(fd, bytes, size, offset);
}

int fsync(int fd) {
    NEXT(fsync);
    FAIL_OR_GO_ON(syncing, -1);
    return real(fd);
}

int ftruncate(int fd, off_t size) noexcept {
    NEXT(ftruncate);
    FAIL_OR_GO_ON(cutting, -1);
    return real(fd, size);
}

int linkat(int from, const char *path, int to, const char *name, int how) noexcept {
    NEXT(linkat);
    FAIL_OR_GO_ON(linking, -1);
    return real(from, path, to, name, how);
}

int rename(const char *from, const char *to) noexcept {
    NEXT(rename);
    FAIL_OR_GO_ON(renaming, -1);
    return real(from, to);
}

int renameat(int from, const char *path, int to, const char *name) noexcept {
    NEXT(renameat);
    FAIL_OR_GO_ON(renaming, -1);
    return real(from, path, to, name);
}

int renameat2(int from, const char *path, int to, const char *name, unsigned how) noexcept {
    NEXT(renameat2);
    FAIL_OR_GO_ON(renaming, -1);
    return real(from, path, to, name, how);
}

int unlink(const char *path) noexcept {
    NEXT(unlink);
    FAIL_OR_GO_ON(removing, -1);
    return real(path);
}

int unlinkat(int folder, const char *path, int how) noexcept {
    NEXT(unlinkat);
    FAIL_OR_GO_ON(removing, -1);
    return real(folder, path, how);
}

int fstat(int fd, struct stat *status) noexcept {
    NEXT(fstat);
    FAIL_OR_GO_ON(looking, -1);
    return real(fd, status);
}

int stat(const char *path, struct stat *status) noexcept {
    NEXT(stat);
    FAIL_OR_GO_ON(looking, -1);
    return real(path, status);
}

int lstat(const char *path, struct stat *status) noexcept {
    NEXT(lstat);
    FAIL_OR_GO_ON(looking, -1);
    return real(path, status);
}

int fstatat(int folder, const char *path, struct stat *status, int how) noexcept {
    NEXT(fstatat);
    FAIL_OR_GO_ON(looking, -1);
    return real(folder, path, status, how);
}

off_t lseek(int fd, off_t offset, int whence) noexcept {
    NEXT(lseek);
    FAIL_OR_GO_ON(seeking, -1);
    return real(fd, offset, whence);
}

DIR *opendir(const char *path) {
    NEXT(opendir);
    FAIL_OR_GO_ON(listing, nullptr);
    return real(path);
}

DIR *fdopendir(int fd) {
    NEXT(fdopendir);
    FAIL_OR_GO_ON(listing, nullptr);
    return real(fd);
}

struct dirent *readdir(DIR *folder) {
    NEXT(readdir);
    FAIL_OR_GO_ON(listing, nullptr);
    return real(folder);
}

int mkdirat(int folder, const char *path, mode_t mode) noexcept {
    NEXT(mkdirat);
    FAIL_OR_GO_ON(folders, -1);
    return real(folder, path, mode);
}

int symlinkat(const char *target, int folder, const char *path) noexcept {
    NEXT(symlinkat);
    FAIL_OR_GO_ON(symlinks, -1);
    return real(target, folder, path);
}

ssize_t readlinkat(int folder, const char *path, char *out, size_t size) noexcept {
    NEXT(readlinkat);
    FAIL_OR_GO_ON(symlinks, -1);
    return real(folder, path, out, size);
}

int fchmod(int fd, mode_t mode) noexcept {
    NEXT(fchmod);
    FAIL_OR_GO_ON(attributes, -1);
    return real(fd, mode);
}

int fchown(int fd, uid_t user, gid_t group) noexcept {
    NEXT(fchown);
    FAIL_OR_GO_ON(attributes, -1);
    return real(fd, user, group);
}

int fchownat(int folder, const char *path, uid_t user, gid_t group, int how) noexcept {
    NEXT(fchownat);
    FAIL_OR_GO_ON(attributes, -1);
    return real(folder, path, user, group, how);
}

int futimens(int fd, const timespec times[2]) noexcept {
    NEXT(futimens);
    FAIL_OR_GO_ON(attributes, -1);
    return real(fd, times);
}

int utimensat(int folder, const char *path, const timespec times[2], int how) noexcept {
    NEXT(utimensat);
    FAIL_OR_GO_ON(attributes, -1);
    return real(folder, path, times, how);
}

int fcntl(int fd, int command, ...) {
    NEXT(fcntl);
    std::va_list rest;
    va_start(rest, command);
    void *argument = va_arg(rest, void *);
    va_end(rest);
    if (command == F_SETFL) FAIL_OR_GO_ON(flags, -1);
    return real(fd, command, argument);
}

int statvfs(const char *path, struct statvfs *disc) noexcept {
    NEXT(statvfs);
    FAIL_OR_GO_ON(room, -1);
    return real(path, disc);
}

int pthread_create(pthread_t *thread, const pthread_attr_t *how, void *(*run)(void *), void *argument) noexcept {
    NEXT(pthread_create);
    if (const int failure = count(threads); failure > 0) return failure;
    return real(thread, how, run, argument);
}

using Main = int (*)(int, char **, char **);
Main real_main;

int main_from_here(int count, char **arguments, char **environment) {
    has_begun = true;
    return real_main(count, arguments, environment);
}

int __libc_start_main(Main main, int count, char **arguments, void (*init)(), void (*fini)(), void (*unload)(), void *stack_end) {
    using Start = int (*)(Main, int, char **, void (*)(), void (*)(), void (*)(), void *);
    real_main = main;
    return next<Start>("__libc_start_main")(main_from_here, count, arguments, init, fini, unload, stack_end);
}

} // extern "C"

// operator new is a separate group, because C libraries seldom handle a failing malloc.
void *operator new(std::size_t size) {
    if (count(objects) > 0) throw std::bad_alloc();
    if (void *made = std::malloc(size)) return made;
    throw std::bad_alloc();
}

void *operator new[](std::size_t size) { return operator new(size); }

void *operator new(std::size_t size, std::align_val_t alignment) {
    if (count(objects) > 0) throw std::bad_alloc();
    if (void *made = std::aligned_alloc(static_cast<std::size_t>(alignment), size)) return made;
    throw std::bad_alloc();
}

extern "C" {

// dlsym allocates, so use the C library's internal names for the real functions.
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t number, size_t size);
void *__libc_realloc(void *old, size_t size);
void *__libc_memalign(size_t alignment, size_t size);

void *malloc(size_t size) {
    FAIL_OR_GO_ON(memory, nullptr);
    return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
    FAIL_OR_GO_ON(memory, nullptr);
    return __libc_calloc(number, size);
}

void *realloc(void *old, size_t size) {
    FAIL_OR_GO_ON(memory, nullptr);
    return __libc_realloc(old, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
    FAIL_OR_GO_ON(memory, nullptr);
    return __libc_memalign(alignment, size);
}
}
