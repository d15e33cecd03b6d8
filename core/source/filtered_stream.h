// SPDX-License-Identifier: GPL-3.0-or-later
// .bz2, .zst, .lz4 and .Z by libarchive, which verifies their checks.

#pragma once

#include "source/archive_feed.h"
#include "source/unpacked_stream.h"

namespace cloop {

class FilteredStream final : public UnpackedStream {
public:
    /// Null for any other source. Errors: those of ArchiveFeed.
    static Result<std::unique_ptr<UnpackedStream>> open(const SourcePtr &source, const std::stop_token &stop);

    const std::string &name() const override { return source_->name(); }
    std::uint64_t consumed() const override { return feed_.offset(); }
    Result<std::size_t> read(std::span<std::byte> out) override;

private:
    FilteredStream(const SourcePtr &source, const std::stop_token &stop) : source_(source), stop_(stop), feed_(source, stop) {}
    Status finish();

    SourcePtr source_;
    std::stop_token stop_;
    ArchiveFeed feed_;
    ArchiveReader reader_{};
    bool has_ended_ = false;
};

} // namespace cloop
