// SPDX-License-Identifier: GPL-3.0-or-later
// The block map with what belongs to it: its legend, buttons to zoom, and the same blocks as a spiral.

#pragma once

#include "image/block_reader.h"
#include "views/map_painter.h"

#include <QWidget>

class QStackedWidget;
class QToolButton;

namespace cloop::desktop {

class MapLegend;
class MapView;
class SpiralView;

class MapPanel final : public QWidget {
    Q_OBJECT

public:
    explicit MapPanel(QWidget *parent = nullptr);

    MapView *map() const { return map_; }

    void setScheme(MapScheme scheme);

    /// What the map shows now is this image, which the spiral needs to know where its blocks are stored. Null: no spiral.
    void setImage(const BlockReader *image);

    /// The map's blocks changed: the legend counts them.
    void showCounts();

private:
    MapView *map_;
    SpiralView *spiral_;
    QStackedWidget *pictures_;
    MapLegend *legend_;
    QToolButton *asSpiral_;
};

} // namespace cloop::desktop
