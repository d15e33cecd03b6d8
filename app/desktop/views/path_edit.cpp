// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/path_edit.h"

#include "platform/sandbox.h"
#include "text/document_path.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace cloop::desktop {

PathEdit::PathEdit(QWidget *parent) : QLineEdit(parent) { setReadOnly(isSandboxed()); }

void PathEdit::setPath(const QString &path) {
    path_ = path;
    if (!isReadOnly()) setText(path);
    else setText(documentName(path).isNull() ? QFileInfo(path).fileName() : documentName(path));
}

bool PathEdit::isGiven() const {
    if (!isReadOnly()) return true;
    return !documentName(path_).isEmpty() && !(hasBeside_ && isLoneDocument(path_));
}

bool PathEdit::choose(const QString &title, const QString &filter) {
    QString chosen;
    if (isReadOnly() && hasBeside_) {
        // A dialog for saving would give one name only.
        const QString folder = QFileDialog::getExistingDirectory(this, tr("Choose the folder for %1, and for what comes beside it").arg(text()));
        if (!folder.isEmpty()) chosen = QDir(folder).filePath(QFileInfo(path_).fileName());
    } else {
        // Whether to replace a file is asked later, when the whole name is known; in a sandbox the desktop asks.
        chosen = QFileDialog::getSaveFileName(this, title, path(), filter, nullptr, QFileDialog::DontConfirmOverwrite);
    }
    if (!chosen.isEmpty()) setPath(chosen);
    return !chosen.isEmpty();
}

} // namespace cloop::desktop
