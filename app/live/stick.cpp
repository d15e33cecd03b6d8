// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/stick.h"

#include "attach/disk_access.h"
#include "attach/run_program.h"
#include "base/memory_source.h"
#include "file/file_source.h"
#include "filesystem/added_partition.h"
#include "filesystem/partitions.h"
#include "job/write_disk.h"
#include "live/live_menu.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <vector>

namespace cloop {

namespace {

/// Users have its folder not on their PATH.
std::string mke2fs() {
    for (const char *path : {"/usr/sbin/mke2fs", "/sbin/mke2fs"})
        if (::access(path, X_OK) == 0) return path;
    return "mke2fs";
}

/// An empty ext4 in memory: only what mke2fs writes takes room there.
Result<std::shared_ptr<const FileSource>> make_ext4(std::uint64_t size, const std::stop_token &stop) {
    UniqueFd file(::memfd_create("ext4", MFD_CLOEXEC));
    if (!file || ::ftruncate(file.get(), static_cast<off_t>(size)) != 0) return fail_errno(ErrorCode::system, "memfd");
    // The kernel fills the tables of inodes when it has time, as those of any disk. Inodes have room for attributes.
    const auto ended = run_program({mke2fs(), "-q", "-F", "-t", "ext4", "-b", "4096", "-I", "256", "-m", "0", "-L", std::string(kept_label), "-E",
                                    "lazy_itable_init=1,lazy_journal_init=1,root_owner=0:0", "/proc/self/fd/" + std::to_string(inherited_fd)},
                                   stop, {.descriptor = file.get()});
    if (!ended && ended.error().code == ErrorCode::system) return fail(ErrorCode::mke2fs_missing);
    if (!ended) return std::unexpected(ended.error());
    if (!ended->is_fine()) {
        std::string words = ended->words;
        while (words.ends_with('\n')) words.pop_back();
        return fail(ErrorCode::mke2fs_failed, {}, words.substr(words.rfind('\n') + 1));
    }
    return FileSource::adopt(std::move(file), "ext4");
}

/// What of a file is no hole, as pieces of the disk.
std::vector<DiskPiece> pieces_of(const std::shared_ptr<const FileSource> &file, std::uint64_t offset_on_disk) {
    std::vector<DiskPiece> pieces;
    for (std::uint64_t end = 0; end < file->size();) {
        const std::uint64_t begin = file->next_data(end);
        if (begin >= file->size()) break;
        const off_t hole = ::lseek(file->fd(), static_cast<off_t>(begin), SEEK_HOLE);
        end = hole < 0 ? file->size() : static_cast<std::uint64_t>(hole);
        pieces.push_back({offset_on_disk + begin, std::make_shared<PartSource>(file, Extent{begin, end - begin})});
    }
    return pieces;
}

} // namespace

Result<StickResult> write_stick(const StickRequest &request, const std::stop_token &stop, const ProgressSink &progress) {
    std::vector<DiskPiece> kept;
    StickResult result;
    if (request.keeps) {
        auto added = add_partition(*request.disc, request.disk.size, request.kept_size, kept_label);
        if (!added) return std::unexpected(std::move(added).error().at(request.disk.path));
        CLOOP_LET(ext4, make_ext4(added->extent.size, stop));
        kept = pieces_of(ext4, added->extent.offset);
        for (TableSectors &sectors : added->table)
            kept.push_back({sectors.offset, std::make_shared<MemorySource>(std::move(sectors.bytes), request.disk.path)});
        std::ranges::sort(kept, {}, &DiskPiece::offset);
        result.kept_size = added->extent.size;
    }
    CLOOP_LET(disk, open_disk(request.disk, stop));
    const DiskPiece disc{0, request.disc};
    CLOOP_LET(sum, write_disk(std::span(&disc, 1), disk, stop, progress));
    result.sha256 = std::move(sum);
    if (!kept.empty()) CLOOP_TRY(write_disk(kept, disk, stop, {}));
    return result;
}

} // namespace cloop
