// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/suggested_path.h"

#include "file/image_name.h"
#include "file/split_set.h"
#include "job/open_image.h"
#include "text/document_path.h"
#include "text/sentences.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace cloop::desktop {

namespace {

/// A label may hold what no name of a file may.
QString nameOfLabel(QString label) {
    for (QChar &letter : label)
        if (letter == QLatin1Char('/') || !letter.isPrint()) letter = QLatin1Char('-');
    label = label.trimmed();
    while (label.startsWith(QLatin1Char('.'))) label = label.mid(1).trimmed();
    return label;
}

} // namespace

SuggestedPath suggestPath(const QString &source, const QString &suffix, const QString &label) {
    const std::string whole = ImageName::of(encodedPath(source)).outer;
    const QString outer = nameText(whole);
    const QFileInfo info(outer);
    QDir folder = info.dir();
    // Beside a document that was given by itself there is no place.
    const bool isNoPlace = (folder.absolutePath() + QLatin1Char('/')).startsWith(QLatin1String("/dev/")) || isLoneDocument(outer);
    if (isNoPlace || !QFileInfo(folder.absolutePath()).isWritable())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    if (!folder.exists()) folder = QDir::home();
    // For a file inside another one, its own name.
    const QFileInfo named(source.size() > outer.size() ? source : nameText(archive_of(whole).value_or(whole)));
    QString name = info.isDir() ? info.fileName() : named.completeBaseName();
    // Remove a second suffix: x.tar.gz becomes x, and so does x.cloop.000.
    for (const QLatin1String second : {QLatin1String(".tar"), QLatin1String(".cloop")})
        if (!info.isDir() && name.endsWith(second)) name.chop(second.size());
    if (const QString given = nameOfLabel(label); !given.isEmpty()) name = given;
    if (name.isEmpty()) name = QStringLiteral("image");
    SuggestedPath suggested{folder.filePath(name + suffix)};
    if (QFileInfo::exists(suggested.path)) suggested.taken = name + suffix;
    for (int number = 2; QFileInfo::exists(suggested.path); ++number)
        suggested.path = folder.filePath(QStringLiteral("%1-%2%3").arg(name, QString::number(number), suffix));
    return suggested;
}

} // namespace cloop::desktop
