// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/image_archive.h"

#include "text/sentences.h"

#include <sys/stat.h>

namespace cloop::desktop {

namespace {

mode_t accessOf(const Node &node) {
    switch (node.kind) {
    case NodeKind::directory: return S_IFDIR | node.mode;
    case NodeKind::symlink: return S_IFLNK | node.mode;
    case NodeKind::character_device: return S_IFCHR | node.mode;
    case NodeKind::block_device: return S_IFBLK | node.mode;
    case NodeKind::fifo: return S_IFIFO | node.mode;
    case NodeKind::socket: return S_IFSOCK | node.mode;
    case NodeKind::file:
    case NodeKind::structure: break;
    }
    return S_IFREG | node.mode;
}

qint64 positionOf(const Node &node) { return node.extents.empty() ? 0 : static_cast<qint64>(node.extents.front().offset); }

} // namespace

ImageFile::ImageFile(KArchive *archive, const QString &name, std::shared_ptr<const Filesystem> filesystem, NodeId node)
    : KArchiveFile(archive, name, static_cast<int>(accessOf((*filesystem)[node])), QDateTime::fromSecsSinceEpoch((*filesystem)[node].mtime),
                   QString::number((*filesystem)[node].uid), QString::number((*filesystem)[node].gid), nameText((*filesystem)[node].link_target),
                   positionOf((*filesystem)[node]), static_cast<qint64>((*filesystem)[node].size)),
      filesystem_(std::move(filesystem)), node_(node) {}

SourceDevice *ImageFile::createDevice() const { return new SourceDevice(filesystem_->open_file(node_)); }

QByteArray ImageFile::data() const { return std::unique_ptr<SourceDevice>(createDevice())->readAll(); }

ImageDirectory::ImageDirectory(KArchive *archive, const QString &name, const Node &node, NodeId id)
    : KArchiveDirectory(archive, name, static_cast<int>(accessOf(node)), QDateTime::fromSecsSinceEpoch(node.mtime), QString::number(node.uid),
                        QString::number(node.gid), {}),
      node_(id) {}

ImageArchive::ImageArchive(std::shared_ptr<const Filesystem> filesystem)
    : KArchive(&content_), filesystem_(std::move(filesystem)), content_(filesystem_->content_pointer()), entries_(filesystem_->nodes().size()) {
    open(QIODevice::ReadOnly);
}

ImageArchive::~ImageArchive() {
    if (isOpen()) close();
}

bool ImageArchive::openArchive(QIODevice::OpenMode mode) {
    if (mode != QIODevice::ReadOnly) return false;
    auto *root = new ImageDirectory(this, QStringLiteral("/"), (*filesystem_)[Filesystem::root], Filesystem::root);
    setRootDir(root);
    entries_[Filesystem::root] = root;
    // An explicit stack, because a disc's tree may be deeper than the call stack.
    std::vector<std::pair<NodeId, KArchiveDirectory *>> pending{{Filesystem::root, root}};
    while (!pending.empty()) {
        const auto [id, directory] = pending.back();
        pending.pop_back();
        addChildren(id, directory);
        for (const NodeId child : (*filesystem_)[id].children)
            if (entries_[child] && entries_[child]->isDirectory())
                pending.emplace_back(child, const_cast<KArchiveDirectory *>(static_cast<const KArchiveDirectory *>(entries_[child])));
    }
    return true;
}

void ImageArchive::addChildren(NodeId id, KArchiveDirectory *directory) {
    // Used names are kept here, because KArchive's lookup treats a name with a slash as a path.
    QHash<QString, int> namesakes;
    for (const NodeId child : (*filesystem_)[id].children) {
        const Node &node = (*filesystem_)[child];
        const QString own = nameText(node.name);
        QString name = own;
        while (namesakes.contains(name)) name = QStringLiteral("%1 (%2)").arg(own, QString::number(++namesakes[own]));
        namesakes[name] = 1;
        KArchiveEntry *entry = node.kind == NodeKind::directory ? static_cast<KArchiveEntry *>(new ImageDirectory(this, name, node, child))
                                                                : new ImageFile(this, name, filesystem_, child);
        if (directory->addEntryV2(entry)) entries_[child] = entry;
    }
}

} // namespace cloop::desktop
