// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over an archive, from its beginning to its end: tar, also packed, ZIP and 7z.

#pragma once

#include "source/archive_feed.h"
#include "source/iso_tree.h"

struct archive_entry;

namespace cloop {

class UnpackedStream;

/// What an archive says of one of its entries. Names are the bytes that are stored, where these are UTF-8, whatever the locale.
struct ArchiveEntry {
    std::string path;
    std::string hard_link;    ///< the path of an earlier entry that this one is another name of
    std::string link_target;  ///< of a symbolic link
    NodeAttributes attributes;
    std::uint64_t size = 0;   ///< of a regular file
    bool has_more_attributes = false;  ///< extended attributes, access lists, capabilities
    bool may_replace = true;           ///< an earlier entry of that name: so in a tar, at whose end newer versions are put
};

/// Used by one thread at a time. Every check that the format has is looked at by the time next() tells the end, except for contents of ZIP
/// and 7z that were not read.
/// Errors of all: those of ArchiveFeed; archive_damaged, where an entry holds more or less than it announces; source_changed; cancelled.
class ArchivePass {
public:
    static Result<std::unique_ptr<ArchivePass>> open(SourcePtr file, const std::stop_token &stop);
    ~ArchivePass();

    /// The next entry, valid until the next call; null at the end.
    Result<const ArchiveEntry *> next();

    /// Fills `out` from the entry's data unless they end; zeros in its holes.
    Result<std::size_t> read(std::span<std::byte> out);

    /// Whether read() gave all of the entry. Its sum is looked at behind its last byte: by drain().
    bool is_read_to_its_end() const { return position_ == entry_.size; }

    /// Reads what is left of the entry, for its checks.
    Status drain();

    int number() const { return number_; }  ///< of the entry that next() gave last, from 0; −1 before the first

    std::uint64_t consumed() const;  ///< bytes of the archive's file that were read so far

    /// The blocks of zeros behind the last entry of a tar are not there: it may have been cut. Pre: next() gave the end.
    bool lacks_end_mark() const;

private:
    explicit ArchivePass(SourcePtr file);
    Status finish();
    Status next_block();
    ArchiveEntry describe(archive_entry *entry) const;
    std::string text(const char *bytes) const;
    Error more_exact(Error error) const;

    SourcePtr file_;
    std::stop_token stop_;
    std::unique_ptr<ArchiveFeed> feed_;
    UnpackedStream *unpacked_ = nullptr;  ///< the feed's, if any
    ArchiveReader reader_{};
    bool is_tar_ = false;  ///< of POSIX or GNU
    bool names_are_of_dos_ = false;
    int number_ = -1;
    ArchiveEntry entry_;

    std::uint64_t position_ = 0;       ///< in the entry's data
    std::uint64_t data_left_ = 0;      ///< of the entry, without its holes
    std::span<const std::byte> block_{};
    std::uint64_t block_offset_ = 0;   ///< zeros from position_ up to here
    bool has_data_ended_ = true;
};

} // namespace cloop
