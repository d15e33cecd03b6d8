// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/civil_time.h"
#include "job/extraction.h"

#include <archive.h>
#include <archive_entry.h>

#include <map>
#include <memory>
#include <new>

namespace cloop {

namespace {

class TarExtraction : public Extraction {
public:
    TarExtraction(const std::shared_ptr<const Filesystem> &filesystem, const NodeSelection &selection, ByteSink &sink, const std::stop_token &stop,
                  const ProgressSink &progress)
        : Extraction(filesystem, selection, stop, progress), sink_(sink) {
        archive_write_set_format_pax_restricted(archive_.get());
        archive_write_set_bytes_in_last_block(archive_.get(), 1);
        archive_write_open(archive_.get(), this, nullptr, put_bytes, nullptr);
    }

    Status add(NodeId top) {
        return walk_tree(
            *filesystem_, top, [&](NodeId id) { return enter(id); },
            [&](NodeId id) -> Status {
                path_.resize(path_.size() - (*filesystem_)[id].name.size() - 1);
                return {};
            });
    }

    Status finish() {
        archive_write_close(archive_.get());
        return status_;
    }

private:
    Result<bool> enter(NodeId id) {
        if (stop_.stop_requested()) return fail(ErrorCode::cancelled);
        if (selection_.leaves_out(id)) return false;
        const Node &node = (*filesystem_)[id];
        if (!has_safe_name(id, node.name)) return false;
        if (node.kind == NodeKind::socket) {
            result_.without_sockets = true;
            return false;
        }
        note_incomplete(id);
        const std::string path = path_ + std::string(node.name);
        const std::unique_ptr<archive_entry, void (*)(archive_entry *)> entry(archive_entry_new(), archive_entry_free);
        archive_entry_set_pathname(entry.get(), path.c_str());
        archive_entry_set_mode(entry.get(), type_of(node.kind) | node.mode);
        archive_entry_set_uid(entry.get(), node.uid);
        archive_entry_set_gid(entry.get(), node.gid);
        archive_entry_set_mtime(entry.get(), system_time(node.mtime), 0);
        if (node.kind == NodeKind::symlink) archive_entry_set_symlink(entry.get(), std::string(node.link_target).c_str());
        archive_entry_set_rdevmajor(entry.get(), node.device_major);
        archive_entry_set_rdevminor(entry.get(), node.device_minor);
        bool is_link = false;
        if (const auto key = link_key(node)) {
            const auto [at, is_first] = linked_.try_emplace(*key, path);
            is_link = !is_first;
            if (is_link) {
                archive_entry_set_hardlink(entry.get(), at->second.c_str());
                note_link(id, *key);
            }
        }
        archive_entry_set_size(entry.get(), node.kind == NodeKind::file && !is_link ? static_cast<std::int64_t>(node.size) : 0);
        // The format can't hold the entry, for example its name.
        if (archive_write_header(archive_.get(), entry.get()) < ARCHIVE_WARN) {
            CLOOP_TRY(status_);
            result_.skipped.push_back({.code = ErrorCode::unsupported_source, .subject = filesystem_->path(id)});
            return false;
        }
        ++result_.files;
        if (node.kind == NodeKind::file && !is_link)
            CLOOP_TRY(copy(id, [&](std::span<const std::byte> bytes, std::uint64_t) -> Status {
                archive_write_data(archive_.get(), bytes.data(), bytes.size());
                return status_;
            }));
        if (node.kind != NodeKind::directory) return false;
        path_ = path + "/";
        return true;
    }

    static la_ssize_t put_bytes(archive *, void *self, const void *bytes, std::size_t size) {
        auto &tar = *static_cast<TarExtraction *>(self);
        // On a stop or error, fail: libarchive would write the rest of the file as zeros when freed.
        if (tar.stop_.stop_requested()) tar.status_ = fail(ErrorCode::cancelled);
        if (!tar.status_) return -1;
        tar.status_ = tar.sink_.write({static_cast<const std::byte *>(bytes), size});
        return tar.status_ ? static_cast<la_ssize_t>(size) : -1;
    }

    ByteSink &sink_;
    Status status_;
    std::string path_;  ///< path of the current folder, with a final slash
    std::map<LinkKey, std::string> linked_;
    std::unique_ptr<archive, int (*)(archive *)> archive_{archive_write_new(), archive_write_free};
};

} // namespace

Result<FileExtractResult> write_tar(const std::shared_ptr<const Filesystem> &filesystem, const NodeSelection &selection, ByteSink &sink,
                                    const std::stop_token &stop, const ProgressSink &progress) try {
    TarExtraction extraction(filesystem, selection, sink, stop, progress);
    for (const NodeId id : selection.nodes)
        for (const NodeId named : extraction.named_nodes(id)) CLOOP_TRY(extraction.add(named));
    CLOOP_TRY(extraction.finish());
    return extraction.take_result();
} catch (const std::bad_alloc &) {
    return fail(ErrorCode::out_of_memory);
}

} // namespace cloop
