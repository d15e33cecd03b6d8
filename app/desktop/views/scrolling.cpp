// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scrolling.h"

#include "views/looks.h"

#include <QApplication>
#include <QScrollArea>

namespace cloop::desktop {

QScrollArea *scrolling(QWidget *inside) {
    auto *area = new QScrollArea;
    area->setWidget(inside);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    keepFocusInSight(*area);
    return area;
}

void keepFocusInSight(QScrollArea &area) {
    QObject::connect(qApp, &QApplication::focusChanged, &area, [&area](const QWidget *, QWidget *now) {
        // What was clicked is in sight, and must not move away from under the pointer.
        if (now && area.widget()->isAncestorOf(now) && now->visibleRegion().isEmpty()) area.ensureWidgetVisible(now, 0, apart);
    });
}

} // namespace cloop::desktop
