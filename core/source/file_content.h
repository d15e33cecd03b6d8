// SPDX-License-Identifier: GPL-3.0-or-later
// The contents of one file for the ISO.

#pragma once

#include "base/error.h"

#include <cstddef>
#include <span>
#include <vector>

namespace cloop {

/// Read once, from beginning to end, in libisofs's thread; never two files at a time.
class FileContent {
public:
    virtual ~FileContent() = default;
    virtual Status open() = 0;
    /// Fills all of `out` unless the file ends. Unreadable parts are zeros and reported in `losses`; so is source_grew, which loses nothing. Error:
    /// the rest can't be read.
    virtual Result<std::size_t> read(std::span<std::byte> out, std::vector<Error> &losses) = 0;
    virtual void close() = 0;
};

/// Reads ahead in large pieces, because libisofs reads one sector at a time.
class BufferedContent : public FileContent {
public:
    Status open() final;
    Result<std::size_t> read(std::span<std::byte> out, std::vector<Error> &losses) final;

private:
    virtual Status begin() = 0;
    /// Reads up to out.size() bytes; 0 at the end. Otherwise as read().
    virtual Result<std::size_t> fill(std::span<std::byte> out, std::vector<Error> &losses) = 0;

    std::size_t begin_ = 0;
    std::size_t end_ = 0;
};

} // namespace cloop
