// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/switch_button.h"

#include "views/looks.h"

#include <QPainter>

namespace cloop::desktop {

SwitchButton::SwitchButton(const char *iconName, const QString &words, QWidget *parent) : QToolButton(parent) {
    if (iconName) setIcon(desktop::icon(iconName));
    setText(words);
    setToolButtonStyle(iconName ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonTextOnly);
    setCheckable(true);
    setAutoExclusive(true);
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
}

void SwitchButton::paintEvent(QPaintEvent *event) {
    QToolButton::paintEvent(event);
    if (!isChecked()) return;
    QPainter painter(this);
    painter.fillRect(QRect(hair, height() - 2, width() - 2 * hair, 2), accent(palette()));
}

} // namespace cloop::desktop
