// SPDX-License-Identifier: GPL-3.0-or-later
#include "file/held_folder.h"

#include <dirent.h>
#include <fcntl.h>

#include <string_view>

namespace cloop {

Result<HeldFolder> hold_folder(const std::string &path) {
    UniqueFd fd(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    // A folder that may be written but not listed.
    if (!fd && errno == EACCES) fd = UniqueFd(::open(path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!fd) return fail_errno(ErrorCode::write_failed, path);
    return std::make_shared<const UniqueFd>(std::move(fd));
}

Result<std::vector<std::string>> names_in(int folder) {
    UniqueFd fd(::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!fd) return fail_errno(ErrorCode::read_failed, {});
    const std::unique_ptr<DIR, int (*)(DIR *)> entries(::fdopendir(fd.get()), ::closedir);
    if (!entries) return fail_errno(ErrorCode::read_failed, {});
    (void)fd.release();  // closedir() closes it
    std::vector<std::string> names;
    errno = 0;
    while (const dirent *entry = ::readdir(entries.get())) {
        const std::string_view name = entry->d_name;
        if (name != "." && name != "..") names.emplace_back(name);
        errno = 0;
    }
    if (errno != 0) return fail_errno(ErrorCode::read_failed, {});
    return names;
}

std::string folder_of(const std::string &path) {
    const auto slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

std::string name_of(const std::string &path) { return path.substr(path.rfind('/') + 1); }

} // namespace cloop
