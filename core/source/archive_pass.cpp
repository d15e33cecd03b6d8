#include "source/archive_pass.h"

#include <archive.h>

#include <vector>

namespace cloop {

ArchivePass::ArchivePass(std::string path, std::stop_token stop)
    : path_(std::move(path)), stop_(std::move(stop)), archive_(archive_read_new(), archive_read_free) {}

Result<std::unique_ptr<ArchivePass>> ArchivePass::open(const std::string &path, const std::stop_token &stop) {
    auto pass = std::unique_ptr<ArchivePass>(new ArchivePass(path, stop));
    archive *reader = pass->archive_.get();
    archive_read_support_filter_all(reader);
    archive_read_support_format_tar(reader);
    archive_read_support_format_gnutar(reader);
    archive_read_support_format_zip(reader);
    archive_read_support_format_7zip(reader);
    if (archive_read_open_filename(reader, path.c_str(), 256 * 1024) != ARCHIVE_OK) return std::unexpected(pass->error());
    return pass;
}

Result<archive_entry *> ArchivePass::next() {
    if (number_ >= 0 && !skips_by_seeking()) CLOOP_TRY(drain());
    archive_entry *entry = nullptr;
    const int state = archive_read_next_header(archive_.get(), &entry);
    if (state == ARCHIVE_EOF) return nullptr;
    if (state < ARCHIVE_WARN) return std::unexpected(error());
    ++number_;
    return entry;
}

Result<std::size_t> ArchivePass::read(std::span<std::byte> out) {
    std::size_t filled = 0;
    while (filled < out.size()) {
        if (stop_.stop_requested()) return fail(ErrorCode::cancelled);
        const la_ssize_t got = archive_read_data(archive_.get(), out.data() + filled, out.size() - filled);
        if (got == ARCHIVE_RETRY) continue;
        if (got < 0) return std::unexpected(error());
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
    }
    return filled;
}

Result<std::uint64_t> ArchivePass::drain() {
    std::vector<std::byte> buffer(256 * 1024);
    for (std::uint64_t size = 0;;) {
        auto got = read(buffer);
        if (!got) return std::unexpected(std::move(got).error());
        if (*got == 0) return size;
        size += *got;
    }
}

std::uint64_t ArchivePass::consumed() const { return static_cast<std::uint64_t>(archive_filter_bytes(archive_.get(), -1)); }

/// libarchive skips an entry at once only where nothing has to be inflated for it, and is deaf to a stop meanwhile.
bool ArchivePass::skips_by_seeking() const {
    const int format = archive_format(archive_.get()) & ARCHIVE_FORMAT_BASE_MASK;
    return archive_filter_count(archive_.get()) == 1 && (format == ARCHIVE_FORMAT_TAR || format == ARCHIVE_FORMAT_ZIP);
}

Error ArchivePass::error() const {
    const int sys = archive_errno(archive_.get());
    const char *text = archive_error_string(archive_.get());
    const bool is_system = sys == ENOENT || sys == EACCES || sys == EISDIR || sys == ENOMEM || sys == EIO;
    Error error = is_system ? system_error(sys, ErrorCode::read_failed, path_) : Error{.code = ErrorCode::archive_damaged, .subject = path_};
    if (text) error.detail = text;
    return error;
}

} // namespace cloop
