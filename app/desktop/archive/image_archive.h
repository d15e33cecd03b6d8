// SPDX-License-Identifier: GPL-3.0-or-later
// The files in an image as a KArchive, for browsing, previews and packing.

#pragma once

#include "archive/source_device.h"
#include "filesystem/filesystem.h"

#include <KArchive>

#include <optional>

namespace cloop::desktop {

/// A file, a device or a link in the archive; its bytes are read past damage, as SourceDevice does.
class ImageFile final : public KArchiveFile {
public:
    ImageFile(KArchive *archive, const QString &name, std::shared_ptr<const Filesystem> filesystem, NodeId node);

    NodeId node() const { return node_; }
    QByteArray data() const override;
    SourceDevice *createDevice() const override;  ///< owned by the caller

private:
    std::shared_ptr<const Filesystem> filesystem_;
    NodeId node_;
};

class ImageDirectory final : public KArchiveDirectory {
public:
    ImageDirectory(KArchive *archive, const QString &name, const Node &node, NodeId id);

    NodeId node() const { return node_; }

private:
    NodeId node_;
};

/// Read-only, and open from the start. Threads: reading is safe from any thread.
/// Names are those of the file system; if two decode to the same text, the second gets a number appended.
class ImageArchive final : public KArchive {
public:
    explicit ImageArchive(std::shared_ptr<const Filesystem> filesystem);
    ~ImageArchive() override;

    const std::shared_ptr<const Filesystem> &filesystem() const { return filesystem_; }

    /// Null for structures (descriptors, path tables), which are outside the tree, and for nodes that the archive can't hold.
    const KArchiveEntry *entryOf(NodeId node) const { return entries_[node]; }

protected:
    bool openArchive(QIODevice::OpenMode mode) override;
    bool closeArchive() override { return true; }

    // Read-only.
    bool doWriteDir(const QString &, const QString &, const QString &, mode_t, const QDateTime &, const QDateTime &, const QDateTime &) override {
        return false;
    }
    bool doWriteSymLink(const QString &, const QString &, const QString &, const QString &, mode_t, const QDateTime &, const QDateTime &,
                        const QDateTime &) override {
        return false;
    }
    bool doPrepareWriting(const QString &, const QString &, const QString &, qint64, mode_t, const QDateTime &, const QDateTime &,
                          const QDateTime &) override {
        return false;
    }
    bool doFinishWriting(qint64) override { return false; }

private:
    void addChildren(NodeId id, KArchiveDirectory *directory);

    std::shared_ptr<const Filesystem> filesystem_;
    SourceDevice content_;
    std::vector<const KArchiveEntry *> entries_;  ///< by node
};

} // namespace cloop::desktop
