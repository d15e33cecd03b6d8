// The content of an image: any offset, from any thread.

#pragma once

#include "base/byte_source.h"
#include "codec/codec.h"
#include "image/block_finder.h"
#include "image/head_finder.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace cloop {

class BlockCache;

/// Scratch memory for reading blocks. One for each thread.
struct BlockScratch {
    /// The last block that was all zeros: the next is often stored alike, and needs no decoding then.
    struct ZeroBlock {
        std::uint8_t codec = 0;
        std::vector<std::byte> stored;
        Check check = Check::absent;  ///< what decoding it gave: not every stream of a codec carries its check
    };

    BlockMemory memory;
    ZeroBlock zero;
};

/// A raw block, as far as it goes.
struct RawBlock {
    Check check = Check::absent;
    bool is_zero = false;
    bool is_misplaced = false;  ///< the index is damaged there: the block was found without it
};

/// Threads: every member may be called from any thread.
class ImageReader final : public ByteSource {
public:
    struct Options {
        std::size_t cache_bytes = 16u << 20;  ///< raw blocks kept for read_at(); at least two stay in any case
        unsigned threads = 1;                 ///< that decode when read in order: one is the caller's own
        std::chrono::milliseconds failure_memory{5000};  ///< how long read_at() keeps that a block failed, from one asking to the next
        /// Told of each correction of the head as the image is opened, in the caller's thread.
        std::function<void(const ByteSource &file, const HeadCorrection &correction)> on_correction{};
        /// Told once, in whatever thread reads, when a block was found that the index misplaces.
        std::function<void(const ByteSource &file)> on_misplaced{};
    };

    /// Errors: those of find_head().
    static Result<std::shared_ptr<const ImageReader>> open(SourcePtr file, const Options &options);
    static Result<std::shared_ptr<const ImageReader>> open(SourcePtr file) { return open(std::move(file), Options()); }
    ~ImageReader() override;

    const Head &head() const { return found_.head; }
    const BlockIndex &index() const { return found_.index; }
    /// Where the head was damaged, and the content could be read all the same.
    const std::vector<HeadCorrection> &corrections() const { return found_.corrections; }
    const ByteSource &file() const { return *file_; }
    std::uint64_t file_size() const { return found_.file_size; }
    std::size_t block_count() const { return found_.index.size(); }
    std::uint32_t block_size() const { return found_.head.block_size; }

    /// Decodes one block into `raw` (block_size() bytes), past the cache. Where the index misplaces it, it is looked for by the blocks
    /// before it. On error `raw` is undefined.
    /// Errors, each with the block and its offset in the file: entry_damaged, block_missing, block_unreadable (errno tells),
    /// block_damaged, codec_unknown; any that the file below gives but for read_failed, unchanged: it may be the content of an image itself.
    Result<RawBlock> read_block(std::size_t block, std::span<std::byte> raw, BlockScratch &scratch) const;

    /// The content, as long as noted, else in whole blocks.
    std::uint64_t size() const override { return found_.head.content_size(); }
    const std::string &name() const override { return file_->name(); }
    /// Errors: those of read_block(), for the first block that fails.
    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> out) const override;
    std::uint64_t stored_size() const override { return std::min(file_size(), file().stored_size()); }
    /// The block; all the rest, where the file ends before the index does.
    std::uint64_t lost_until(std::uint64_t offset) const override;
    Status check_unchanged() const override { return file_->check_unchanged(); }

private:
    ImageReader(SourcePtr file, FoundHead found, const Options &options);

    struct Indexed {
        RawBlock block;
        bool fills_its_place = true;
    };
    Result<Indexed> read_as_indexed(std::size_t block, std::span<std::byte> raw, BlockScratch &scratch) const;

    SourcePtr file_;
    FoundHead found_;
    mutable BlockFinder finder_;
    std::function<void(const ByteSource &)> on_misplaced_;
    mutable std::atomic<bool> has_misplaced_ = false;
    std::unique_ptr<BlockCache> cache_;
};

} // namespace cloop
