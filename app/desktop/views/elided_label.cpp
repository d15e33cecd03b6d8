// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/elided_label.h"

#include <QPainter>
#include <QStyle>

namespace cloop::desktop {

ElidedLabel::ElidedLabel(QWidget *parent) : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize ElidedLabel::minimumSizeHint() const { return {8 * fontMetrics().averageCharWidth(), QLabel::minimumSizeHint().height()}; }

void ElidedLabel::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideMiddle, contentsRect().width());
    setToolTip(shown == text() ? QString() : text());
    // It stands where lines begin in the window, and is read in its own direction.
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    const Qt::Alignment side = QStyle::visualAlignment(layoutDirection(), Qt::AlignVCenter | Qt::AlignLeft) | Qt::AlignAbsolute;
    painter.drawText(contentsRect(), static_cast<int>(side), shown);
}

} // namespace cloop::desktop
