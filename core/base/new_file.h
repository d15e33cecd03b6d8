// A file that appears whole or not at all.

#pragma once

#include "base/bulk_writer.h"
#include "base/byte_sink.h"
#include "base/unique_fd.h"

#include <string>

namespace cloop {

/// Writes under a temporary name in the folder of `path`; commit() syncs it to the disc and renames it.
/// Where the file system knows unnamed files (O_TMPFILE), even SIGKILL leaves nothing behind.
class NewFile final : public FileSink {
public:
    enum class Replace : bool { no, yes };

    /// `mode`: permission bits before the umask. Errors: already_exists (unless `replace`), is_a_directory, no_permission, …
    static Result<NewFile> create(const std::string &path, Replace replace, unsigned mode = 0666);

    NewFile(NewFile &&) noexcept;
    NewFile &operator=(NewFile &&) = delete;
    ~NewFile() override;

    Status write(std::span<const std::byte> bytes) override;
    Status write_zeros(std::uint64_t count) override;
    Status patch(std::uint64_t offset, std::span<const std::byte> bytes) override;
    Result<SourcePtr> read_back() override;
    Status commit() override;

    /// Hands on what is still in memory; for whoever has many of them open.
    Status flush() { return writer_.flush(path_); }

    std::uint64_t size() const { return size_; }
    int fd() const { return fd_.get(); }
    const std::string &path() const { return path_; }

private:
    Status sync();
    Status give_name();
    NewFile(std::string path, Replace replace) : path_(std::move(path)), replace_(replace) {}

    std::string path_;
    std::string temporary_;  ///< empty: unnamed, or renamed already
    Replace replace_;
    UniqueFd fd_;
    BulkWriter writer_{-1};
    std::uint64_t size_ = 0;
    bool synced_ = false;
};

/// A temporary file without a name, in `folder`; it goes with its descriptor.
Result<UniqueFd> unnamed_file(const std::string &folder);

/// A name that nothing has, for what is not finished yet: hidden, and marked with '~'.
std::string temporary_name();

/// The folder that holds `path`; "." where it names none.
std::string folder_of(const std::string &path);

} // namespace cloop
