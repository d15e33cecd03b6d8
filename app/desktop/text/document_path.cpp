// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/document_path.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace cloop::desktop {

namespace {

struct DocumentPath {
    Q_DECLARE_TR_FUNCTIONS(DocumentPath)
};

/// The portal's, and where Flatpak mounts that.
QStringList documentFolders() {
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    QStringList folders{QStringLiteral("/run/flatpak/doc/")};
    if (!runtime.isEmpty()) folders << runtime + QStringLiteral("/doc/");
    return folders;
}

} // namespace

QString documentName(const QString &path) {
    static const QRegularExpression document(QStringLiteral("^[0-9a-f]+(?:/(.*))?$"));
    for (const QString &folder : documentFolders()) {
        if (!path.startsWith(folder)) continue;
        if (const auto match = document.match(path.mid(folder.size())); match.hasMatch())
            return match.hasCaptured(1) ? match.captured(1) : QStringLiteral("");
    }
    return {};
}

bool isLoneDocument(const QString &path) {
    const QString name = documentName(path);
    return !name.isEmpty() && !name.contains(QLatin1Char('/'));
}

QString shownPath(const QString &path) {
    const QString name = documentName(path);
    if (name.isNull()) return path;
    return name.isEmpty() ? DocumentPath::tr("chosen by you", "in place of the folder of a file, where that is not known") : name;
}

QString withoutDocumentFolders(const QString &text) {
    QString shown = text;
    for (const QString &folder : documentFolders()) {
        const QRegularExpression before(QRegularExpression::escape(folder) + QStringLiteral("[0-9a-f]+/"));
        if (shown.contains(folder)) shown.remove(before);
    }
    return shown;
}

} // namespace cloop::desktop
