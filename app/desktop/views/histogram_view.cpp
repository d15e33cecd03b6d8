// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/histogram_view.h"

#include "text/sentences.h"
#include "views/looks.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace cloop::desktop {

HistogramView::HistogramView(QWidget *parent) : QWidget(parent) {
    // Left to right in every language, like the legend's scale.
    setLayoutDirection(Qt::LeftToRight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Histogram of the ratios"));
}

void HistogramView::setCells(const BlockCells &cells) {
    bars_ = {};
    for (std::size_t block = 0; block < cells.size(); ++block)
        // Level 200 is 100 %, in the bar of 95 to 100 %.
        if (const std::uint8_t level = cells[block].level; level != Cell::unknown)
            ++bars_[level > 200 ? barCount - 1 : std::min<std::size_t>(level / 10, barCount - 2)];
    const auto most = std::ranges::max_element(bars_);
    setAccessibleDescription(*most ? tr("Largest group: %1").arg(describe(static_cast<std::size_t>(most - bars_.begin()))) : QString());
    update();
}

void HistogramView::setScheme(MapScheme scheme) {
    scheme_ = scheme;
    update();
}

QString HistogramView::describe(std::size_t bar) const {
    const QString count = tr("%n block(s)", nullptr, static_cast<int>(std::min<std::size_t>(bars_[bar], INT_MAX)));
    if (bar + 1 == barCount) return tr("longer than the block itself: %1").arg(count);
    return tr("stored in %1 to %2 %: %3")
        .arg(QLocale().toString(static_cast<int>(bar) * 5), QLocale().toString(static_cast<int>(bar) * 5 + 5), count);
}

void HistogramView::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight);
    const MapColours colours = MapColours::forTheme(isDark(palette()), scheme_);
    const int labels = fontMetrics().height();
    const int height = this->height() - labels - 4;
    const qreal step = static_cast<qreal>(width()) / barCount;
    const std::size_t most = *std::ranges::max_element(bars_);
    for (std::size_t bar = 0; bar < barCount; ++bar) {
        if (bars_[bar] == 0) continue;
        // At least 2 pixels, so that every nonzero bar is visible.
        const qreal tall = std::max(2.0, static_cast<qreal>(height) * static_cast<qreal>(bars_[bar]) / static_cast<qreal>(most));
        const QRectF box(step * static_cast<qreal>(bar) + 1, height - tall, step - 2, tall);
        painter.fillRect(box, QColor::fromRgb(colours.levels[std::min<std::size_t>(10 * bar + 5, 254)]));
        painter.setPen(QColor::fromRgb(colours.outline));
        painter.drawRect(box.adjusted(0, 0, -0.5, -0.5));
    }
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(0, height, width(), height);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    const int end = static_cast<int>(step * (barCount - 1));
    painter.drawText(QRect(0, height + 2, end, labels), Qt::AlignLeft, tr("%1 %").arg(QLocale().toString(0)));
    painter.drawText(QRect(0, height + 2, end, labels), Qt::AlignHCenter, tr("%1 %").arg(QLocale().toString(50)));
    painter.drawText(QRect(0, height + 2, end, labels), Qt::AlignRight, tr("%1 %").arg(QLocale().toString(100)));
}

bool HistogramView::event(QEvent *event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const auto bar =
        static_cast<std::size_t>(std::clamp(help->pos().x() * static_cast<int>(barCount) / std::max(1, width()), 0, static_cast<int>(barCount) - 1));
    QToolTip::showText(help->globalPos(), describe(bar), this);
    return true;
}

} // namespace cloop::desktop
