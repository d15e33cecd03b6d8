// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/write_disk.h"

#include "base/sha256.h"
#include "file/bulk_writer.h"
#include "file/file_io.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <vector>

namespace cloop {

namespace {

constexpr std::size_t largest_part = 1 << 20;

std::uint64_t size_of(std::span<const DiskPiece> pieces) {
    std::uint64_t size = 0;
    for (const DiskPiece &piece : pieces) size += piece.content->size();
    return size;
}

/// Calls `pass(piece, offset in it, buffer)` for all parts of all pieces, and tells of the progress.
template <class Pass>
Status in_parts(std::span<const DiskPiece> pieces, Phase phase, const Pass &pass, const std::stop_token &stop, const ProgressSink &progress) {
    std::vector<std::byte> buffer(largest_part);
    const std::uint64_t total = size_of(pieces);
    std::uint64_t done = 0;
    for (const DiskPiece &piece : pieces) {
        const std::uint64_t size = piece.content->size();
        for (std::uint64_t offset = 0; offset < size;) {
            if (stop.stop_requested()) return fail(ErrorCode::cancelled);
            const auto part = std::span(buffer).first(static_cast<std::size_t>(std::min<std::uint64_t>(largest_part, size - offset)));
            CLOOP_TRY(pass(piece, offset, part));
            offset += part.size();
            done += part.size();
            report(progress, {.phase = phase, .done = done, .total = total});
        }
    }
    return {};
}

Result<std::string> written(std::span<const DiskPiece> pieces, const OpenDisk &disk, const std::stop_token &stop, const ProgressSink &progress) {
    BulkWriter writer(disk.file.get());
    Sha256 sha256;
    const auto write = [&](const DiskPiece &piece, std::uint64_t offset, std::span<std::byte> part) -> Status {
        CLOOP_TRY(read_exactly(*piece.content, offset, part));
        sha256.add(part);
        return writer.write(piece.offset + offset, part, disk.path);
    };
    CLOOP_TRY(in_parts(pieces, Phase::disc, write, stop, progress));
    for (const DiskPiece &piece : pieces) CLOOP_TRY(piece.content->check_unchanged());
    CLOOP_TRY(writer.flush(disk.path));
    if (::fsync(disk.file.get()) != 0) return fail_errno(ErrorCode::write_failed, disk.path);
    return sha256.hex();
}

Result<std::string> read_back(std::span<const DiskPiece> pieces, const OpenDisk &disk, const std::stop_token &stop, const ProgressSink &progress) {
    (void)::posix_fadvise(disk.file.get(), 0, 0, POSIX_FADV_DONTNEED);
    Sha256 sha256;
    const auto read = [&](const DiskPiece &piece, std::uint64_t offset, std::span<std::byte> part) -> Status {
        CLOOP_LET(got, pread_fully(disk.file.get(), piece.offset + offset, part, disk.path));
        if (got != part.size()) return fail(ErrorCode::verify_failed, disk.path);
        sha256.add(part);
        return {};
    };
    CLOOP_TRY(in_parts(pieces, Phase::verify, read, stop, progress));
    return sha256.hex();
}

} // namespace

Result<std::string> write_disk(std::span<const DiskPiece> pieces, const OpenDisk &disk, const std::stop_token &stop, const ProgressSink &progress) {
    for (const DiskPiece &piece : pieces)
        if (const std::uint64_t end = piece.offset + piece.content->size(); end > disk.size)
            return fail(ErrorCode::disk_too_small, disk.path, std::to_string(end - disk.size));
    CLOOP_LET(sum, written(pieces, disk, stop, progress));
    CLOOP_LET(read, read_back(pieces, disk, stop, progress));
    if (read != sum) return fail(ErrorCode::verify_failed, disk.path);
    return sum;
}

} // namespace cloop
