// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of one file, for the ISO that is made of it.

#pragma once

#include "base/error.h"

#include <cstddef>
#include <span>
#include <vector>

namespace cloop {

/// The bytes of one file. Read once, from beginning to end, in libisofs's thread; never two files at a time.
class FileContent {
public:
    virtual ~FileContent() = default;
    virtual Status open() = 0;
    /// Fills `out` whole unless the file ends. What can't be read is zeros, and reported in `losses`; so is source_grew, which loses nothing.
    /// Error: nothing more can be had.
    virtual Result<std::size_t> read(std::span<std::byte> out, std::vector<Error> &losses) = 0;
    virtual void close() = 0;
};

/// Reads ahead in large pieces: libisofs asks for one sector at a time.
class BufferedContent : public FileContent {
public:
    Status open() final;
    Result<std::size_t> read(std::span<std::byte> out, std::vector<Error> &losses) final;

private:
    virtual Status begin() = 0;
    /// Up to out.size() bytes; 0 at the end. Otherwise as read().
    virtual Result<std::size_t> fill(std::span<std::byte> out, std::vector<Error> &losses) = 0;

    std::size_t begin_ = 0;
    std::size_t end_ = 0;
};

} // namespace cloop
