// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over an archive from beginning to end: tar (also compressed), ZIP and 7z.

#pragma once

#include "source/archive_feed.h"
#include "source/content_tree.h"

struct archive_entry;

namespace cloop {

class UnpackedStream;

/// An archive entry. Names are the stored bytes if these are UTF-8, whatever the locale.
struct ArchiveEntry {
    std::string path;
    std::string hard_link;    ///< path of the earlier entry that this one links to
    std::string link_target;  ///< of a symbolic link
    NodeAttributes attributes;
    std::uint64_t size = 0;   ///< of a regular file
    bool may_replace = true;           ///< it may replace an earlier entry of that name, as in a tar, where newer versions are appended
};

/// Used by one thread at a time. When next() returns the end, all checks of the format have passed, except those of unread contents in ZIP and 7z.
/// Errors of all members: those of ArchiveFeed; archive_damaged, if an entry holds more or less than announced; source_changed; cancelled.
class ArchivePass {
public:
    static Result<std::unique_ptr<ArchivePass>> open(SourcePtr file, const std::stop_token &stop);
    ~ArchivePass();

    /// The next entry, valid until the next call; null at the end.
    Result<const ArchiveEntry *> next();

    /// Fills all of `out` unless the entry ends; zeros in holes.
    Result<std::size_t> read(std::span<std::byte> out);

    /// Whether read() returned the whole entry. Its checksum is verified only by drain().
    bool is_read_to_its_end() const { return position_ == entry_.size; }

    /// Reads the rest of the entry and verifies its checks.
    Status drain();

    int number() const { return number_; }  ///< of the current entry, from 0; −1 before the first

    std::uint64_t consumed() const;  ///< bytes of the archive's file read so far

    /// The zero blocks after the last entry of a tar are missing, so it may be cut. Pre: next() returned the end.
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
    UnpackedStream *unpacked_ = nullptr;  ///< owned by the feed; may be null
    ArchiveReader reader_{};
    bool is_tar_ = false;  ///< POSIX or GNU
    bool names_are_of_dos_ = false;
    int number_ = -1;
    ArchiveEntry entry_;

    std::uint64_t position_ = 0;       ///< in the entry's data
    std::uint64_t data_left_ = 0;      ///< of the entry, without holes
    std::span<const std::byte> block_{};
    std::uint64_t block_offset_ = 0;   ///< zeros from position_ up to here
    bool has_data_ended_ = true;
};

} // namespace cloop
