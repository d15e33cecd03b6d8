// SPDX-License-Identifier: GPL-3.0-or-later
// The input of libarchive: a source with random access, or a stream.

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

/// Used by one thread at a time; must outlive its reader.
class ArchiveFeed {
public:
    ArchiveFeed(SourcePtr source, std::stop_token stop);
    ArchiveFeed(std::unique_ptr<ByteStream> stream, std::stop_token stop);

    /// Opens `reader`, whose formats and filters must be set. Error: as error().
    Status open(archive *reader);

    /// Why libarchive's last call failed: its own error, or that of the source or stream, which libarchive does not know.
    /// Errors: archive_damaged, with libarchive's words; archive_cut_short; archive_encrypted; archive_method_unknown; no_archive;
    /// out_of_memory; those of the source or stream; cancelled.
    Error error(archive *reader) const;

    const std::string &name() const;
    std::uint64_t offset() const { return offset_; }  ///< of the next read
    /// libarchive read up to the end of the input, and the last bytes were not zeros.
    bool ended_without_zeros() const { return was_read_past_its_end_ && !last_are_zeros_; }

    /// Reads the rest of a stream, for its checks. Errors: those of the stream.
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
