// SPDX-License-Identifier: GPL-3.0-or-later
// Mends what Qt's styles draw wrong from right to left.

#pragma once

#include <QProxyStyle>

namespace cloop::desktop {

/// Where a button has an icon, Qt puts its words at the far edge, away from it. Here both stand in the middle, as from left to right.
class MirroredStyle final : public QProxyStyle {
public:
    using QProxyStyle::QProxyStyle;

    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
};

/// Gives the program this style over its own, where it goes from right to left.
void installMirroredStyle();

} // namespace cloop::desktop
