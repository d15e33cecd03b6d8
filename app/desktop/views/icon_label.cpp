// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/icon_label.h"

#include <QPainter>

namespace cloop::desktop {

IconLabel::IconLabel(int side, QWidget *parent) : QWidget(parent) { setFixedSize(side, side); }

void IconLabel::setIcon(const char *name, Tone tone) {
    icon_ = icon(name);
    tone_ = tone;
    update();
}

void IconLabel::paintEvent(QPaintEvent *) {
    QPixmap drawn = icon_.pixmap(size(), devicePixelRatioF());
    if (drawn.isNull()) return;
    drawn.setDevicePixelRatio(devicePixelRatioF());
    if (tone_ != Tone::neutral) {
        QPainter tint(&drawn);
        tint.setCompositionMode(QPainter::CompositionMode_SourceIn);
        tint.fillRect(rect(), toneColour(palette(), tone_));
    }
    QPainter(this).drawPixmap(0, 0, drawn);
}

} // namespace cloop::desktop
