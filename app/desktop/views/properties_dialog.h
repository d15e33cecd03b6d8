// SPDX-License-Identifier: GPL-3.0-or-later
// What an image is: its head, how far its blocks shrank, which codecs they have.

#pragma once

#include "models/block_cells.h"
#include "models/opened_image.h"
#include "views/map_painter.h"

#include <QDialog>

namespace cloop::desktop {

/// Shows what was known when it was opened. Deletes itself once it is closed.
class PropertiesDialog final : public QDialog {
    Q_OBJECT

public:
    PropertiesDialog(const OpenedImage &opened, const BlockCells &cells, MapScheme scheme, QWidget *parent);
};

} // namespace cloop::desktop
