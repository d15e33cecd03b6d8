// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card.h"

#include <QPainter>
#include <QVBoxLayout>

namespace cloop::desktop {

Card::Card(QWidget *parent) : QWidget(parent), column_(new QVBoxLayout(this)) {
    column_->setContentsMargins(apart, apart, apart, apart);
    column_->setSpacing(rhythm);
}

void Card::setTone(Tone tone) {
    tone_ = tone;
    update();
}

void Card::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor line = toneColour(palette(), tone_);
    if (tone_ == Tone::neutral) line.setAlphaF(0.4f);
    painter.setPen(QPen(line, 1));
    painter.setBrush(palette().base());
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), hair, hair);
}

} // namespace cloop::desktop
