// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/state_chip.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyle>

namespace cloop::desktop {

namespace {

constexpr int iconSide = 16;

} // namespace

StateChip::StateChip(QWidget *parent) : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setContentsMargins(rhythm + iconSide + hair, hair, rhythm + hair, hair);
}

void StateChip::show(Tone tone, const char *iconName, const QString &words) {
    tone_ = tone;
    icon_ = icon(iconName);
    setText(words);
    update();
}

void StateChip::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = toneColour(palette(), tone_);
    const QRectF pill = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath path;
    path.addRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    QColor wash = colour;
    wash.setAlpha(28);
    painter.fillPath(path, wash);
    if (tone_ == Tone::bad) {
        wash.setAlpha(60);
        painter.fillPath(path, QBrush(wash, Qt::BDiagPattern));
    }
    painter.setPen(colour);
    painter.drawPath(path);
    const QRect all = rect();
    const QRect picture(rhythm, (all.height() - iconSide) / 2, iconSide, iconSide);
    icon_.paint(&painter, QStyle::visualRect(layoutDirection(), all, picture));
    painter.drawText(QStyle::visualRect(layoutDirection(), all, contentsRect()),
                     static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignVCenter | Qt::AlignLeft)), text());
}

} // namespace cloop::desktop
