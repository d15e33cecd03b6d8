// SPDX-License-Identifier: GPL-3.0-or-later
// A new folder entry that gets its name when it is complete.

#pragma once

#include "base/error.h"
#include "base/unique_fd.h"

#include <sys/types.h>

#include <string>

namespace cloop {

enum class Replace : bool { no, yes };

/// A file is unnamed if the file system supports O_TMPFILE: then even SIGKILL leaves nothing. Anything else has a temporary name, which the
/// destructor removes. Attributes are set through fd(), never by name, because the folder's owner may replace the entry meanwhile. `folder`: any
/// descriptor of the folder; the caller keeps it open while this lives. Errors have no subject.
class PendingEntry {
public:
    /// `mode`: permission bits before the umask.
    static Result<PendingEntry> file(int folder, mode_t mode);
    static Result<PendingEntry> symlink(int folder, const std::string &target);
    /// A device, pipe or socket. `type`: S_IFCHR and so on; with permissions 0600.
    static Result<PendingEntry> node(int folder, mode_t type, dev_t device);
    /// Another name (hard link) of the file `to`.
    static PendingEntry link(int folder, UniqueFd to) { return {folder, std::move(to), {}}; }

    PendingEntry(PendingEntry &&other) noexcept
        : folder_(other.folder_), fd_(std::move(other.fd_)), temporary_(std::exchange(other.temporary_, {})) {}
    PendingEntry &operator=(PendingEntry &&) = delete;
    ~PendingEntry();

    /// Open for reading and writing for a file, else with O_PATH. -1 if the entry may no longer be the one that was made.
    int fd() const { return fd_.get(); }

    /// Links or renames it to `name` in its folder; Replace::yes replaces an existing entry. Errors: already_exists, write_failed, …
    Status give_name(const std::string &name, Replace replace);

private:
    PendingEntry(int folder, UniqueFd fd, std::string temporary) : folder_(folder), fd_(std::move(fd)), temporary_(std::move(temporary)) {}
    void open_again(mode_t type, dev_t device);
    Status rename_to(const std::string &name, Replace replace);

    int folder_;
    UniqueFd fd_;
    std::string temporary_;  ///< empty: unnamed
};

/// An unnamed temporary file in `folder`; it vanishes when its descriptor is closed.
Result<UniqueFd> unnamed_file(const std::string &folder);

} // namespace cloop
