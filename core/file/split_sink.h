// SPDX-License-Identifier: GPL-3.0-or-later
// An image cut into parts, NAME.000, NAME.001, …: for file systems that take no large files.

#pragma once

#include "file/new_file.h"

#include <vector>

namespace cloop {

/// Nothing has its name before commit(), which gives .000 its own last: a set with a .000 is whole.
class SplitSink final : public FileSink {
public:
    /// `limit`: a part is shorter than that, by 1 byte at least and to a multiple of 2048, so that 4 GiB fits FAT32.
    /// Pre: limit > 2048. Errors: already_exists, where any part of that name is there and `replace` is no; as NewFile.
    static Result<SplitSink> create(const std::string &path, std::uint64_t limit, NewFile::Replace replace, unsigned mode);

    Status write(std::span<const std::byte> bytes) override;
    Status write_zeros(std::uint64_t count) override;
    Status patch(std::uint64_t offset, std::span<const std::byte> bytes) override;
    Result<SourcePtr> read_back() override;
    Status commit() override;
    void withdraw() override;

private:
    SplitSink(HeldFolder folder, const std::string &path, std::uint64_t part_size, NewFile::Replace replace, unsigned mode)
        : folder_(std::move(folder)), path_(path), part_size_(part_size), replace_(replace), mode_(mode) {}

    Status next_part();

    HeldFolder folder_;
    std::string path_;
    std::uint64_t part_size_;
    NewFile::Replace replace_;
    unsigned mode_;
    std::vector<NewFile> parts_;
};

} // namespace cloop
