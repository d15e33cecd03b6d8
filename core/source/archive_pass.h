// One pass over an archive by libarchive, from its beginning to its end.

#pragma once

#include "base/error.h"

#include <cstddef>
#include <memory>
#include <span>
#include <stop_token>
#include <string>

struct archive;
struct archive_entry;

namespace cloop {

/// The entries have numbers, from 0. Used by one thread at a time.
class ArchivePass {
public:
    /// Errors: archive_damaged, with libarchive's words; not_found, …
    static Result<std::unique_ptr<ArchivePass>> open(const std::string &path, const std::stop_token &stop);

    /// The next entry, valid until the next call; null at the end. Errors: archive_damaged, read_failed, cancelled.
    Result<archive_entry *> next();

    /// Fills `out` from the entry's data unless they end. Errors as next().
    Result<std::size_t> read(std::span<std::byte> out);

    /// Reads what is left of the entry; gives its length.
    Result<std::uint64_t> drain();

    int number() const { return number_; }  ///< of the entry that next() gave last; −1 before the first

    std::uint64_t consumed() const;  ///< bytes of the archive's file that were read so far

private:
    ArchivePass(std::string path, std::stop_token stop);
    bool skips_by_seeking() const;
    Error error() const;

    std::string path_;
    std::stop_token stop_;
    std::unique_ptr<archive, int (*)(archive *)> archive_;
    int number_ = -1;
};

} // namespace cloop
