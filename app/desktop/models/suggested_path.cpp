#include "models/suggested_path.h"

#include "job/open_image.h"
#include "text/sentences.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace cloop::desktop {

QString suggestedPath(const QString &source, const QString &suffix) {
    const QString outer = nameText(outer_name(encodedPath(source)));
    const QFileInfo info(outer);
    QDir folder = info.dir();
    if (folder.absolutePath().startsWith(QLatin1String("/dev")) || !QFileInfo(folder.absolutePath()).isWritable())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    // Of what lies inside, its own name.
    const QFileInfo named(source.size() > outer.size() ? source : outer);
    QString name = info.isDir() ? info.fileName() : named.completeBaseName();
    if (name.endsWith(QLatin1String(".tar"))) name.chop(4);
    if (name.isEmpty()) name = QStringLiteral("image");
    QString path = folder.filePath(name + suffix);
    for (int number = 2; QFileInfo::exists(path); ++number) path = folder.filePath(QStringLiteral("%1-%2%3").arg(name).arg(number).arg(suffix));
    return path;
}

} // namespace cloop::desktop
