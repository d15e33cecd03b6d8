// SPDX-License-Identifier: GPL-3.0-or-later
#include "attach/tree_folder.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>

namespace cloop {

namespace {

/// Empty if there is none.
std::string place() {
    if (::geteuid() == 0) return "/run/cloop";
    const char *runtime = std::getenv("XDG_RUNTIME_DIR");
    return runtime && *runtime == '/' ? std::string(runtime) + "/cloop" : std::string();
}

} // namespace

Result<std::string> make_tree_folder(const std::string &name) {
    const std::string above = place();
    if (above.empty()) return fail(ErrorCode::folder_needed);
    if (::mkdir(above.c_str(), ::geteuid() == 0 ? 0755 : 0700) != 0 && errno != EEXIST) return fail_errno(ErrorCode::system, above);
    constexpr int most = 100;
    for (int number = 1; number < most; ++number) {
        const std::string folder = above + "/" + name + (number == 1 ? "" : " " + std::to_string(number));
        if (::mkdir(folder.c_str(), 0755) == 0) return folder;
        if (errno != EEXIST) return fail_errno(ErrorCode::system, folder);
    }
    return fail(ErrorCode::folder_needed);
}

void remove_tree_folder(const std::string &folder) {
    const std::string above = place() + "/";
    if (above.size() > 1 && folder.starts_with(above) && folder.find('/', above.size()) == folder.npos) ::rmdir(folder.c_str());
}

} // namespace cloop
