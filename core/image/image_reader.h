// SPDX-License-Identifier: GPL-3.0-or-later
// Reads an image from one file (or split set): its blocks, and its content at any offset, from any thread.

#pragma once

#include "image/block_finder.h"
#include "image/head_finder.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace cloop {

class BlockCache;

/// Threads: every member may be called from any thread.
class ImageReader final : public BlockReader {
public:
    struct Options {
        std::size_t cache_bytes = 16u << 20;  ///< raw blocks kept for read_at(); at least two
        unsigned threads = 1;                 ///< that decode sequential reads, including the caller's
        std::chrono::milliseconds failure_memory{5000};  ///< read_at() does not retry a failed block if asked again within this time
        /// Called for each correction of the head while opening, in the caller's thread.
        std::function<void(const ByteSource &file, const HeadCorrection &correction)> on_correction{};
        /// Called once, in the reading thread, when a block is found whose index entries are damaged.
        std::function<void(const ByteSource &file)> on_misplaced{};
    };

    /// Errors: those of find_head().
    static Result<std::shared_ptr<const ImageReader>> open(SourcePtr file, const Options &options, const std::stop_token &stop = {});
    static Result<std::shared_ptr<const ImageReader>> open(SourcePtr file) { return open(std::move(file), Options()); }
    ~ImageReader() override;

    const Head &head() const override { return found_.head; }
    const BlockIndex &index() const override { return found_.index; }
    std::uint64_t file_size() const override { return found_.file_size; }
    /// The corrected fields of a damaged head.
    const std::vector<HeadCorrection> &corrections() const { return found_.corrections; }
    const ByteSource &file() const { return *file_; }

    Result<std::span<const std::byte>> read_stored(std::size_t block, BlockMemory &memory) const override;
    /// If the block's index entries are damaged, searches for it by the blocks before it.
    Result<RawBlock> read_block(std::size_t block, std::span<std::byte> raw, BlockScratch &scratch) const override;

    const std::string &name() const override { return file_->name(); }
    /// Cached. Errors: those of read_block(), for the first block that fails.
    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> out) const override;
    std::uint64_t stored_size() const override { return std::min(file_size(), file().stored_size()); }
    Status check_unchanged() const override { return file_->check_unchanged(); }

private:
    ImageReader(SourcePtr file, FoundHead found, const Options &options);

    struct Indexed {
        RawBlock block;
        bool fills_its_place = true;
    };
    Error entry_damaged(std::size_t block) const;
    Result<Indexed> read_as_indexed(std::size_t block, std::span<std::byte> raw, BlockScratch &scratch) const;

    SourcePtr file_;
    FoundHead found_;
    mutable BlockFinder finder_;
    std::function<void(const ByteSource &)> on_misplaced_;
    mutable std::atomic<bool> has_misplaced_ = false;
    std::unique_ptr<BlockCache> cache_;
};

} // namespace cloop
