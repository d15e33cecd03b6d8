// SPDX-License-Identifier: GPL-3.0-or-later
// fuse_loop IMAGE: for guests without D-Bus. A loop device on the content of an image, as users get it by cloop-helper and udisks: an ordinary user's
// cloop-fuse serves a mount that is attached nowhere. Prints the device, which goes with its last user.

#include "fuse_mount.h"

#include <fcntl.h>
#include <linux/loop.h>
#include <sys/ioctl.h>
#include <sys/wait.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string>

using namespace cloop::helper;

namespace {

constexpr uid_t user = 1000;

[[noreturn]] void fail(const char *what) {
    std::printf("%s: %s\n", what, std::strerror(errno));
    std::exit(1);
}

/// Returns when it answers.
void start_server(const char *image, int fuse_device) {
    const pid_t pid = ::fork();
    if (pid < 0) fail("fork");
    if (pid == 0) {
        const std::string mountpoint = "/dev/fd/" + std::to_string(fuse_device);
        if (::fcntl(fuse_device, F_SETFD, 0) == 0 && ::setgid(user) == 0 && ::setuid(user) == 0)
            ::execlp("cloop-fuse", "cloop-fuse", "--content", image, mountpoint.c_str(), nullptr);
        ::_exit(127);
    }
    int status = 0;
    if (::waitpid(pid, &status, 0) != pid || status != 0) fail("cloop-fuse");
}

Descriptor only_file(int mount) {
    for (const auto &entry : std::filesystem::recursive_directory_iterator("/proc/self/fd/" + std::to_string(mount) + "/"))
        if (entry.is_regular_file()) return Descriptor(::open(entry.path().c_str(), O_RDONLY | O_CLOEXEC));
    return {};
}

} // namespace

int main(int, char **words) {
    FuseMount fuse = open_fuse(user, user);
    if (!fuse.mount) fail("no mount");
    start_server(words[1], fuse.device.get());
    // Ours would keep the server's end unnoticed.
    fuse.device = Descriptor();
    const Descriptor file = only_file(fuse.mount.get());
    if (!file) fail("no file");

    const Descriptor control(::open("/dev/loop-control", O_RDWR | O_CLOEXEC));
    const int number = ::ioctl(control.get(), LOOP_CTL_GET_FREE);
    const std::string path = "/dev/loop" + std::to_string(number);
    const Descriptor loop(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    loop_config config{};
    config.fd = static_cast<std::uint32_t>(file.get());
    config.info.lo_flags = LO_FLAGS_READ_ONLY;
    if (::ioctl(loop.get(), LOOP_CONFIGURE, &config) != 0) fail(path.c_str());
    std::puts(path.c_str());
}
