// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map_legend.h"

#include "text/sentences.h"
#include "views/looks.h"

#include <QPainter>
#include <QStyle>

namespace cloop::desktop {

namespace {

constexpr int swatch = 12;
constexpr int scaleWidth = 96;
constexpr int gap = 6;
constexpr int between = 20;

} // namespace

MapLegend::MapLegend(QWidget *parent) : QWidget(parent) {
    // Not Fixed, which allows the hint's one line only.
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void MapLegend::setCounts(const BlockCells &cells) {
    if (cells.counts() == counts_ && cells.pending() == pending_ && !accessibleName().isEmpty()) return;
    counts_ = cells.counts();
    pending_ = cells.pending();
    QStringList texts;
    for (const Entry &entry : entries()) texts << entry.text;
    setAccessibleName(tr("Legend: %1").arg(texts.join(QStringLiteral(", "))));
    updateGeometry();
    update();
}

void MapLegend::setScheme(MapScheme scheme) {
    scheme_ = scheme;
    update();
}

std::vector<MapLegend::Entry> MapLegend::entries() const {
    const auto count = [&](BlockState state) { return counts_[static_cast<std::size_t>(state)]; };
    const auto number = [&](BlockState state) { return numberText(count(state)); };
    std::vector<Entry> entries{{tr("stored in 0 to 100 %"), {}, true}};
    if (pending_) entries.push_back({tr("%1 not stored yet").arg(numberText(pending_)), {}});
    if (const std::size_t untested = count(BlockState::untested) - pending_)
        entries.push_back({tr("%1 not checked").arg(numberText(untested)), {.level = 100}});
    if (count(BlockState::sound)) entries.push_back({tr("%1 sound").arg(number(BlockState::sound)), {.level = 100, .state = BlockState::sound}});
    // After a check, show "damaged" even with 0, because that is the wanted result.
    if (count(BlockState::sound) || count(BlockState::damaged))
        entries.push_back({tr("%1 damaged").arg(number(BlockState::damaged)), {.state = BlockState::damaged}});
    if (count(BlockState::unreadable))
        entries.push_back({tr("%1 unreadable").arg(number(BlockState::unreadable)), {.state = BlockState::unreadable}});
    if (count(BlockState::unverifiable))
        entries.push_back({tr("%1 unverifiable").arg(number(BlockState::unverifiable)), {.level = 100, .state = BlockState::unverifiable}});
    return entries;
}

int MapLegend::lineHeight() const { return std::max(swatch, fontMetrics().height()) + 4; }

/// The rectangle of each entry, wrapped to `width`.
std::vector<QRect> MapLegend::places(int width) const {
    std::vector<QRect> places;
    int x = 0, y = 0;
    for (const Entry &entry : entries()) {
        const int wide = (entry.isScale ? scaleWidth : swatch) + gap + fontMetrics().horizontalAdvance(entry.text) + 1;
        if (x > 0 && x + wide > width) {
            x = 0;
            y += lineHeight();
        }
        places.emplace_back(x, y, wide, lineHeight());
        x += wide + between;
    }
    return places;
}

int MapLegend::heightForWidth(int width) const { return places(width).back().bottom() + 1; }

QSize MapLegend::sizeHint() const { return {places(INT_MAX).back().right(), lineHeight()}; }

QSize MapLegend::minimumSizeHint() const { return {scaleWidth, lineHeight()}; }

void MapLegend::paintEvent(QPaintEvent *) {
    const MapColours colours = MapColours::forTheme(isDark(palette()), scheme_).withCounts(counts_);
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    const qreal scale = devicePixelRatioF();
    const auto all = entries();
    const auto where = places(width());
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Entry &entry = all[i];
        const int wide = entry.isScale ? scaleWidth : swatch;
        const QRect box = QStyle::visualRect(layoutDirection(), rect(), {where[i].x(), where[i].y() + (lineHeight() - swatch) / 2, wide, swatch});
        if (entry.isScale) {
            for (int at = 0; at < wide; ++at)
                painter.fillRect(box.x() + at, box.y(), 1, swatch, QColor::fromRgb(colours.levels[static_cast<std::size_t>(200 * at / wide)]));
        } else {
            const int side = static_cast<int>(swatch * scale);
            QImage image(side, side, QImage::Format_RGB32);
            const bool hasColour = isBad(entry.cell.state) || entry.cell.isPending();
            // A state without its own colour gets the whole ratio scale as its swatch.
            for (int at = 0; at < side && !hasColour; ++at) {
                QImage line(1, side, QImage::Format_RGB32);
                const Cell cell{static_cast<std::uint8_t>(200 * at / side),
                                entry.cell.state == BlockState::unverifiable ? BlockState::sound : entry.cell.state};
                paintMap(line, std::span(&cell, 1), {.cell = side, .gap = 0}, 0, colours);
                for (int y = 0; y < side; ++y) image.setPixel(at, y, line.pixel(0, y));
            }
            if (hasColour) paintMap(image, std::span(&entry.cell, 1), {.cell = side, .gap = 0}, 0, colours);
            if (entry.cell.state == BlockState::unverifiable)
                for (int y = side / 3; y < side - side / 3; ++y)
                    for (int at = side / 3; at < side - side / 3; ++at) image.setPixel(at, y, colours.background);
            image.setDevicePixelRatio(scale);
            painter.drawImage(box.topLeft(), image);
        }
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), where[i].adjusted(wide + gap, 0, 0, 0)), Qt::AlignVCenter, entry.text);
    }
}

} // namespace cloop::desktop
