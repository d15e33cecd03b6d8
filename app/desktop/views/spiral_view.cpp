// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/spiral_view.h"

#include "views/looks.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace cloop::desktop {

namespace {

/// A CD's program area runs from 25 to 58 mm; the turns here are far fewer, and as wide as the eye needs.
constexpr double innerShare = 25.0 / 58.0;
constexpr double turnWidth = 6;  // logical pixels

} // namespace

BlockRange blocksOnSpiral(std::span<const std::uint64_t> ends, double side, double x, double y, double reach) {
    if (ends.empty() || ends.back() == 0) return {};
    const double outer = side / 2 - 2, inner = outer * innerShare;
    const double turns = std::max(1.0, std::floor((outer - inner) / turnWidth));
    const double width = (outer - inner) / turns;
    const double dx = x - side / 2, dy = y - side / 2, distance = std::hypot(dx, dy);
    const double turn = std::atan2(dy, dx) / (2 * std::numbers::pi) + 0.5;  // 0 to 1
    // The beginning of the spiral's turn that the point lies on.
    const double along = std::floor((distance - inner) / width - turn) + turn;
    if (along < 0 || along >= turns - 1) return {};
    // As many bytes on each millimetre: the share of the area that lies within.
    const auto blockOf = [&](double place) {
        const double radius = inner + std::clamp(place, 0.0, turns - 1) * width, last = inner + (turns - 1) * width;
        const double share = (radius * radius - inner * inner) / (last * last - inner * inner);
        const auto byte = std::min(static_cast<std::uint64_t>(share * static_cast<double>(ends.back())), ends.back() - 1);
        return static_cast<std::size_t>(std::ranges::upper_bound(ends, byte) - ends.begin());
    };
    const double around = reach / (2 * std::numbers::pi * distance);
    return {blockOf(along - around), blockOf(along + around) + 1};
}

SpiralView::SpiralView(QWidget *parent) : QWidget(parent) {
    setAccessibleName(tr("The image as a spiral on a disc"));
    setMinimumSize(160, 160);
}

void SpiralView::setBlocks(const BlockCells *cells, std::vector<std::uint64_t> ends) {
    cells_ = cells;
    ends_ = std::move(ends);
    chosen_ = {};
    update();
}

void SpiralView::refresh(const BlockRange &chosen) {
    chosen_ = chosen;
    update();
}

void SpiralView::setScheme(MapScheme scheme) {
    scheme_ = scheme;
    update();
}

std::optional<std::size_t> SpiralView::blockAt(QPointF position) const {
    const double side = std::min(width(), height());
    // A pixel's diagonal, so that each block lies under some pixel, the first and the last ones too.
    const double reach = std::numbers::sqrt2 / devicePixelRatioF();
    const BlockRange blocks =
        blocksOnSpiral(ends_, side, position.x() - (width() - side) / 2, position.y() - (height() - side) / 2, reach);
    if (!cells_ || blocks.is_empty() || blocks.last > cells_->size()) return {};
    const auto under = cells_->all().subspan(blocks.first, blocks.count());
    const auto bad = std::ranges::find_if(under, isBad, &Cell::state);
    if (bad != under.end()) return blocks.first + static_cast<std::size_t>(bad - under.begin());
    if (chosen_.first < blocks.last && chosen_.last > blocks.first) return std::max(chosen_.first, blocks.first);
    return blocks.first + blocks.count() / 2;
}

void SpiralView::paintEvent(QPaintEvent *) {
    const qreal scale = devicePixelRatioF();
    QImage picture((QSizeF(size()) * scale).toSize(), QImage::Format_RGB32);
    const MapColours colours = cells_ ? MapColours::forTheme(isDark(palette()), scheme_).withCounts(cells_->counts())
                                      : MapColours::forTheme(isDark(palette()), scheme_);
    for (int y = 0; y < picture.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(picture.scanLine(y));
        for (int x = 0; x < picture.width(); ++x) {
            line[x] = colours.background;
            const auto block = blockAt(QPointF(x, y) / scale);
            if (!block) continue;
            const Cell cell = (*cells_)[*block];
            line[x] = cell.level == Cell::unknown ? colours.pending : colours.levels[cell.level];
            // Damage is hatched here too.
            if (isBad(cell.state)) line[x] = (x + y) % 4 == 0 ? colours.badPattern : colours.bad;
            if (*block >= chosen_.first && *block < chosen_.last) line[x] = (x + y) % 4 < 2 ? colours.chosen : colours.chosenInside;
        }
    }
    picture.setDevicePixelRatio(scale);
    QPainter(this).drawImage(0, 0, picture);
}

void SpiralView::mousePressEvent(QMouseEvent *event) {
    if (const auto block = blockAt(event->position()); block && event->button() == Qt::LeftButton) emit blockChosen(*block);
}

bool SpiralView::event(QEvent *event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    if (const auto block = blockAt(help->pos()); block && describe_) QToolTip::showText(help->globalPos(), describe_(*block, *block + 1), this);
    else QToolTip::hideText();
    return true;
}

} // namespace cloop::desktop
