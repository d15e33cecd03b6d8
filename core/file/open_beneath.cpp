// SPDX-License-Identifier: GPL-3.0-or-later
#include "file/open_beneath.h"

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/syscall.h>

#include <cerrno>
#include <string>

namespace cloop {

namespace {

constexpr std::size_t longest_path = 4095;

int open_at_once(int folder, const std::string &path, int flags) {
    struct open_how how {};
    how.flags = static_cast<std::uint64_t>(flags);
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS;
    return static_cast<int>(::syscall(SYS_openat2, folder, path.c_str(), &how, sizeof how));
}

/// As many components as one call may have: usually all that is left.
std::string_view first_piece(std::string_view path, bool one_by_one) {
    if (one_by_one) return path.substr(0, path.find('/'));
    return path.size() <= longest_path ? path : path.substr(0, path.rfind('/', longest_path));
}

} // namespace

UniqueFd open_beneath(int root, std::string_view path, int flags) {
    UniqueFd held;
    bool one_by_one = false;
    for (;;) {
        const std::string piece(first_piece(path, one_by_one));
        if (one_by_one && piece == "..") {
            errno = EXDEV;
            return {};
        }
        const int folder = held ? held.get() : root;
        const bool is_last = piece.size() == path.size();
        int how = (is_last ? flags : O_PATH | O_DIRECTORY) | O_CLOEXEC;
        // At once, the kernel refuses links by itself. Where a file is really opened, O_NOFOLLOW would also reach a FUSE file system, and that of the
        // document portal then opens nothing.
        if (one_by_one || (how & O_PATH) != 0) how |= O_NOFOLLOW;
        UniqueFd opened(one_by_one ? ::openat(folder, piece.c_str(), how) : open_at_once(folder, piece, how));
        // Older kernels lack openat2(); some containers forbid it.
        if (!opened && !one_by_one && (errno == ENOSYS || errno == EPERM)) {
            one_by_one = true;
            continue;
        }
        if (!opened || is_last) return opened;
        held = std::move(opened);
        path.remove_prefix(piece.size() + 1);
    }
}

} // namespace cloop
