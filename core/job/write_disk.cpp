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

constexpr std::size_t piece = 1 << 20;

/// Calls `take` with each piece.
template <class Read, class Take> Status in_pieces(std::uint64_t size, const Read &read, const Take &take, const std::stop_token &stop) {
    std::vector<std::byte> buffer(piece);
    for (std::uint64_t done = 0; done < size;) {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled);
        const auto part = std::span(buffer).first(static_cast<std::size_t>(std::min<std::uint64_t>(piece, size - done)));
        CLOOP_TRY(read(done, part));
        CLOOP_TRY(take(done, std::span<const std::byte>(part)));
        done += part.size();
    }
    return {};
}

Result<std::string> written(const ByteSource &content, const DiskToWrite &disk, const std::stop_token &stop, const ProgressSink &progress) {
    CLOOP_LET(out, disk.open_for_writing());
    BulkWriter writer(out.get());
    Sha256 sha256;
    const auto read = [&](std::uint64_t offset, std::span<std::byte> part) { return read_exactly(content, offset, part); };
    const auto write = [&](std::uint64_t offset, std::span<const std::byte> part) -> Status {
        sha256.add(part);
        CLOOP_TRY(writer.write(offset, part, disk.path));
        report(progress, {.phase = Phase::disc, .done = offset + part.size(), .total = content.size()});
        return {};
    };
    CLOOP_TRY(in_pieces(content.size(), read, write, stop));
    CLOOP_TRY(content.check_unchanged());
    CLOOP_TRY(writer.flush(disk.path));
    if (::fsync(out.get()) != 0) return fail_errno(ErrorCode::write_failed, disk.path);
    return sha256.hex();
}

Result<std::string> read_back(std::uint64_t size, const DiskToWrite &disk, const std::stop_token &stop, const ProgressSink &progress) {
    CLOOP_LET(in, disk.open_for_reading());
    (void)::posix_fadvise(in.get(), 0, 0, POSIX_FADV_DONTNEED);
    Sha256 sha256;
    const auto read = [&](std::uint64_t offset, std::span<std::byte> part) -> Status {
        CLOOP_LET(got, pread_fully(in.get(), offset, part, disk.path));
        return got == part.size() ? Status() : fail(ErrorCode::verify_failed, disk.path);
    };
    const auto take = [&](std::uint64_t offset, std::span<const std::byte> part) -> Status {
        sha256.add(part);
        report(progress, {.phase = Phase::verify, .done = offset + part.size(), .total = size});
        return {};
    };
    CLOOP_TRY(in_pieces(size, read, take, stop));
    return sha256.hex();
}

} // namespace

Result<std::string> write_disk(const ByteSource &content, const DiskToWrite &disk, const std::stop_token &stop, const ProgressSink &progress) {
    if (content.size() > disk.size) return fail(ErrorCode::disk_too_small, disk.path, std::to_string(content.size() - disk.size));
    CLOOP_LET(sum, written(content, disk, stop, progress));
    CLOOP_LET(read, read_back(content.size(), disk, stop, progress));
    if (read != sum) return fail(ErrorCode::verify_failed, disk.path);
    return sum;
}

} // namespace cloop
