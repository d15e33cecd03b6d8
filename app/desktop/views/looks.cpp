// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/looks.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <QWidget>

namespace cloop::desktop {

namespace {

/// Draws the lines of an SVG in the colour of the palette's text, so that it follows the theme while the program runs.
class TintedIcon final : public QIconEngine {
public:
    explicit TintedIcon(const QString &name) : name_(name) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override {
        const qreal scale = painter->device()->devicePixelRatio();
        painter->drawPixmap(rect, drawn(rect.size() * scale, mode, state));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override { return drawn(size, mode, state); }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal) override { return drawn(size, mode, state); }
    QIconEngine *clone() const override { return new TintedIcon(name_); }

private:
    QPixmap drawn(QSize size, QIcon::Mode mode, QIcon::State) const {
        const QPalette::ColorGroup group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const QColor colour = QApplication::palette().color(group, mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::WindowText);
        const QString key = QStringLiteral("%1 %2x%3 %4").arg(name_).arg(size.width()).arg(size.height()).arg(colour.name());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap)) return pixmap;
        // Back leads to where one reads from, and what is folded points to where one reads on.
        const bool isMirrored = (name_ == QLatin1String("back") || name_ == QLatin1String("folded")) && QGuiApplication::isRightToLeft();
        QFile file(QStringLiteral(":/icons/actions/%1.svg").arg(name_));
        if (!file.open(QIODevice::ReadOnly)) return pixmap;
        QSvgRenderer renderer(file.readAll().replace("currentColor", colour.name().toLatin1()));
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        const int side = std::min(size.width(), size.height());
        if (isMirrored) {
            painter.translate(size.width(), 0);
            painter.scale(-1, 1);
        }
        renderer.render(&painter, QRectF((size.width() - side) / 2.0, (size.height() - side) / 2.0, side, side));
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QString name_;
};

class QuietText final : public QObject {
public:
    explicit QuietText(QWidget *label) : QObject(label), label_(label) {
        label->installEventFilter(this);
        tint();
    }

    bool eventFilter(QObject *, QEvent *event) override {
        // Setting a palette sends the event too, but then the colour is right already.
        if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::PaletteChange) tint();
        return false;
    }

private:
    void tint() {
        const QColor colour = quietText(QApplication::palette());
        QPalette palette = label_->palette();
        if (palette.color(QPalette::WindowText) == colour) return;
        palette.setColor(QPalette::WindowText, colour);
        palette.setColor(QPalette::Text, colour);
        label_->setPalette(palette);
    }

    QWidget *label_;
};

} // namespace

QFont titleFont() {
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * 1.35);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont smallFont() {
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * 0.92);
    return font;
}

bool isDark(const QPalette &palette) { return palette.color(QPalette::Window).lightness() < 128; }

QColor accent(const QPalette &palette) { return isDark(palette) ? QColor(0x7f, 0xb7, 0xea) : QColor(0x1f, 0x5f, 0x9e); }

QColor quietText(const QPalette &palette) { return isDark(palette) ? QColor(0xb4, 0xba, 0xc0) : QColor(0x5a, 0x60, 0x66); }

void paintFocus(QPainter &painter, const QWidget &widget) {
    painter.setPen(QPen(accent(widget.palette()), 2));
    painter.drawRect(QRectF(widget.rect()).adjusted(1, 1, -1, -1));
}

QColor toneColour(const QPalette &palette, Tone tone) {
    switch (tone) {
    case Tone::good: return isDark(palette) ? QColor(0x7d, 0xd1, 0x8f) : QColor(0x1d, 0x6b, 0x33);
    case Tone::bad: return isDark(palette) ? QColor(0xff, 0xa6, 0x66) : QColor(0xa8, 0x3a, 0x00);
    case Tone::neutral: break;
    }
    return quietText(palette);
}

void makeQuiet(QWidget *label) { new QuietText(label); }

QIcon icon(const char *name) { return QIcon(new TintedIcon(QLatin1String(name))); }

} // namespace cloop::desktop
