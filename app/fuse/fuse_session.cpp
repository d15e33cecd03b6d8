// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuse_session.h"

#include "filesystem/filesystem.h"

#define FUSE_USE_VERSION 312
#include <fuse_lowlevel.h>

#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstring>
#include <new>
#include <thread>
#include <vector>

namespace cloop::fuse {

namespace {

constexpr double for_ever = 1e9;  // seconds; the tree never changes

thread_local fuse_req_t current_request = nullptr;
std::atomic<fuse_session *> current_session = nullptr;

const ServedTree &tree_of(fuse_req_t request) { return **static_cast<std::unique_ptr<ServedTree> *>(fuse_req_userdata(request)); }

/// The errno for a failed read. Anything that is not about memory or a reader that gave up is damage.
int errno_of(const Error &error) {
    switch (error.code) {
    case ErrorCode::out_of_memory: return ENOMEM;
    case ErrorCode::cancelled: return EINTR;
    default: return EIO;
    }
}

/// Runs `work`, which replies and returns 0 or returns an errno. No exception passes libfuse.
template <class Work> void answer(fuse_req_t request, Work work) {
    int error = 0;
    try {
        error = work(tree_of(request));
    } catch (const std::bad_alloc &) {
        error = ENOMEM;
    }
    if (error != 0) fuse_reply_err(request, error);
}

fuse_entry_param entry_of(const ServedTree &tree, ServedTree::Node node) {
    fuse_entry_param entry{};
    entry.ino = node;
    entry.attr = tree.status(node);
    entry.attr_timeout = entry.entry_timeout = for_ever;
    return entry;
}

void init(void *, fuse_conn_info *connection) {
    constexpr unsigned wanted = FUSE_CAP_ASYNC_READ | FUSE_CAP_ASYNC_DIO | FUSE_CAP_PARALLEL_DIROPS | FUSE_CAP_CACHE_SYMLINKS | FUSE_CAP_READDIRPLUS |
                                FUSE_CAP_NO_OPEN_SUPPORT | FUSE_CAP_NO_OPENDIR_SUPPORT | FUSE_CAP_EXPORT_SUPPORT;
    connection->want |= connection->capable & wanted;
    connection->want &= ~unsigned{FUSE_CAP_READDIRPLUS_AUTO};  // the attributes cost nothing here, and spare a lookup each
}

void lookup(fuse_req_t request, fuse_ino_t parent, const char *name) {
    answer(request, [&](const ServedTree &tree) {
        if (!tree.has(parent)) return ESTALE;
        const auto found = tree.lookup(parent, name);
        // Node 0: the kernel remembers that there is no such name.
        const fuse_entry_param none{.ino = 0, .generation = 0, .attr = {}, .attr_timeout = 0, .entry_timeout = for_ever};
        const fuse_entry_param entry = found ? entry_of(tree, *found) : none;
        fuse_reply_entry(request, &entry);
        return 0;
    });
}

void getattr(fuse_req_t request, fuse_ino_t node, fuse_file_info *) {
    answer(request, [&](const ServedTree &tree) {
        if (!tree.has(node)) return ESTALE;
        const struct stat status = tree.status(node);
        fuse_reply_attr(request, &status, for_ever);
        return 0;
    });
}

void readlink(fuse_req_t request, fuse_ino_t node) {
    answer(request, [&](const ServedTree &tree) {
        if (!tree.has(node)) return ESTALE;
        fuse_reply_readlink(request, std::string(tree.link_target(node)).c_str());
        return 0;
    });
}

void read(fuse_req_t request, fuse_ino_t node, size_t size, off_t offset, fuse_file_info *) {
    current_request = request;
    answer(request, [&](const ServedTree &tree) {
        if (!tree.has(node)) return ESTALE;
        const SourcePtr file = tree.open(node);
        if (!file) return EISDIR;
        thread_local std::vector<std::byte> buffer;
        if (buffer.size() < size) buffer.resize(size);
        const auto read = file->read_at(static_cast<std::uint64_t>(offset), std::span(buffer).first(size));
        if (!read) return errno_of(read.error());
        fuse_reply_buf(request, reinterpret_cast<const char *>(buffer.data()), *read);
        return 0;
    });
    current_request = nullptr;
}

/// Offsets: 0 and 1 are "." and "..", then the entries in order; each reply names the offset of the next entry.
void list(fuse_req_t request, fuse_ino_t node, size_t size, off_t offset, bool with_status) {
    answer(request, [&](const ServedTree &tree) {
        if (!tree.has(node)) return ESTALE;
        std::vector<char> buffer(size);
        std::size_t used = 0;
        const auto add = [&](const std::string &name, const fuse_entry_param &entry, off_t next) {
            const std::span<char> room = std::span(buffer).subspan(used);
            const std::size_t needed = with_status ? fuse_add_direntry_plus(request, room.data(), room.size(), name.c_str(), &entry, next)
                                                   : fuse_add_direntry(request, room.data(), room.size(), name.c_str(), &entry.attr, next);
            if (needed <= room.size()) used += needed;
            return needed <= room.size();
        };
        constexpr off_t dots = 2;
        for (off_t at = offset;; ++at) {
            if (at < dots) {
                // Without a node number: the kernel knows both.
                fuse_entry_param dot{};
                dot.attr = tree.status(node);
                if (!add(at == 0 ? "." : "..", dot, at + 1)) break;
                continue;
            }
            const auto entry = tree.entry(node, static_cast<std::size_t>(at - dots));
            if (!entry) break;
            if (is_safe_name(entry->name) && !add(std::string(entry->name), entry_of(tree, entry->node), at + 1)) break;
        }
        fuse_reply_buf(request, buffer.data(), used);
        return 0;
    });
}

void readdir(fuse_req_t request, fuse_ino_t node, size_t size, off_t offset, fuse_file_info *) { list(request, node, size, offset, false); }
void readdirplus(fuse_req_t request, fuse_ino_t node, size_t size, off_t offset, fuse_file_info *) { list(request, node, size, offset, true); }

void statfs(fuse_req_t request, fuse_ino_t) {
    answer(request, [&](const ServedTree &tree) {
        struct statvfs status {};
        status.f_bsize = status.f_frsize = 2048;
        status.f_blocks = (tree.size() + 2047) / 2048;
        status.f_namemax = 255;
        fuse_reply_statfs(request, &status);
        return 0;
    });
}

/// The kernel counts them, but nodes are never freed.
void forget(fuse_req_t request, fuse_ino_t, std::uint64_t) { fuse_reply_none(request); }
void forget_many(fuse_req_t request, size_t, fuse_forget_data *) { fuse_reply_none(request); }

// No open and opendir: ENOSYS makes the kernel stop asking, and keep what it has read.
constexpr fuse_lowlevel_ops operations = [] {
    fuse_lowlevel_ops ops{};
    ops.init = init;
    ops.lookup = lookup;
    ops.getattr = getattr;
    ops.readlink = readlink;
    ops.read = read;
    ops.readdir = readdir;
    ops.readdirplus = readdirplus;
    ops.statfs = statfs;
    ops.forget = forget;
    ops.forget_multi = forget_many;
    return ops;
}();

/// Waits for the signals that the session knows, in a thread of its own, because libfuse's threads block them.
class Signals {
public:
    Signals() {
        sigemptyset(&set_);
        for (const int signal : {SIGHUP, SIGTERM, SIGINT}) sigaddset(&set_, signal);
        // All threads that are started later block them too.
        pthread_sigmask(SIG_BLOCK, &set_, nullptr);
        // Wakes the main thread out of libfuse's loop.
        struct sigaction wake {};
        wake.sa_handler = [](int) {};
        sigaction(SIGUSR1, &wake, nullptr);
        std::signal(SIGPIPE, SIG_IGN);
    }

