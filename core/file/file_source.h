// SPDX-License-Identifier: GPL-3.0-or-later
// A file or a block device as a ByteSource.

#pragma once

#include "base/byte_source.h"
#include "base/unique_fd.h"

#include <sys/stat.h>

namespace cloop {

class FileSource final : public ByteSource {
public:
    /// Opens for reading. Errors: not_found, no_permission, is_a_directory, unsupported_source (a socket, a pipe).
    static Result<std::shared_ptr<const FileSource>> open(const std::string &path);

    /// The same for a descriptor, whose ownership it takes.
    static Result<std::shared_ptr<const FileSource>> adopt(UniqueFd fd, std::string name);

    std::uint64_t size() const override { return size_; }
    const std::string &name() const override { return name_; }
    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> out) const override;
    std::uint64_t next_data(std::uint64_t offset) const override;
    Status check_unchanged() const override;

    bool is_device() const { return S_ISBLK(at_open_.st_mode); }
    const struct stat &status() const { return at_open_; }
    int fd() const { return fd_.get(); }

private:
    FileSource() = default;

    UniqueFd fd_;
    std::string name_;
    std::uint64_t size_ = 0;
    struct stat at_open_ {};
};

} // namespace cloop
