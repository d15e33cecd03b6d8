// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/mirrored_style.h"

#include "views/looks.h"

#include <QApplication>
#include <QPainter>
#include <QStyleOptionButton>

namespace cloop::desktop {

void MirroredStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const {
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (element != CE_PushButtonLabel || !button || button->direction != Qt::RightToLeft || button->icon.isNull() || button->text.isEmpty()) {
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    }
    QRect all = button->rect;
    if (button->features & QStyleOptionButton::HasMenu) all.setLeft(all.left() + pixelMetric(PM_MenuButtonIndicator, button, widget));
    const bool isEnabled = button->state & State_Enabled;
    const QSize side = button->iconSize;
    const int words = button->fontMetrics.size(Qt::TextShowMnemonic, button->text).width();
    const int wide = std::min(all.width(), side.width() + hair + words);
    const QRect both(all.left() + (all.width() - wide) / 2, all.top(), wide, all.height());
    const QRect picture(QPoint(both.right() + 1 - side.width(), both.center().y() - side.height() / 2), side);
    button->icon.paint(painter, picture, Qt::AlignCenter, isEnabled ? QIcon::Normal : QIcon::Disabled);
    const int mnemonic = styleHint(SH_UnderlineShortcut, button, widget) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
    drawItemText(painter, both.adjusted(0, 0, -side.width() - hair, 0), Qt::AlignCenter | mnemonic, button->palette, isEnabled, button->text,
                 QPalette::ButtonText);
}

void installMirroredStyle() {
    if (QGuiApplication::isRightToLeft()) QApplication::setStyle(new MirroredStyle(QApplication::style()->name()));
}

} // namespace cloop::desktop
