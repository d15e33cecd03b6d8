// SPDX-License-Identifier: GPL-3.0-or-later
// The decompressed contents of a file stored by zisofs.
//
// Source: Linux, fs/isofs/compress.c; libisofs, zisofs_format and zisofs2_format. After the file's header, a table holds the offset of each block's
// zlib stream and the end of the last one; two equal entries are a block of zeros. All numbers are little endian.

#pragma once

#include "codec/codec.h"
#include "filesystem/node_source.h"
#include "filesystem/zisofs.h"

#include <mutex>

namespace cloop {

/// Threads: as ByteSource; one inflates at a time. A damaged block loses only its own bytes.
class ZisofsSource final : public ByteSource {
public:
    ZisofsSource(const std::shared_ptr<const Filesystem> &filesystem, NodeId node, const Zisofs &format);

    std::uint64_t size() const override { return size_; }
    const std::string &name() const override { return stored_.name(); }

    /// Errors: block_missing, block_damaged with the offset where the block begins; compression_unknown; those of the content.
    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> out) const override;
    std::uint64_t lost_until(std::uint64_t offset) const override;

private:
    std::uint64_t begin_of(std::uint64_t block) const { return block << format_.block_shift; }
    std::uint64_t end_of(std::uint64_t block) const { return std::min(begin_of(block + 1), size_); }
    std::uint64_t table_place(std::uint64_t block) const { return format_.header_size + block * format_.pointer_size(); }
    std::unexpected<Error> bad_block(ErrorCode code, std::uint64_t block) const;
    Result<Extent> place_of(std::uint64_t block) const;
    Result<bool> has_other_size() const;
    Status inflate(std::uint64_t block, std::span<std::byte> raw) const;

    NodeSource stored_;
    Zisofs format_;
    std::uint64_t size_;  ///< inflated
    bool is_cut_short_;   ///< some stored bytes lie outside the content

    mutable std::mutex mutex_;  ///< guards all below
    mutable std::unique_ptr<Decoder> decoder_;
    mutable std::vector<std::byte> packed_;
    mutable std::vector<std::byte> kept_;  ///< the block that was last read in part
    mutable std::optional<std::uint64_t> kept_block_;
};

} // namespace cloop
