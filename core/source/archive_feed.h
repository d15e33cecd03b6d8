// SPDX-License-Identifier: GPL-3.0-or-later
// What libarchive reads from: a source at any offset, or a stream in order.

#pragma once

#include "base/byte_source.h"
#include "base/byte_stream.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

struct archive;

namespace cloop {

struct CloseArchive {
    void operator()(archive *reader) const;
};
using ArchiveReader = std::unique_ptr<archive, CloseArchive>;

/// Used by one thread at a time; outlives the reader that it feeds.
class ArchiveFeed {
public:
    ArchiveFeed(SourcePtr source, std::stop_token stop);
    ArchiveFeed(std::unique_ptr<ByteStream> stream, std::stop_token stop);

    /// Lets `reader`, whose formats and filters are chosen, begin. Error: as error().
    Status open(archive *reader);

    /// Why libarchive's last call failed: its number and words, or what went wrong below, of which it knows only that something did.
    /// Errors: archive_damaged, with libarchive's words; archive_cut_short; archive_encrypted; archive_method_unknown; no_archive;
    /// out_of_memory; those of the source or stream; cancelled.
    Error error(archive *reader) const;

    const std::string &name() const;
    std::uint64_t offset() const { return offset_; }  ///< of what is read next
    /// More was asked for than there is, and what came last were no zeros.
    bool ended_without_zeros() const { return was_read_past_its_end_ && !last_are_zeros_; }

    /// Reads what is left of a stream, for its checks. Errors: those of the stream.
    Status finish();

private:
    struct Callbacks;

    SourcePtr source_;
    std::unique_ptr<ByteStream> stream_;
    std::stop_token stop_;
    std::vector<std::byte> buffer_;
    std::uint64_t offset_ = 0;
    bool was_read_past_its_end_ = false;
    bool last_are_zeros_ = false;
    std::optional<Error> error_;
};

} // namespace cloop
