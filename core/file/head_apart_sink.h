// SPDX-License-Identifier: GPL-3.0-or-later
// Writes head and index to one file, the blocks to another: `cat HEAD BODY` is the image. As create_compressed_fs -S.

#pragma once

#include "file/new_file.h"

#include <memory>

namespace cloop {

/// For images whose head comes first. commit() names the head last; if that fails, it removes the name of the blocks.
class HeadApartSink final : public FileSink {
public:
    HeadApartSink(NewFile head, std::unique_ptr<ByteSink> body) : head_(std::move(head)), body_(std::move(body)) {}

    /// Null if the blocks go into a pipe, which can't be patched.
    FileSink *as_file() override { return body_->as_file() ? this : nullptr; }

    Status write(std::span<const std::byte> bytes) override;
    Status write_zeros(std::uint64_t count) override;
    Status patch(std::uint64_t offset, std::span<const std::byte> bytes) override;
    Result<SourcePtr> read_back() override;
    Status commit() override;
    void withdraw() override;

private:
    NewFile head_;
    std::unique_ptr<ByteSink> body_;
    std::uint64_t boundary_ = 0;  ///< offset of the blocks; 0: nothing written yet
};

} // namespace cloop
