// SPDX-License-Identifier: GPL-3.0-or-later
#include "file/sync.h"

#include "base/unique_fd.h"

#include <fcntl.h>
#include <unistd.h>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>

namespace cloop {

namespace {

/// Shared by the syncing thread and the waiting one; the last to finish frees it.
struct Syncing {
    UniqueFd fd;
    std::mutex mutex;
    std::condition_variable_any condition;
    std::optional<int> error;  ///< errno, or 0; none before it is done
};

Status outcome_of(int error, std::string_view name) {
    if (error == 0) return {};
    errno = error;
    return fail_errno(ErrorCode::write_failed, std::string(name));
}

} // namespace

Status sync_to_disc(int fd, const std::stop_token &stop, std::string_view name) {
    if (!stop.stop_possible()) return outcome_of(::fsync(fd) == 0 ? 0 : errno, name);
    auto syncing = std::make_shared<Syncing>();
    syncing->fd = UniqueFd(::fcntl(fd, F_DUPFD_CLOEXEC, 0));
    if (!syncing->fd) return outcome_of(errno, name);
    try {
        std::thread([syncing] {
            const int error = ::fsync(syncing->fd.get()) == 0 ? 0 : errno;
            const std::lock_guard lock(syncing->mutex);
            syncing->error = error;
            syncing->condition.notify_one();
        }).detach();
    } catch (const std::system_error &error) {
        return std::unexpected(Error{.code = ErrorCode::system, .sys = error.code().value()});
    }
    std::unique_lock lock(syncing->mutex);
    if (!syncing->condition.wait(lock, stop, [&] { return syncing->error.has_value(); })) return fail(ErrorCode::cancelled);
    return outcome_of(*syncing->error, name);
}

} // namespace cloop
