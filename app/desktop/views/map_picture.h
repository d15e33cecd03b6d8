// SPDX-License-Identifier: GPL-3.0-or-later
// Saves the map as a picture.

#pragma once

#include "views/map_painter.h"

namespace cloop::desktop {

/// Writes the whole map with title and legend, 1600 by 1000: .svg by suffix, else .png. Error: write_failed.
Status saveMapPicture(const QString &path, const BlockCells &cells, const QString &title, const MapColours &colours);

} // namespace cloop::desktop
