// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages with a map have in common: the map with its legend, and what belongs to it beside.

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

    /// Puts `side` beside the map, which takes all other room. Call once.
    void layOut(QWidget *side, int sideWidth);

    MapView *map_;
    MapLegend *legend_;
};

} // namespace cloop::desktop
