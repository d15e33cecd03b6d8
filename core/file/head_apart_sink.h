// SPDX-License-Identifier: GPL-3.0-or-later
// Head and index in one file, the blocks in another: `cat HEAD BODY` is the image. What create_compressed_fs -S makes.

#pragma once

#include "file/new_file.h"

#include <memory>

namespace cloop {

/// For images whose head comes first. The head gets its name last, at commit(); where it can't, the blocks lose theirs.
class HeadApartSink final : public FileSink {
public:
    HeadApartSink(NewFile head, std::unique_ptr<ByteSink> body) : head_(std::move(head)), body_(std::move(body)) {}

    /// None where the blocks go into a pipe: what is written there can't be patched.
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
    std::uint64_t boundary_ = 0;  ///< where the blocks begin; 0: nothing was written yet
};

} // namespace cloop
