// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/save_picture.h"

#include "file/image_name.h"
#include "models/suggested_path.h"
#include "text/sentences.h"
#include "views/ask_path.h"
#include "views/extract_task.h"
#include "views/looks.h"
#include "views/map_picture.h"
#include "views/map_view.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace cloop::desktop {

namespace {

struct PictureSaving {
    Q_DECLARE_TR_FUNCTIONS(SavePicture)
};

} // namespace

Status savePicture(const OpenedImage &opened, const MapView &map, const QString &path) {
    const auto there = identitiesOf({encodedPath(path)});
    if (!there.empty() && std::ranges::count(identitiesOf(ImageName::of(encodedPath(opened.path)).files()), there.front()) > 0)
        return fail(ErrorCode::same_file, encodedPath(path));
    return saveMapPicture(path, map.cells(), QFileInfo(opened.path).fileName(),
                          MapColours::forTheme(isDark(map.palette()), map.scheme()).withCounts(map.cells().counts()));
}

QString askPicturePath(QWidget *parent, const OpenedImage &opened) {
    return askSavePath(parent, PictureSaving::tr("Save the map as a picture"), suggestedPath(opened.path, QStringLiteral(".png")),
                       {{PictureSaving::tr("Pictures"), QStringLiteral(".png")}, {PictureSaving::tr("Drawings"), QStringLiteral(".svg")}});
}

} // namespace cloop::desktop
