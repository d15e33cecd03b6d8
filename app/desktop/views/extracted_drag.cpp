// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/extracted_drag.h"

#include "job/extract_files.h"
#include "text/sentences.h"

#include <QDir>
#include <QTemporaryDir>

#include <deque>

namespace cloop::desktop {

namespace {

QString urlList() { return QStringLiteral("text/uri-list"); }

/// A folder below it for each drag, because two images may have the same names.
QString newFolder() {
    static std::deque<QTemporaryDir> folders;
    return folders.emplace_back(QDir::temp().filePath(QStringLiteral("cloopsmith-XXXXXX"))).path();
}

} // namespace

ExtractedDrag::ExtractedDrag(std::shared_ptr<const Filesystem> filesystem, std::vector<NodeId> nodes)
    : filesystem_(std::move(filesystem)), nodes_(std::move(nodes)) {}

bool ExtractedDrag::fits(const Filesystem &filesystem, const std::vector<NodeId> &nodes) {
    std::uint64_t bytes = 0;
    std::vector<NodeId> pending = nodes;
    while (!pending.empty() && bytes <= mostBytes) {
        const Node &node = filesystem[pending.back()];
        pending.pop_back();
        pending.insert(pending.end(), node.children.begin(), node.children.end());
        if (node.kind == NodeKind::file) bytes += node.size;
    }
    return bytes <= mostBytes;
}

QStringList ExtractedDrag::formats() const { return {urlList()}; }

bool ExtractedDrag::hasFormat(const QString &type) const { return type == urlList(); }

QVariant ExtractedDrag::retrieveData(const QString &type, QMetaType) const {
    if (type != urlList()) return {};
    if (!std::exchange(isExtracted_, true)) extract();
    return urls_;
}

void ExtractedDrag::extract() const {
    const QString folder = newFolder();
    if (!extract_files(filesystem_, nodes_, encodedPath(folder), {}, {}, {})) return;
    for (const NodeId node : nodes_)
        if (const QString path = QDir(folder).filePath(nameText((*filesystem_)[node].name)); QFileInfo::exists(path))
            urls_ << QUrl::fromLocalFile(path);
}

} // namespace cloop::desktop
