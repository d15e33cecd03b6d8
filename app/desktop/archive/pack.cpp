#include "archive/pack.h"

#include "archive/sink_device.h"
#include "job/extract_files.h"

#include <KCompressionDevice>
#include <KZip>

namespace cloop::desktop {

namespace {

constexpr qint64 pieceSize = 1 << 20;
constexpr std::uint64_t mostZipEntries = 65'535;
constexpr std::uint64_t mostZipBytes = UINT32_MAX - (16u << 20);  ///< leaves room for the headers

/// What core writes goes through a device of Qt.
class DeviceSink final : public ByteSink {
public:
    explicit DeviceSink(QIODevice &device) : device_(device) {}

    Status write(std::span<const std::byte> bytes) override {
        const auto size = static_cast<qint64>(bytes.size());
        if (device_.write(reinterpret_cast<const char *>(bytes.data()), size) != size) return fail(ErrorCode::write_failed);
        return {};
    }
    Status write_zeros(std::uint64_t count) override {
        const std::vector<std::byte> zeros(static_cast<std::size_t>(std::min<std::uint64_t>(count, pieceSize)));
        for (; count > 0; count -= std::min<std::uint64_t>(count, zeros.size()))
            CLOOP_TRY(write(std::span(zeros).first(static_cast<std::size_t>(std::min<std::uint64_t>(count, zeros.size())))));
        return {};
    }
    Status commit() override { return {}; }

private:
    QIODevice &device_;
};

Result<PackResult> packTar(const ImageArchive &archive, const std::vector<NodeId> &nodes, FileSink &file, const std::stop_token &stop, const ProgressSink &progress) {
    SinkDevice device(file);
    KCompressionDevice xz(&device, false, KCompressionDevice::Xz);
    if (!xz.open(QIODevice::WriteOnly)) return fail(ErrorCode::system, {}, xz.errorString().toStdString());
    DeviceSink sink(xz);
    auto written = write_tar(archive.filesystem(), nodes, sink, stop, progress);
    xz.close();
    // What went wrong below is the cause of what went wrong above.
    if (!device.status()) return std::unexpected(device.status().error());
    if (!written) return std::unexpected(std::move(written).error());
    return PackResult{written->files, std::move(written->damaged), std::move(written->skipped)};
}

class ZipPacking {
public:
    ZipPacking(const ImageArchive &archive, FileSink &file, const std::stop_token &stop, const ProgressSink &progress)
        : archive_(archive), device_(file), zip_(&device_), stop_(stop), progress_(progress) {}

    Result<PackResult> run(const std::vector<NodeId> &nodes) {
        std::uint64_t entries = 0;
        measure(nodes, entries);
        if (entries > mostZipEntries || total_ > mostZipBytes) return fail(ErrorCode::file_too_large);
        if (!zip_.open(QIODevice::WriteOnly)) return fail(ErrorCode::system, {}, zip_.errorString().toStdString());
        zip_.setExtraField(KZip::ModificationTime);
        for (const NodeId node : nodes) {
            if (node != Filesystem::root) {
                CLOOP_TRY(add(*archive_.entryOf(node), {}));
                continue;
            }
            for (const NodeId child : filesystem()[node].children) CLOOP_TRY(add(*archive_.entryOf(child), {}));
        }
        if (!zip_.close() || !device_.status()) return std::unexpected(cause());
        return std::move(result_);
    }

private:
    const Filesystem &filesystem() const { return *archive_.filesystem(); }

    void measure(const std::vector<NodeId> &nodes, std::uint64_t &entries) {
        std::vector<NodeId> pending = nodes;
        while (!pending.empty()) {
            const Node &node = filesystem()[pending.back()];
            pending.pop_back();
            ++entries;
            if (node.kind == NodeKind::file) total_ += node.size;
            pending.insert(pending.end(), node.children.begin(), node.children.end());
        }
    }

    Error cause() const { return device_.status() ? Error{.code = ErrorCode::write_failed, .detail = zip_.errorString().toStdString()} : device_.status().error(); }

    Status add(const KArchiveEntry &entry, const QString &folder) {
        if (stop_.stop_requested()) return fail(ErrorCode::cancelled);
        const auto *directory = dynamic_cast<const ImageDirectory *>(&entry);
        const NodeId id = directory ? directory->node() : static_cast<const ImageFile &>(entry).node();
        const Node &node = filesystem()[id];
        if (!is_safe_name(node.name)) {
            result_.skipped.push_back({.code = ErrorCode::unsafe_name, .subject = filesystem().path(id)});
            return {};
        }
        const QString path = folder + entry.name();
        const QDateTime time = entry.date();
        if (node.is_incomplete) result_.damaged.push_back({.code = directory ? ErrorCode::directory_damaged : ErrorCode::file_cut_short, .subject = filesystem().path(id)});
        if (directory) {
            if (!zip_.writeDir(path, entry.user(), entry.group(), entry.permissions(), time, time, time)) return std::unexpected(cause());
            ++result_.files;
            for (const NodeId child : node.children)
                if (const KArchiveEntry *below = archive_.entryOf(child)) CLOOP_TRY(add(*below, path + QLatin1Char('/')));
            return {};
        }
        if (node.kind == NodeKind::symlink) {
            if (!zip_.writeSymLink(path, entry.symLinkTarget(), entry.user(), entry.group(), entry.permissions(), time, time, time)) return std::unexpected(cause());
        } else if (node.kind == NodeKind::file) {
            CLOOP_TRY(addFile(static_cast<const ImageFile &>(entry), path));
        } else {
            result_.skipped.push_back({.code = ErrorCode::unsupported_source, .subject = filesystem().path(id)});
            return {};
        }
        ++result_.files;
        return {};
    }

    Status addFile(const ImageFile &file, const QString &path) {
        const QDateTime time = file.date();
        if (!zip_.prepareWriting(path, file.user(), file.group(), file.size(), file.permissions(), time, time, time)) return std::unexpected(cause());
        const std::unique_ptr<SourceDevice> content(file.createDevice());
        qint64 done = 0;
        while (!content->atEnd()) {
            if (stop_.stop_requested()) return fail(ErrorCode::cancelled);
            const QByteArray piece = content->read(pieceSize);
            if (!zip_.writeData(piece.constData(), piece.size())) return std::unexpected(cause());
            done += piece.size();
            report(progress_, {.phase = Phase::extract, .done = done_ += static_cast<std::uint64_t>(piece.size()), .total = total_});
        }
        if (!zip_.finishWriting(done)) return std::unexpected(cause());
        if (!content->losses().empty()) {
            Error lost = content->losses().front();
            lost.subject = filesystem().path(file.node());
            result_.damaged.push_back(std::move(lost));
        }
        return {};
    }

    const ImageArchive &archive_;
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

Result<PackResult> pack(const ImageArchive &archive, const std::vector<NodeId> &nodes, const OutputRequest &output, const std::stop_token &stop,
                        const ProgressSink &progress) try {
    const auto format = packFormatOf(output.path);
    if (!format) return fail(ErrorCode::invalid_option, output.path, ".tar.xz / .zip");
    auto sink = open_output(output, stop);
    if (!sink) return std::unexpected(std::move(sink).error());
    FileSink &file = *(*sink)->as_file();
    auto result = *format == PackFormat::zip ? ZipPacking(archive, file, stop, progress).run(nodes) : packTar(archive, nodes, file, stop, progress);
    if (!result) return std::unexpected(std::move(result).error().at(output.path));
    CLOOP_TRY(file.commit());
    return result;
} catch (const std::bad_alloc &) {
    return fail(ErrorCode::out_of_memory);
}

} // namespace cloop::desktop
