// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/pack.h"

#include "archive/sink_device.h"
#include "job/extract_files.h"

#include <KCompressionDevice>
#include <KZip>

#include <QSet>

namespace cloop::desktop {

namespace {

constexpr qint64 pieceSize = 1 << 20;
constexpr std::uint64_t mostZipEntries = 65'535;
constexpr std::uint64_t mostZipBytes = UINT32_MAX;

/// A sink of core that writes to a QIODevice.
class DeviceSink final : public ByteSink {
public:
    explicit DeviceSink(QIODevice &device) : device_(device) {}

    Status write(std::span<const std::byte> bytes) override {
        const auto size = static_cast<qint64>(bytes.size());
        if (device_.write(reinterpret_cast<const char *>(bytes.data()), size) != size) return fail(ErrorCode::write_failed);
        return {};
    }
    // Never called, because write_tar() writes no holes.
    Status write_zeros(std::uint64_t) override { return fail(ErrorCode::internal); }
    Status commit() override { return {}; }

private:
    QIODevice &device_;
};

Result<PackResult> packTar(const ImageArchive &archive, const NodeSelection &selection, FileSink &file, const std::stop_token &stop,
                           const ProgressSink &progress) {
    SinkDevice device(file);
    KCompressionDevice xz(&device, false, KCompressionDevice::Xz);
    if (!xz.open(QIODevice::WriteOnly)) return fail(ErrorCode::system, {}, xz.errorString().toStdString());
    DeviceSink sink(xz);
    auto written = write_tar(archive.filesystem(), selection, sink, stop, progress);
    xz.close();
    // An error of the device is the cause of any other.
    if (!device.status()) return std::unexpected(device.status().error());
    if (!written) return std::unexpected(std::move(written).error());
    return PackResult{written->files, std::move(written->damaged), std::move(written->skipped), written->without_sockets};
}

class ZipPacking {
public:
    ZipPacking(const ImageArchive &archive, const NodeSelection &selection, FileSink &file, const std::stop_token &stop, const ProgressSink &progress)
        : archive_(archive), selection_(selection), device_(file), zip_(&device_), stop_(stop), progress_(progress) {}

    Result<PackResult> run() {
        std::uint64_t entries = 0;
        selection_.for_each(filesystem(), [&](NodeId id) {
            ++entries;
            if (filesystem()[id].kind == NodeKind::file) total_ += filesystem()[id].size;
        });
        if (entries > mostZipEntries || total_ > mostZipBytes) return fail(ErrorCode::zip_too_small);
        if (!zip_.open(QIODevice::WriteOnly)) return fail(ErrorCode::system, {}, zip_.errorString().toStdString());
        zip_.setExtraField(KZip::ModificationTime);
        std::vector<NodeId> top;
        for (const NodeId node : selection_.nodes) {
            if (node != Filesystem::root) {
                top.push_back(node);
                continue;
            }
            noteIncomplete(node);
            top.insert(top.end(), filesystem()[node].children.begin(), filesystem()[node].children.end());
        }
        // Nodes from different folders may have the same name: number the second.
        QSet<QString> used;
        for (const NodeId node : top) {
            if (selection_.leaves_out(node)) continue;
            const KArchiveEntry *entry = archive_.entryOf(node);
            const QString own = entry ? entry->name() : QString();
            QString name = own;
            for (int number = 2; used.contains(name); ++number) name = QStringLiteral("%1 (%2)").arg(own, QString::number(number));
            used << name;
            CLOOP_TRY(add(node, name));
        }
        if (!zip_.close() || !device_.status()) return std::unexpected(cause());
        // The archive itself is limited to 4 GiB too, because KZip's offsets would overflow.
        if (device_.size() > UINT32_MAX) return fail(ErrorCode::zip_too_small);
        return std::move(result_);
    }

private:
    const Filesystem &filesystem() const { return *archive_.filesystem(); }

    Error cause() const {
        return device_.status() ? Error{.code = ErrorCode::write_failed, .detail = zip_.errorString().toStdString()} : device_.status().error();
    }

    void noteIncomplete(NodeId id) {
        const Node &node = filesystem()[id];
        if (node.is_incomplete)
            result_.damaged.push_back({.code = node.kind == NodeKind::directory ? ErrorCode::directory_damaged : ErrorCode::file_cut_short,
                                       .subject = filesystem().path(id)});
    }

