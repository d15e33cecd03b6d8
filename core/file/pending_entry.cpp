// SPDX-License-Identifier: GPL-3.0-or-later
#include "file/pending_entry.h"

#include "file/held_folder.h"

#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>

#include <cstdio>

namespace cloop {

namespace {

/// An unused name: hidden, and marked with '~'.
std::string temporary_name() {
    std::uint64_t random = 0;
    if (::getrandom(&random, sizeof random, 0) != sizeof random) random = static_cast<std::uint64_t>(::getpid());
    char name[40];
    std::snprintf(name, sizeof name, ".cloop-%016llx~", static_cast<unsigned long long>(random));
    return name;
}

std::string link_of(int fd) { return "/proc/self/fd/" + std::to_string(fd); }

/// Only root may link a descriptor directly; other users need /proc.
bool link_to(int fd, int folder, const std::string &name) {
    if (::linkat(fd, "", folder, name.c_str(), AT_EMPTY_PATH) == 0) return true;
    return errno == ENOENT && ::linkat(AT_FDCWD, link_of(fd).c_str(), folder, name.c_str(), AT_SYMLINK_FOLLOW) == 0;
}

} // namespace

Result<PendingEntry> PendingEntry::file(int folder, mode_t mode) {
    if (UniqueFd fd(::openat(folder, ".", O_TMPFILE | O_RDWR | O_CLOEXEC, mode)); fd) {
        // Without /proc, as in a bare initrd, an unnamed file may be impossible to link.
        if (::access(link_of(fd.get()).c_str(), F_OK) == 0) return PendingEntry(folder, std::move(fd), {});
    }
    std::string name = temporary_name();
    UniqueFd fd(::openat(folder, name.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC | O_NOFOLLOW, mode));
    if (!fd) return fail_errno(ErrorCode::write_failed, {});
    return PendingEntry(folder, std::move(fd), std::move(name));
}

Result<PendingEntry> PendingEntry::symlink(int folder, const std::string &target) {
    PendingEntry entry(folder, {}, temporary_name());
    if (::symlinkat(target.c_str(), folder, entry.temporary_.c_str()) != 0) return fail_errno(ErrorCode::write_failed, {});
    entry.open_again(S_IFLNK, 0);
    return entry;
}

Result<PendingEntry> PendingEntry::node(int folder, mode_t type, dev_t device) {
    PendingEntry entry(folder, {}, temporary_name());
    if (::mknodat(folder, entry.temporary_.c_str(), type | 0600, device) != 0) return fail_errno(ErrorCode::write_failed, {});
    entry.open_again(type, device);
    return entry;
}

/// Opens by name an entry whose creation gave no descriptor. The folder's owner may have replaced it, so it is accepted only if it has this type, is
/// our own, and has no other name.
void PendingEntry::open_again(mode_t type, dev_t device) {
    UniqueFd fd(::openat(folder_, temporary_.c_str(), O_PATH | O_NOFOLLOW | O_CLOEXEC));
    struct stat made {};
    if (fd && ::fstat(fd.get(), &made) == 0 && (made.st_mode & S_IFMT) == type && made.st_rdev == device && made.st_uid == ::geteuid() &&
        made.st_nlink == 1)
        fd_ = std::move(fd);
}

PendingEntry::~PendingEntry() {
    // After a rename the name is gone, except that rename() does nothing if both names were links to one file.
    if (!temporary_.empty()) ::unlinkat(folder_, temporary_.c_str(), 0);
}

Status PendingEntry::give_name(const std::string &name, Replace replace) {
    if (temporary_.empty()) {
        if (link_to(fd_.get(), folder_, name)) return {};
        if (errno != EEXIST || replace == Replace::no) return fail_errno(ErrorCode::write_failed, {});
        // An unnamed file can't replace an entry: give it a temporary name first.
        std::string temporary = temporary_name();
        if (!link_to(fd_.get(), folder_, temporary)) return fail_errno(ErrorCode::write_failed, {});
        temporary_ = std::move(temporary);
    }
    return rename_to(name, replace);
}

Status PendingEntry::rename_to(const std::string &name, Replace replace) {
    if (::renameat2(folder_, temporary_.c_str(), folder_, name.c_str(), replace == Replace::no ? RENAME_NOREPLACE : 0) == 0) return {};
    if (errno != EINVAL || replace == Replace::yes) return fail_errno(ErrorCode::write_failed, {});
    // NFS and many FUSE file systems lack RENAME_NOREPLACE: reserve the name with an empty file, or find that it exists.
    const UniqueFd place(::openat(folder_, name.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!place) return fail_errno(ErrorCode::write_failed, {});
    if (::renameat(folder_, temporary_.c_str(), folder_, name.c_str()) == 0) return {};
    auto failed = fail_errno(ErrorCode::write_failed, {});
    ::unlinkat(folder_, name.c_str(), 0);
    return failed;
}

Result<UniqueFd> unnamed_file(const std::string &folder) {
    CLOOP_LET(held, hold_folder(folder));
    auto file = PendingEntry::file(held->get(), 0600);
    if (!file) return std::unexpected(std::move(file).error().at(folder));
    // The entry's destructor removes its temporary name, if any.
    UniqueFd fd(::fcntl(file->fd(), F_DUPFD_CLOEXEC, 0));
    if (!fd) return fail_errno(ErrorCode::write_failed, folder);
    return fd;
}

} // namespace cloop
