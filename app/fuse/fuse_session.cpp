// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuse_session.h"

#include "waiting_reads.h"

#include "filesystem/filesystem.h"

#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstring>
#include <exception>
#include <filesystem>
#include <thread>
#include <vector>

namespace cloop::fuse {

namespace {

constexpr double for_ever = 1e9;  // seconds; the tree never changes

/// Reads that the kernel sends ahead of or for its page cache: nearly all.
unsigned reads_at_once() { return std::max(1u, std::thread::hardware_concurrency()) + 2; }

/// Threads for all else, so that names and attributes are answered while a slow drive reads.
constexpr unsigned spare_threads = 2;

/// What serves requests.
struct Service {
    std::unique_ptr<ServedTree> tree;
    std::unique_ptr<WaitingReads> waiting;
};

Service &service_of(fuse_req_t request) { return *static_cast<Service *>(fuse_req_userdata(request)); }

/// Runs `work`, which replies and returns 0 or returns an errno. No exception passes libfuse.
template <class Work> void answer(fuse_req_t request, Work work) {
    int error = 0;
    try {
        error = work(*service_of(request).tree);
    } catch (const std::exception &) {
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
    constexpr unsigned wanted = FUSE_CAP_ASYNC_READ | FUSE_CAP_PARALLEL_DIROPS | FUSE_CAP_CACHE_SYMLINKS | FUSE_CAP_READDIRPLUS;
    connection->want |= connection->capable & wanted;
    // Attributes cost nothing here, and spare a lookup each. A reader in an asynchronous direct read could not be killed while the image is away.
    connection->want &= ~unsigned{FUSE_CAP_READDIRPLUS_AUTO | FUSE_CAP_ASYNC_DIO};
    connection->max_background = reads_at_once();
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

/// ENOSYS makes the kernel stop asking, and keep what it has read of files and directories.
void open(fuse_req_t request, fuse_ino_t, fuse_file_info *) { fuse_reply_err(request, ENOSYS); }

/// False, without a reply, if the image is out of reach for the moment.
bool try_read(const Read &read) {
    bool is_away = false;
    answer(read.request, [&](const ServedTree &tree) {
        if (!tree.has(read.node)) return ESTALE;
        const SourcePtr file = tree.open(read.node);
        if (!file) return EISDIR;
        thread_local std::vector<std::byte> buffer;
        if (buffer.size() < read.size) buffer.resize(read.size);
        const auto got = file->read_at(static_cast<std::uint64_t>(read.offset), std::span(buffer).first(read.size));
        is_away = !got && got.error().code == ErrorCode::image_away;
        if (is_away) return 0;
        if (!got) return got.error().code == ErrorCode::out_of_memory ? ENOMEM : EIO;
        fuse_reply_buf(read.request, reinterpret_cast<const char *>(buffer.data()), *got);
        return 0;
    });
    return !is_away;
}

void read(fuse_req_t request, fuse_ino_t node, size_t size, off_t offset, fuse_file_info *) {
    const Read read{request, node, size, offset};
    if (try_read(read)) return;
    answer(request, [&](const ServedTree &) {
        service_of(request).waiting->add(read);
        return 0;
    });
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

constexpr fuse_lowlevel_ops operations = [] {
    fuse_lowlevel_ops ops{};
    ops.init = init;
    ops.lookup = lookup;
    ops.getattr = getattr;
    ops.readlink = readlink;
    ops.open = ops.opendir = open;
    ops.read = read;
    ops.readdir = readdir;
    ops.readdirplus = readdirplus;
    ops.statfs = statfs;
    ops.forget = forget;
    ops.forget_multi = forget_many;
    return ops;
}();

sigset_t known_signals() {
    sigset_t set;
    sigemptyset(&set);
    for (const int signal : {SIGHUP, SIGCONT, SIGTERM, SIGINT}) sigaddset(&set, signal);
    return set;
}

/// Waits for the known signals in a thread of its own, because libfuse's threads block them.
class Signals {
public:
    /// All threads that are started later block them too.
    static void block() {
        const sigset_t set = known_signals();
        pthread_sigmask(SIG_BLOCK, &set, nullptr);
        // Wakes the main thread out of libfuse's loop.
        struct sigaction wake {};
        wake.sa_handler = [](int) {};
        sigaction(SIGUSR1, &wake, nullptr);
        std::signal(SIGPIPE, SIG_IGN);
    }

    Signals(fuse_session *session, const Session::Options &options)
        : thread_([session, &options, main = pthread_self()](const std::stop_token &stop) {
              const sigset_t set = known_signals();
              for (int signal = 0; sigwait(&set, &signal) == 0 && !stop.stop_requested();) {
                  if (signal == SIGHUP) tell(options.on_hangup);
                  if (signal == SIGCONT) tell(options.on_continue);
                  if (signal != SIGTERM && signal != SIGINT) continue;
                  fuse_session_exit(session);
                  // Again and again, because the main thread may be just about to sleep.
                  for (; !stop.stop_requested(); std::this_thread::sleep_for(std::chrono::milliseconds(20))) pthread_kill(main, SIGUSR1);
                  return;
              }
          }) {}
    ~Signals() {
        thread_.request_stop();
        pthread_kill(thread_.native_handle(), SIGTERM);
    }

private:
    static void tell(const std::function<void()> &listener) try {
        if (listener) listener();
    } catch (const std::exception &) {
        // Without memory all stays as it is.
    }

    std::jthread thread_;
};

/// A mount hides what lies in the folder, which may be the image itself.
Status check_folder(const std::string &path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return fail_errno(ErrorCode::system, path);
    if (!S_ISDIR(status.st_mode)) return fail(ErrorCode::not_a_directory, path);
    std::error_code unreadable;
    const std::filesystem::directory_iterator first(path, unreadable);
    if (!unreadable && first != std::filesystem::directory_iterator()) return fail(ErrorCode::folder_not_empty, path);
    return {};
}

}  // namespace

struct Session::Impl {
    std::function<std::unique_ptr<ServedTree>()> make_tree;
    Service service;
    Options options;
    fuse_session *session = nullptr;
    bool is_mounted = false;

    ~Impl() {
        if (!session) return;
        if (is_mounted) fuse_session_unmount(session);
        fuse_session_destroy(session);
    }
};

Session::~Session() = default;

Result<std::unique_ptr<Session>> Session::mount(std::function<std::unique_ptr<ServedTree>()> make_tree, const std::string &mountpoint,
                                                const Options &options) {
    if (!mountpoint.starts_with("/dev/fd/")) {
        if (::access("/dev/fuse", R_OK | W_OK) != 0) return fail(ErrorCode::fuse_missing, {}, "/dev/fuse");
        CLOOP_TRY(check_folder(mountpoint));
    }
    auto impl = std::make_unique<Impl>();
    impl->make_tree = std::move(make_tree);
    impl->options = options;

    // A comma or backslash in a name would end libfuse's option.
    std::string source;
    for (const char c : options.source) source += std::strchr(",\\", c) ? std::string{'\\', c} : std::string{c};
    std::string mount_options = "ro,nosuid,nodev,subtype=cloop,fsname=" + source;
    if (!options.mount_options.empty()) mount_options += "," + options.mount_options;
    // Others may do what the modes permit; the user who has the image may read all of it.
    if (options.mount_options.contains("allow_other")) mount_options += ",default_permissions";
    fuse_args arguments{};
    for (const char *word : {"cloop-fuse", "-o", mount_options.c_str()}) fuse_opt_add_arg(&arguments, word);
    impl->session = fuse_session_new(&arguments, &operations, sizeof operations, &impl->service);
    fuse_opt_free_args(&arguments);
    if (!impl->session) return fail(ErrorCode::system, mountpoint);
    Signals::block();
    errno = 0;
    if (fuse_session_mount(impl->session, mountpoint.c_str()) != 0) return fail_errno(ErrorCode::system, mountpoint);
    impl->is_mounted = true;

    std::unique_ptr<Session> session(new Session);
    session->impl_ = std::move(impl);
    return session;
}

Status Session::serve(bool foreground) {
    if (fuse_daemonize(foreground ? 1 : 0) != 0) return fail_errno(ErrorCode::system, "fork");
    impl_->service = {impl_->make_tree(), std::make_unique<WaitingReads>(try_read)};
    const Signals signals(impl_->session, impl_->options);

    fuse_loop_config *config = fuse_loop_cfg_create();
    if (!config) return fail(ErrorCode::out_of_memory);
    fuse_loop_cfg_set_clone_fd(config, 1);
    fuse_loop_cfg_set_max_threads(config, reads_at_once() + spare_threads);
    const int result = fuse_session_loop_mt(impl_->session, config);
    fuse_loop_cfg_destroy(config);
    impl_->service.waiting.reset();
    if (result < 0) {
        errno = -result;
        return fail_errno(ErrorCode::system, "/dev/fuse");
    }
    return {};
}

}  // namespace cloop::fuse