    /// `path`: in the archive.
    Status add(NodeId id, const QString &path) {
        if (stop_.stop_requested()) return fail(ErrorCode::cancelled);
        const Node &node = filesystem()[id];
        const KArchiveEntry *entry = archive_.entryOf(id);
        const auto skip = [&](ErrorCode code) {
            result_.skipped.push_back({.code = code, .subject = filesystem().path(id)});
            return Status();
        };
        // Check the name to be written as well, which may differ from the bytes on the disc.
        const QString name = path.section(QLatin1Char('/'), -1);
        if (!entry || !is_safe_name(node.name) || !is_safe_name(name.toStdString()) || path.toUtf8().size() > UINT16_MAX)
            return skip(ErrorCode::unsafe_name);
        const QDateTime time = entry->date();
        noteIncomplete(id);
        switch (node.kind) {
        case NodeKind::directory:
            if (!zip_.writeDir(path, entry->user(), entry->group(), entry->permissions(), time, time, time)) return std::unexpected(cause());
            ++result_.files;
            for (const NodeId child : node.children) {
                if (selection_.leaves_out(child)) continue;
                const KArchiveEntry *below = archive_.entryOf(child);
                CLOOP_TRY(add(child, path + QLatin1Char('/') + (below ? below->name() : QString())));
            }
            return {};
        case NodeKind::symlink:
            if (!zip_.writeSymLink(path, entry->symLinkTarget(), entry->user(), entry->group(), entry->permissions(), time, time, time))
                return std::unexpected(cause());
            break;
        case NodeKind::file: CLOOP_TRY(addFile(static_cast<const ImageFile &>(*entry), path)); break;
        default: return skip(ErrorCode::unsupported_source);
        }
        ++result_.files;
        return {};
    }

    Status addFile(const ImageFile &file, const QString &path) {
        const QDateTime time = file.date();
        if (!zip_.prepareWriting(path, file.user(), file.group(), file.size(), file.permissions(), time, time, time)) return std::unexpected(cause());
        const std::unique_ptr<SourceDevice> content(file.createDevice());
        const Status copied = copy(*content);
        // Also after a stop, because KZip would leak its compressor.
        if (!zip_.finishWriting(content->pos()) && copied) return std::unexpected(cause());
        for (Error lost : content->causes()) {
            lost.subject = filesystem().path(file.node());
            result_.damaged.push_back(std::move(lost));
        }
        return copied;
    }

    Status copy(SourceDevice &content) {
        while (!content.atEnd()) {
            if (stop_.stop_requested()) return fail(ErrorCode::cancelled);
            const QByteArray piece = content.read(pieceSize);
            if (!zip_.writeData(piece.constData(), piece.size())) return std::unexpected(cause());
            report(progress_, {.phase = Phase::extract, .done = done_ += static_cast<std::uint64_t>(piece.size()), .total = total_});
        }
        return {};
    }

    const ImageArchive &archive_;
    const NodeSelection &selection_;
    SinkDevice device_;
    KZip zip_;
    const std::stop_token &stop_;
    const ProgressSink &progress_;
    std::uint64_t total_ = 0, done_ = 0;
    PackResult result_;
};

} // namespace

std::optional<PackFormat> packFormatOf(const std::string &path) {
    if (path.ends_with(".tar.xz")) return PackFormat::tar_xz;
    if (path.ends_with(".zip")) return PackFormat::zip;
    return std::nullopt;
}

Result<PackResult> pack(const ImageArchive &archive, const NodeSelection &selection, const OutputRequest &output, const std::stop_token &stop,
                        const ProgressSink &progress) try {
    const auto format = packFormatOf(output.path);
    if (!format) return fail(ErrorCode::pack_name_unknown, output.path);
    CLOOP_LET(sink, open_output(output, stop));
    FileSink &file = *sink->as_file();
    auto result =
        *format == PackFormat::zip ? ZipPacking(archive, selection, file, stop, progress).run() : packTar(archive, selection, file, stop, progress);
    if (!result) return std::unexpected(std::move(result).error().at(output.path));
    CLOOP_TRY(file.commit());
    return result;
} catch (const std::bad_alloc &) {
    return fail(ErrorCode::out_of_memory);
}

} // namespace cloop::desktop
