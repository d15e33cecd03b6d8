// SPDX-License-Identifier: GPL-3.0-or-later
// A user's file system with one file, "file", which can be opened, but no read of it is ever answered.

#pragma once

#include <fcntl.h>
#include <linux/fuse.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <string>
#include <thread>

namespace cloop::test {

/// Runs `work` in a thread that has another user and group; the rest of the process keeps its own. Pre: root.
template <class Work> void as_user(unsigned user, Work work) {
    std::thread([&] {
        // By the C library these would hold for all threads.
        if (::syscall(SYS_setresgid, user, user, user) == 0 && ::syscall(SYS_setresuid, user, user, user) == 0) work();
    }).join();
}

class HangingFuse {
public:
    enum class Reads : std::uint32_t {
        killable = FUSE_ASYNC_READ,  ///< who reads can be killed
        unkillable = 0
    };

    /// As mounted by `user` with fusermount: root may not enter it.
    explicit HangingFuse(unsigned user, Reads reads = Reads::killable) : reads_(reads), device_(::open("/dev/fuse", O_RDWR | O_CLOEXEC)) {
        const int context = ::fsopen("fuse", FSOPEN_CLOEXEC);
        const std::string number = std::to_string(user);
        ::fsconfig(context, FSCONFIG_SET_STRING, "fd", std::to_string(device_).c_str(), 0);
        ::fsconfig(context, FSCONFIG_SET_STRING, "rootmode", "40000", 0);
        ::fsconfig(context, FSCONFIG_SET_STRING, "user_id", number.c_str(), 0);
        ::fsconfig(context, FSCONFIG_SET_STRING, "group_id", number.c_str(), 0);
        ::fsconfig(context, FSCONFIG_CMD_CREATE, nullptr, nullptr, 0);
        const int mount = ::fsmount(context, FSMOUNT_CLOEXEC, MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV);
        ::close(context);
        open_file(mount, user);
        ::close(mount);
    }
    /// On a mount that someone else has made. Takes `device`.
    HangingFuse(int device, int mount, unsigned user) : device_(device) { open_file(mount, user); }
    /// Reads that wait fail.
    ~HangingFuse() {
        ::close(file_);
        has_ended_ = true;
        server_.join();
    }
    HangingFuse(const HangingFuse &) = delete;
    HangingFuse &operator=(const HangingFuse &) = delete;

    int file() const { return file_; }  ///< −1: could not be opened

private:
    void open_file(int mount, unsigned user) {
        server_ = std::thread([this] { serve(); });
        as_user(user, [&] { file_ = ::openat(mount, "file", O_RDONLY | O_CLOEXEC); });
    }

    template <class Answer> void answer(std::uint64_t request, const Answer &value, int error = 0) {
        char bytes[sizeof(fuse_out_header) + sizeof value];
        const std::uint32_t size = error == 0 ? sizeof bytes : sizeof(fuse_out_header);
        const fuse_out_header head{size, error, request};
        std::memcpy(bytes, &head, sizeof head);
        std::memcpy(bytes + sizeof head, &value, sizeof value);
        (void)!::write(device_, bytes, size);
    }

    static fuse_attr attributes(std::uint64_t node) {
        return {.ino = node, .size = 1 << 20, .mode = node == FUSE_ROOT_ID ? S_IFDIR | 0755U : S_IFREG | 0644U, .nlink = 1};
    }

    void serve() {
        alignas(8) static thread_local char buffer[1 << 17];
        ::fcntl(device_, F_SETFL, O_NONBLOCK);
        while (!has_ended_) {
            const ssize_t size = ::read(device_, buffer, sizeof buffer);
            if (size < 0 && errno != EAGAIN) break;
            if (size < 0) ::usleep(1000);
            else handle(*reinterpret_cast<const fuse_in_header *>(buffer));
        }
        ::close(device_);
    }

    void handle(const fuse_in_header &request) {
        constexpr std::uint64_t a_day = 1U << 30, file_node = 2;
        switch (request.opcode) {
        case FUSE_INIT:
            return answer(request.unique,
                          fuse_init_out{.major = 7, .minor = 31, .max_readahead = 1 << 17, .flags = std::uint32_t(reads_), .max_write = 4096});
        case FUSE_LOOKUP:
            return answer(request.unique,
                          fuse_entry_out{.nodeid = file_node, .entry_valid = a_day, .attr_valid = a_day, .attr = attributes(file_node)});
        case FUSE_GETATTR: return answer(request.unique, fuse_attr_out{.attr_valid = a_day, .attr = attributes(request.nodeid)});
        case FUSE_OPEN: return answer(request.unique, fuse_open_out{});
        case FUSE_READ:
        case FUSE_FORGET: return;
        default: return answer(request.unique, 0, -ENOSYS);
        }
    }

    Reads reads_ = Reads::killable;
    int device_ = -1, file_ = -1;
    std::atomic<bool> has_ended_ = false;
    std::thread server_;
};

} // namespace cloop::test
