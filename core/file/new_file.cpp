// SPDX-License-Identifier: GPL-3.0-or-later
#include "file/new_file.h"

#include "file/file_identity.h"
#include "file/file_io.h"
#include "file/file_source.h"
#include "file/sync.h"

#include <fcntl.h>
#include <sys/stat.h>

namespace cloop {

Result<NewFile> NewFile::create(const std::string &path, Replace replace, unsigned mode, const std::stop_token &stop) {
    CLOOP_LET(folder, hold_folder(folder_of(path)));
    return create_in(std::move(folder), path, replace, mode, stop);
}

Result<NewFile> NewFile::create_in(HeldFolder folder, const std::string &path, Replace replace, unsigned mode, const std::stop_token &stop) {
    const std::string name = name_of(path);
    if (name.empty()) return fail(ErrorCode::is_a_directory, path);
    struct stat there {};
    if (::fstatat(folder->get(), name.c_str(), &there, AT_SYMLINK_NOFOLLOW) == 0) {
        if (S_ISDIR(there.st_mode)) return fail(ErrorCode::is_a_directory, path);
        if (replace == Replace::no) return fail(ErrorCode::already_exists, path);
    }
    auto entry = PendingEntry::file(folder->get(), mode);
    if (!entry) return std::unexpected(std::move(entry).error().at(entry.error().code == ErrorCode::no_permission ? folder_of(path) : path));
    return NewFile(path, replace, std::move(folder), std::move(*entry), stop);
}

Status NewFile::write(std::span<const std::byte> bytes) {
    CLOOP_TRY(writer_.write(size_, bytes, path_));
    size_ += bytes.size();
    return {};
}

Status NewFile::write_zeros(std::uint64_t count) {
    size_ += count;
    return {};
}

Status NewFile::patch(std::uint64_t offset, std::span<const std::byte> bytes) {
    CLOOP_TRY(flush());
    return pwrite_fully(fd(), offset, bytes, path_);
}

Status NewFile::sync() {
    if (is_synced_) return {};
    CLOOP_TRY(flush());
    struct stat now {};
    if (::fstat(fd(), &now) != 0) return fail_errno(ErrorCode::write_failed, path_);
    // A hole at the end is only counted in size_ so far.
    if (static_cast<std::uint64_t>(now.st_size) != size_ && ::ftruncate(fd(), static_cast<off_t>(size_)) != 0)
        return fail_errno(ErrorCode::write_failed, path_);
    CLOOP_TRY(sync_to_disc(fd(), stop_, path_));
    is_synced_ = true;
    return {};
}

Result<SourcePtr> NewFile::read_back() {
    CLOOP_TRY(sync());
    UniqueFd again(::fcntl(fd(), F_DUPFD_CLOEXEC, 0));
    if (!again) return fail_errno(ErrorCode::read_failed, path_);
    (void)::posix_fadvise(again.get(), 0, 0, POSIX_FADV_DONTNEED);
    (void)::posix_fadvise(again.get(), 0, 0, POSIX_FADV_SEQUENTIAL);
    return FileSource::adopt(std::move(again), path_);
}

Status NewFile::commit() {
    CLOOP_TRY(sync());
    if (auto named = entry_.give_name(name_of(path_), replace_); !named) return std::unexpected(std::move(named).error().at(path_));
    // Sync the folder so that the name lasts; ignore errors, because some file systems can't sync folders, and a stop, which comes too late.
    (void)sync_to_disc(folder_->get(), stop_, path_);
    return {};
}

void NewFile::withdraw() {
    struct stat there {};
    const std::string name = name_of(path_);
    if (::fstatat(folder_->get(), name.c_str(), &there, AT_SYMLINK_NOFOLLOW) == 0 && identity_of(there) == identity_of(fd()))
        ::unlinkat(folder_->get(), name.c_str(), 0);
}

} // namespace cloop
