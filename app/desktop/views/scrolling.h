// SPDX-License-Identifier: GPL-3.0-or-later
// Scrolls a page up and down where there is too little room.

#pragma once

class QScrollArea;
class QWidget;

namespace cloop::desktop {

/// As wide as there is room; Tab passes over the area itself.
QScrollArea *scrolling(QWidget *inside);

/// What gets the focus while it is out of sight is scrolled to, also if the focus comes from outside, which Qt leaves to itself.
void keepFocusInSight(QScrollArea &area);

} // namespace cloop::desktop
