#include "views/ask_path.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>

#include <algorithm>

namespace cloop::desktop {

namespace {

struct AskPath {
    Q_DECLARE_TR_FUNCTIONS(AskPath)
};

} // namespace

QString askSavePath(QWidget *parent, const QString &title, const QString &suggested, const QList<SaveKind> &kinds) {
    QStringList filters;
    for (const SaveKind &kind : kinds) filters << QStringLiteral("%1 (*%2)").arg(kind.meaning, kind.suffix);
    QString chosen = filters.first();
    // The question comes here, when the whole name is known.
    QString path = QFileDialog::getSaveFileName(parent, title, suggested, filters.join(QStringLiteral(";;")), &chosen, QFileDialog::DontConfirmOverwrite);
    if (path.isEmpty()) return {};
    const SaveKind &kind = kinds[std::max<qsizetype>(0, filters.indexOf(chosen))];
    if (!path.endsWith(kind.suffix, Qt::CaseInsensitive)) {
        // The suggested name has the suffix of the first kind.
        for (const SaveKind &other : kinds)
            if (path.endsWith(other.suffix, Qt::CaseInsensitive)) path.chop(other.suffix.size());
        path += kind.suffix;
    }
    return mayReplace(parent, title, path) ? path : QString();
}

bool mayReplace(QWidget *parent, const QString &title, const QString &path) {
    return !QFileInfo::exists(path) || QMessageBox::question(parent, title, AskPath::tr("%1 already exists. Replace it?").arg(QFileInfo(path).fileName())) == QMessageBox::Yes;
}

} // namespace cloop::desktop
