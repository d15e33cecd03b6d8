// SPDX-License-Identifier: GPL-3.0-or-later
#include "attach/mount_rows.h"

#include <mntent.h>

#include <cstdio>
#include <memory>

namespace cloop {

std::vector<MountRow> mount_rows() {
    std::vector<MountRow> rows;
    const std::unique_ptr<FILE, decltype([](FILE *file) { ::endmntent(file); })> file(::setmntent("/proc/self/mounts", "re"));
    if (!file) return rows;
    mntent entry{};
    char words[8192];
    while (::getmntent_r(file.get(), &entry, words, sizeof words)) rows.push_back({entry.mnt_fsname, entry.mnt_dir, entry.mnt_type, entry.mnt_opts});
    return rows;
}

} // namespace cloop
