// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map_page.h"

#include "views/labels.h"
#include "views/map_legend.h"
#include "views/map_view.h"

#include <QSplitter>
#include <QVBoxLayout>

namespace cloop::desktop {

MapPage::MapPage(QWidget *parent) : QWidget(parent), map_(new MapView), legend_(new MapLegend) { legend_->setCounts({}); }

void MapPage::setScheme(MapScheme scheme) {
    map_->setScheme(scheme);
    legend_->setScheme(scheme);
}

void MapPage::layOut(QWidget *side, int sideWidth) {
    auto *pane = new QWidget;
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(rhythm, rhythm, rhythm, rhythm);
    column->setSpacing(rhythm);
    column->addWidget(map_, 1);
    column->addWidget(legend_);

    auto *splitter = new QSplitter;
    splitter->addWidget(pane);
    splitter->addWidget(side);
    splitter->setStretchFactor(0, 1);
    splitter->setCollapsible(0, false);
    side->resize(sideWidth, side->height());
    splitter->setSizes({2 * sideWidth, sideWidth});
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(splitter);
}

} // namespace cloop::desktop
