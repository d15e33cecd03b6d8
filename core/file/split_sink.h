// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts an image into parts, NAME.000, NAME.001, …, for file systems with a file size limit.

#pragma once

#include "file/new_file.h"

#include <vector>

namespace cloop {

/// commit() gives the parts their names, .000 last, so that a set with a .000 is complete.
class SplitSink final : public FileSink {
public:
    /// `limit`: bytes; parts are shorter by at least 1 byte, in multiples of 2048, so that 4 GiB fits FAT32.
    /// Pre: limit > 2048. Errors: already_exists, if any such part exists and `replace` is no; those of NewFile.
    static Result<SplitSink> create(const std::string &path, std::uint64_t limit, NewFile::Replace replace, unsigned mode,
                                    const std::stop_token &stop = {});

    Status write(std::span<const std::byte> bytes) override;
    Status write_zeros(std::uint64_t count) override;
    Status patch(std::uint64_t offset, std::span<const std::byte> bytes) override;
    Result<SourcePtr> read_back() override;
    Status commit() override;
    void withdraw() override;

private:
    SplitSink(HeldFolder folder, const std::string &path, std::uint64_t part_size, NewFile::Replace replace, unsigned mode, std::stop_token stop)
        : folder_(std::move(folder)), path_(path), part_size_(part_size), replace_(replace), mode_(mode), stop_(std::move(stop)) {}

    Status next_part();

    HeldFolder folder_;
    std::string path_;
    std::uint64_t part_size_;
    NewFile::Replace replace_;
    unsigned mode_;
    std::stop_token stop_;
    std::vector<NewFile> parts_;
};

} // namespace cloop