    /// Starts the thread. `on_hangup` runs in it.
    void watch(fuse_session *session, std::function<void()> on_hangup) {
        thread_ = std::jthread([this, session, on_hangup = std::move(on_hangup), main = pthread_self()](const std::stop_token &stop) {
            const timespec pause{.tv_sec = 0, .tv_nsec = 200'000'000};
            while (!stop.stop_requested()) {
                const int signal = sigtimedwait(&set_, nullptr, &pause);
                if (signal == SIGHUP && on_hangup) on_hangup();
                if (signal != SIGTERM && signal != SIGINT && !fuse_session_exited(session)) continue;
                fuse_session_exit(session);
                pthread_kill(main, SIGUSR1);
            }
        });
    }

private:
    sigset_t set_;
    std::jthread thread_;
};

} // namespace

struct Session::Impl {
    std::function<std::unique_ptr<ServedTree>()> make_tree;
    std::unique_ptr<ServedTree> tree;
    std::function<void()> on_hangup;
    fuse_session *session = nullptr;
    bool is_mounted = false;

    ~Impl() {
        if (!session) return;
        current_session = nullptr;
        if (is_mounted) fuse_session_unmount(session);
        fuse_session_destroy(session);
    }
};

Session::~Session() = default;

Result<std::unique_ptr<Session>> Session::mount(std::function<std::unique_ptr<ServedTree>()> make_tree, const std::string &mountpoint,
                                                const Options &options) {
    if (::access("/dev/fuse", R_OK | W_OK) != 0 && !mountpoint.starts_with("/dev/fd/")) return fail(ErrorCode::fuse_missing, {}, "/dev/fuse");
    auto impl = std::make_unique<Impl>();
    impl->make_tree = std::move(make_tree);
    impl->on_hangup = options.on_hangup;

    // A comma or backslash in a name would end libfuse's option.
    std::string source;
    for (const char c : options.source) source += std::strchr(",\\", c) ? std::string{'\\', c} : std::string{c};
    std::string mount_options = "ro,nosuid,nodev,subtype=cloop,fsname=" + source;
    if (!options.mount_options.empty()) mount_options += "," + options.mount_options;
    fuse_args arguments{};
    for (const char *word : {"cloop-fuse", "-o", mount_options.c_str()}) fuse_opt_add_arg(&arguments, word);
    impl->session = fuse_session_new(&arguments, &operations, sizeof operations, &impl->tree);
    fuse_opt_free_args(&arguments);
    if (!impl->session) return fail(ErrorCode::system, mountpoint);
    errno = 0;
    if (fuse_session_mount(impl->session, mountpoint.c_str()) != 0) return fail_errno(ErrorCode::system, mountpoint);
    impl->is_mounted = true;

    std::unique_ptr<Session> session(new Session);
    session->impl_ = std::move(impl);
    return session;
}

Status Session::serve(bool foreground) {
    Signals signals;
    if (fuse_daemonize(foreground ? 1 : 0) != 0) return fail_errno(ErrorCode::system, "fork");
    impl_->tree = impl_->make_tree();
    current_session = impl_->session;
    signals.watch(impl_->session, impl_->on_hangup);

    fuse_loop_config *config = fuse_loop_cfg_create();
    if (!config) return fail(ErrorCode::out_of_memory);
    fuse_loop_cfg_set_clone_fd(config, 1);
    fuse_loop_cfg_set_max_threads(config, std::max(1u, std::thread::hardware_concurrency()) + 2);
    const int result = fuse_session_loop_mt(impl_->session, config);
    fuse_loop_cfg_destroy(config);
    if (result < 0) {
        errno = -result;
        return fail_errno(ErrorCode::system, "/dev/fuse");
    }
    return {};
}

bool Session::has_given_up() {
    fuse_session *session = current_session;
    return (session && fuse_session_exited(session)) || (current_request && fuse_req_interrupted(current_request));
}

} // namespace cloop::fuse
