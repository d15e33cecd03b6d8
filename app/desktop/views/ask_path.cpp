// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/ask_path.h"

#include "job/needed_room.h"
#include "text/document_path.h"
#include "text/sentences.h"
#include "views/ask_verb.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>

#include <algorithm>

namespace cloop::desktop {

namespace {

struct AskPath {
    Q_DECLARE_TR_FUNCTIONS(AskPath)
};

} // namespace

QString withSuffix(const QString &path, const QString &suggested, const QList<SaveKind> &kinds, const SaveKind &chosen) {
    const auto own = std::ranges::find_if(kinds, [&](const SaveKind &kind) { return path.endsWith(kind.suffix, Qt::CaseInsensitive); });
    if (own == kinds.end()) return path + chosen.suffix;
    // A suffix typed by the user is kept; that of the suggestion is replaced by the chosen kind's.
    const bool isWritten = !suggested.endsWith(own->suffix, Qt::CaseInsensitive);
    return isWritten ? path : path.chopped(own->suffix.size()) + chosen.suffix;
}

QString askSavePath(QWidget *parent, const QString &title, const QString &suggested, const QList<SaveKind> &kinds) {
    QStringList filters;
    for (const SaveKind &kind : kinds) filters << QStringLiteral("%1 (*%2)").arg(kind.meaning, kind.suffix);
    QString chosen = filters.first();
    // Ask about overwriting here, when the whole name is known.
    QString path =
        QFileDialog::getSaveFileName(parent, title, suggested, filters.join(QStringLiteral(";;")), &chosen, QFileDialog::DontConfirmOverwrite);
    // The desktop's dialog has given a sandbox this name only, and has asked.
    if (path.isEmpty() || isLoneDocument(path)) return path;
    path = withSuffix(path, suggested, kinds, kinds[std::max<qsizetype>(0, filters.indexOf(chosen))]);
    return askReplace(parent, title, path) ? path : QString();
}

std::optional<Replace> askReplace(QWidget *parent, const QString &title, const QString &path) {
    if (!QFileInfo::exists(path)) return Replace::no;
    // The desktop's dialog has asked, when it gave it to a sandbox.
    if (isLoneDocument(path)) return Replace::yes;
    if (!chooses(parent, title, AskPath::tr("%1 already exists. Replace it?").arg(QFileInfo(path).fileName()), AskPath::tr("Replace")))
        return std::nullopt;
    return Replace::yes;
}

bool mayBeTooLarge(QWidget *parent, const QString &title, const QString &path, std::uint64_t likely) {
    const auto room = free_room(encodedPath(path));
    if (!room || *room >= likely) return true;
    const QString question = AskPath::tr("There is probably not enough room on the disc: about %1 are needed, %2 are free. Begin all the same?")
                                 .arg(sizeText(likely), sizeText(*room));
    return chooses(parent, title, question, AskPath::tr("Begin"));
}

} // namespace cloop::desktop
