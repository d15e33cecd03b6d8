// SPDX-License-Identifier: GPL-3.0-or-later
// Saves the map of an image as a picture.

#pragma once

#include "models/opened_image.h"

class QWidget;

namespace cloop::desktop {

class MapView;

/// Writes the map as .png or .svg, in the colours that it is shown in, but never over a file of the image. Errors: write_failed, same_file.
Status savePicture(const OpenedImage &opened, const MapView &map, const QString &path);

/// Asks where to save it. Empty: cancelled.
QString askPicturePath(QWidget *parent, const OpenedImage &opened);

} // namespace cloop::desktop
