// SPDX-License-Identifier: GPL-3.0-or-later
#include "attach/fuse_server.h"

#include "attach/run_program.h"

#include <fcntl.h>
#include <unistd.h>

#include <climits>

namespace cloop {

namespace {

/// The server: beside this program, or where it is installed or built. Empty if it is nowhere.
std::string server_program() {
    char self[PATH_MAX];
    const ssize_t length = ::readlink("/proc/self/exe", self, sizeof self);
    std::string folder(self, length > 0 ? static_cast<std::size_t>(length) : 0);
    folder.resize(folder.rfind('/') + 1);
    for (const std::string &candidate : {folder + "cloop-fuse", std::string(BUILT_FUSE_PROGRAM), std::string(FUSE_PROGRAM)})
        if (::access(candidate.c_str(), X_OK) == 0) return candidate;
    return {};
}

/// The last line, without the program's name.
std::string last_sentence(std::string words) {
    while (words.ends_with('\n') || words.ends_with('.')) words.pop_back();
    words.erase(0, words.rfind('\n') + 1);
    constexpr std::string_view name = "cloop-fuse: ";
    return words.starts_with(name) ? words.substr(name.size()) : words;
}

} // namespace

Status start_fuse_server(const std::string &image, Served served, int fuse_device, const std::string &folder, const std::stop_token &stop) {
    const std::string program = server_program();
    if (program.empty()) return fail(ErrorCode::server_failed, image, "cloop-fuse");
    std::vector<std::string> words{program};
    if (served == Served::content) words.emplace_back("--content");
    // What root mounts is for all.
    if (fuse_device < 0 && ::geteuid() == 0) words.insert(words.end(), {"-o", "allow_other"});
    words.insert(words.end(), {"--", image, fuse_device >= 0 ? "/dev/fd/" + std::to_string(inherited_fd) : folder});
    CLOOP_LET(ended, run_program(words, stop, {.descriptor = fuse_device}));
    if (ended.is_fine()) return {};
    return fail(::access("/dev/fuse", F_OK) == 0 ? ErrorCode::server_failed : ErrorCode::fuse_missing, image, last_sentence(ended.words));
}

Status unmount_fuse(const std::string &folder) {
    auto ended = run_program({"fusermount3", "-u", "--", folder}, {});
    if (!ended) return fail(ErrorCode::fuse_missing, folder, "fusermount3");
    if (ended->is_fine()) return {};
    if (ended->words.find("busy") != std::string::npos) return fail(ErrorCode::still_in_use, folder);
    return fail(ErrorCode::not_mounted, folder);
}

} // namespace cloop
