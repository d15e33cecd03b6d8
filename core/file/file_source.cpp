// SPDX-License-Identifier: GPL-3.0-or-later
#include "file/file_source.h"

#include "file/file_io.h"

#include <fcntl.h>

#include <algorithm>

namespace cloop {

Result<std::shared_ptr<const FileSource>> FileSource::open(const std::string &path) {
    // O_NONBLOCK: a named pipe without a writer or a drive without a disc must not block open().
    UniqueFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!fd) return fail_errno(ErrorCode::read_failed, path);
    return adopt(std::move(fd), path);
}

Result<std::shared_ptr<const FileSource>> FileSource::adopt(UniqueFd fd, std::string name) {
    std::shared_ptr<FileSource> source(new FileSource);
    source->fd_ = std::move(fd);
    source->name_ = std::move(name);
    if (::fstat(source->fd_.get(), &source->at_open_) != 0) return fail_errno(ErrorCode::read_failed, source->name_);
    const mode_t mode = source->at_open_.st_mode;
    if (S_ISDIR(mode)) return fail(ErrorCode::is_a_directory, source->name_);
    if (!S_ISREG(mode) && !S_ISBLK(mode)) return fail(ErrorCode::unsupported_source, source->name_);
    // Seek to the end for the size, because st_size is 0 for devices.
    const off_t end = ::lseek(source->fd_.get(), 0, SEEK_END);
    if (end < 0) return fail_errno(ErrorCode::read_failed, source->name_);
    source->size_ = static_cast<std::uint64_t>(end);
    return source;
}

Result<std::size_t> FileSource::read_at(std::uint64_t offset, std::span<std::byte> out) const {
    if (offset >= size_) return 0;
    return pread_fully(fd_.get(), offset, out.first(static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), size_ - offset))), name_);
}

std::uint64_t FileSource::next_data(std::uint64_t offset) const {
    if (is_device() || offset >= size_) return offset;
    const off_t data = ::lseek(fd_.get(), static_cast<off_t>(offset), SEEK_DATA);
    if (data >= 0) return static_cast<std::uint64_t>(data);
    return errno == ENXIO ? size_ : offset;
}

Status FileSource::check_unchanged() const {
    struct stat now {};
    if (::fstat(fd_.get(), &now) != 0) return fail_errno(ErrorCode::read_failed, name_);
    if (!is_device() && (now.st_size != at_open_.st_size || now.st_mtim.tv_sec != at_open_.st_mtim.tv_sec ||
                         now.st_mtim.tv_nsec != at_open_.st_mtim.tv_nsec))
        return fail(ErrorCode::source_changed, name_);
    return {};
}

} // namespace cloop
