// SPDX-License-Identifier: GPL-3.0-or-later
// Base of the pages with a map: the map with its legend, and a side panel.

#pragma once

#include "views/map_painter.h"

#include <QWidget>

namespace cloop::desktop {

class MapLegend;
class MapView;

class MapPage : public QWidget {
    Q_OBJECT

public:
    MapView *map() const { return map_; }

    virtual void setScheme(MapScheme scheme);

protected:
    explicit MapPage(QWidget *parent);

    /// Puts `side` beside the map, which takes the remaining room. Call once.
    void layOut(QWidget *side, int sideWidth);

    MapView *map_;
    MapLegend *legend_;
};

} // namespace cloop::desktop
