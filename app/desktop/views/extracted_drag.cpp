// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/extracted_drag.h"

#include "job/extract_files.h"
#include "platform/file_transfer.h"
#include "platform/sandbox.h"
#include "text/sentences.h"

#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <deque>

namespace cloop::desktop {

namespace {

QString urlList() { return QStringLiteral("text/uri-list"); }

/// One for each drag, because two images may have the same names; only this user may enter it. Empty where none can be made. Removed when this
/// program ends.
QString newFolder() {
    static std::deque<QTemporaryDir> folders;
    // A sandbox has a /tmp of its own, which no other program sees.
    const QString parent = isSandboxed() ? QStandardPaths::writableLocation(QStandardPaths::CacheLocation) : QDir::tempPath();
    QDir().mkpath(parent);
    const QTemporaryDir &made = folders.emplace_back(parent + QStringLiteral("/cloopsmith-XXXXXX"));
    return made.isValid() ? made.path() : QString();
}

} // namespace

ExtractedDrag::ExtractedDrag(std::shared_ptr<const Filesystem> filesystem, NodeSelection selection)
    : filesystem_(std::move(filesystem)), selection_(std::move(selection)) {}

bool ExtractedDrag::fits(const Filesystem &filesystem, const NodeSelection &selection) {
    std::uint64_t bytes = 0;
    selection.for_each(filesystem, [&](NodeId id) {
        if (filesystem[id].kind == NodeKind::file) bytes += filesystem[id].size;
    });
    return bytes <= mostBytes;
}

QStringList ExtractedDrag::formats() const { return isSandboxed() ? QStringList{fileTransferType(), urlList()} : QStringList{urlList()}; }

bool ExtractedDrag::hasFormat(const QString &type) const { return formats().contains(type); }

QVariant ExtractedDrag::retrieveData(const QString &type, QMetaType) const {
    if (!hasFormat(type)) return {};
    if (!std::exchange(isExtracted_, true)) extract();
    if (type == urlList()) return urls_;
    QStringList paths;
    for (const QVariant &url : std::as_const(urls_)) paths << url.toUrl().toLocalFile();
    return giveFiles(paths);
}

void ExtractedDrag::extract() const {
    const QString folder = newFolder();
    if (folder.isEmpty()) return;
    if (!extract_files(filesystem_, selection_, encodedPath(folder), {}, {}, {})) return;
    for (const NodeId node : selection_.nodes)
        if (const QString path = QDir(folder).filePath(nameText((*filesystem_)[node].name)); QFileInfo::exists(path))
            urls_ << QUrl::fromLocalFile(path);
}

} // namespace cloop::desktop
