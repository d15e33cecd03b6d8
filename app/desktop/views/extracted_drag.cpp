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

/// One for each drag, because two images may have the same names; only this user may enter it. Empty where none can be made. Removed when this
/// program ends.
QString newFolder() {
    static std::deque<QTemporaryDir> folders;
    const QTemporaryDir &made = folders.emplace_back();
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

QStringList ExtractedDrag::formats() const { return {urlList()}; }

bool ExtractedDrag::hasFormat(const QString &type) const { return type == urlList(); }

QVariant ExtractedDrag::retrieveData(const QString &type, QMetaType) const {
    if (type != urlList()) return {};
    if (!std::exchange(isExtracted_, true)) extract();
    return urls_;
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
