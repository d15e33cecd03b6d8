// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/accent_button.h"

#include "views/looks.h"

#include <QPainter>
#include <QStyleOptionButton>

namespace cloop::desktop {

AccentButton::AccentButton(const QString &text, QWidget *parent) : QPushButton(text, parent) {
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    setFont(bold);
    setMinimumHeight(2 * apart);
    setMinimumWidth(6 * far);
    setAttribute(Qt::WA_Hover);
}

void AccentButton::paintEvent(QPaintEvent *event) {
    // Disabled, it is a button as all others.
    if (!isEnabled()) {
        QPushButton::paintEvent(event);
        return;
    }
    QStyleOptionButton option;
    initStyleOption(&option);
    const QColor text = isDark(palette()) ? Qt::black : Qt::white;
    QColor face = accent(palette());
    if (option.state & QStyle::State_Sunken) face = face.darker(120);
    else if (option.state & QStyle::State_MouseOver) face = face.lighter(108);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(face);
    painter.drawRoundedRect(rect(), hair, hair);
    if (hasFocus()) {
        painter.setPen(text);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(2.5, 2.5, -2.5, -2.5), 2, 2);
    }
    QPalette words = palette();
    words.setColor(QPalette::ButtonText, text);
    const int mnemonic = style()->styleHint(QStyle::SH_UnderlineShortcut, &option, this) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
    style()->drawItemText(&painter, rect(), Qt::AlignCenter | mnemonic, words, true, option.text, QPalette::ButtonText);
}

} // namespace cloop::desktop
