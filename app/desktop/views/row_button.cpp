// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/row_button.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace cloop::desktop {

namespace {

constexpr int buttonIconSide = 24;
constexpr int narrowest = 200;

QString separator() { return QStringLiteral("  ·  "); }

QColor withAlpha(QColor colour, int alpha) {
    colour.setAlpha(alpha);
    return colour;
}

} // namespace

RowButton::RowButton(const char *icon, const QString &text, bool isFramed, QWidget *parent)
    : QAbstractButton(parent), iconName_(icon), isFramed_(isFramed) {
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RowButton::setDetails(const QList<Piece> &details) {
    details_ = details;
    QStringList texts;
    for (const Piece &piece : details) texts << piece.text;
    setAccessibleDescription(texts.join(QStringLiteral(", ")));
    update();
}

void RowButton::setFaded(bool isFaded) {
    isFaded_ = isFaded;
    update();
}

int RowButton::height() const { return 2 * rhythm + fontMetrics().height() + hair + QFontMetrics(smallFont()).height(); }

QSize RowButton::sizeHint() const { return {2 * narrowest, height()}; }

QSize RowButton::minimumSizeHint() const { return {narrowest, height()}; }

void RowButton::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintFrame(painter);
    const QRect place(rhythm + hair, (rect().height() - buttonIconSide) / 2, buttonIconSide, buttonIconSide);
    painter.setOpacity(isFaded_ ? 0.4 : isFramed_ ? 1 : 0.7);
    cloop::desktop::icon(iconName_).paint(&painter, QStyle::visualRect(layoutDirection(), rect(), place));
    painter.setOpacity(1);
    paintText(painter);
}

void RowButton::paintFrame(QPainter &painter) const {
    const QColor blue = accent(QApplication::palette());
    const bool isPointedAt = underMouse() && isEnabled();
    const QColor frame = isFramed_ ? withAlpha(isPointedAt ? blue : quietText(QApplication::palette()), 110) : QColor(Qt::transparent);
    const QColor line = hasFocus() ? blue : frame;
    const qreal width = hasFocus() ? 2 : 1;
    if (isFramed_) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette().color(isDark(palette()) ? QPalette::Button : QPalette::Base));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), rhythm, rhythm);
    }
    painter.setPen(QPen(line, width));
    painter.setBrush(isDown() ? withAlpha(blue, 60) : isPointedAt ? withAlpha(blue, 26) : QColor(Qt::transparent));
    painter.drawRoundedRect(QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), rhythm, rhythm);
}

void RowButton::paintText(QPainter &painter) const {
    const QPalette theme = QApplication::palette();
    const auto mirrored = [&](const QRect &place) { return QStyle::visualRect(layoutDirection(), rect(), place); };
    const int left = rhythm + hair + buttonIconSide + rhythm + hair;
    const int room = width() - left - rhythm - hair;
    const Qt::Alignment side = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading) | Qt::AlignVCenter;

    const bool showsMnemonic = style()->styleHint(QStyle::SH_UnderlineShortcut, nullptr, this);
    painter.setFont(font());
    painter.setPen(isFaded_ ? quietText(theme) : theme.color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    const int titleHeight = fontMetrics().height();
    painter.drawText(mirrored({left, rhythm, room, titleHeight}),
                     static_cast<int>(side) | (showsMnemonic ? Qt::TextShowMnemonic : Qt::TextHideMnemonic) | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), Qt::ElideMiddle, room, Qt::TextShowMnemonic));

    const QFont small = smallFont();
    const QFontMetrics metrics(small);
    painter.setFont(small);
    const int gap = metrics.horizontalAdvance(separator());
    // The first piece keeps a quarter of the room.
    QList<Piece> pieces = details_;
    int rest = 0;
    for (qsizetype i = 1; i < pieces.size(); ++i) rest += gap + metrics.horizontalAdvance(pieces[i].text);
    while (pieces.size() > 2 && rest > room * 3 / 4) rest -= gap + metrics.horizontalAdvance(pieces.takeAt(pieces.size() - 2).text);
    int x = left;
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        const int y = rhythm + titleHeight + hair;
        if (i > 0) {
            painter.setPen(quietText(theme));
            painter.drawText(mirrored({x, y, gap, metrics.height()}), Qt::AlignCenter, QStringLiteral("·"));
            x += gap;
        }
        const QString shown = i == 0 ? metrics.elidedText(pieces[i].text, Qt::ElideMiddle, room - rest) : pieces[i].text;
        const int advance = metrics.horizontalAdvance(shown);
        painter.setPen(toneColour(theme, pieces[i].tone));
        painter.drawText(mirrored({x, y, advance, metrics.height()}), static_cast<int>(side) | Qt::TextDontClip | Qt::TextSingleLine, shown);
        x += advance;
    }
}

void RowButton::keyPressEvent(QKeyEvent *event) {
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: click(); break;
    case Qt::Key_Up:
    case Qt::Key_Down: event->ignore(); break;
    default: QAbstractButton::keyPressEvent(event);
    }
}

void RowButton::changeEvent(QEvent *event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange) updateGeometry();
    QAbstractButton::changeEvent(event);
}

} // namespace cloop::desktop
