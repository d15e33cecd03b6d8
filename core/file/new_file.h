// SPDX-License-Identifier: GPL-3.0-or-later
// A file that appears complete or not at all.

#pragma once

#include "base/byte_sink.h"
#include "file/bulk_writer.h"
#include "file/held_folder.h"
#include "file/pending_entry.h"

#include <stop_token>
#include <string>

namespace cloop {

/// Written without a name; commit() syncs it and gives it its name. The folder may be renamed meanwhile. A stop ends the sync, and no name is given.
class NewFile final : public FileSink {
public:
    using Replace = cloop::Replace;

    /// `mode`: permission bits before the umask. Errors: already_exists (unless `replace`), is_a_directory, no_permission, …
    static Result<NewFile> create(const std::string &path, Replace replace, unsigned mode = 0666, const std::stop_token &stop = {});

    /// The same in an open folder, which must be that of `path`.
    static Result<NewFile> create_in(HeldFolder folder, const std::string &path, Replace replace, unsigned mode, const std::stop_token &stop = {});

    Status write(std::span<const std::byte> bytes) override;
    Status write_zeros(std::uint64_t count) override;
    Status patch(std::uint64_t offset, std::span<const std::byte> bytes) override;
    Result<SourcePtr> read_back() override;
    Status commit() override;
    void withdraw() override;

    /// Writes out the buffer and frees it; for code that has many files open.
    Status flush() { return writer_.flush(path_); }

    /// Syncs to the disc; commit() then only gives the name. Errors: cancelled; those of sync_to_disc().
    Status sync();

    std::uint64_t size() const { return size_; }
    int fd() const { return entry_.fd(); }
    const std::string &path() const { return path_; }

private:
    NewFile(std::string path, Replace replace, HeldFolder folder, PendingEntry entry, std::stop_token stop)
        : path_(std::move(path)), replace_(replace), folder_(std::move(folder)), entry_(std::move(entry)), stop_(std::move(stop)),
          writer_(entry_.fd()) {}

    std::string path_;
    Replace replace_;
    HeldFolder folder_;
    PendingEntry entry_;
    std::stop_token stop_;
    BulkWriter writer_;
    std::uint64_t size_ = 0;
    bool is_synced_ = false;
};

} // namespace cloop
