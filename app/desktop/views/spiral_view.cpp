// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/spiral_view.h"

#include "views/looks.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
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

struct Spiral {
    double inner, width, turns;

    /// On a disc that fills a square of that side.
    explicit Spiral(double side) {
        const double outer = side / 2 - 2;
        inner = outer * innerShare;
        turns = std::max(1.0, std::floor((outer - inner) / turnWidth));
        width = (outer - inner) / turns;
    }

    double last() const { return turns - 1; }
    double radiusAt(double place) const { return inner + std::clamp(place, 0.0, last()) * width; }

    /// As many bytes on each millimetre: the share of the area that lies within.
    double areaWithin(double radius) const { return radius * radius - inner * inner; }
    double shareAt(double place) const { return areaWithin(radiusAt(place)) / areaWithin(radiusAt(last())); }
    double placeOf(double share) const { return (std::sqrt(share * areaWithin(radiusAt(last())) + inner * inner) - inner) / width; }

    /// `place`: counted in turns from the inside.
    std::size_t blockAt(std::span<const std::uint64_t> ends, double place) const {
        const auto byte = std::min(static_cast<std::uint64_t>(shareAt(place) * static_cast<double>(ends.back())), ends.back() - 1);
        return static_cast<std::size_t>(std::ranges::upper_bound(ends, byte) - ends.begin());
    }
};

} // namespace

BlockRange blocksOnSpiral(std::span<const std::uint64_t> ends, double side, double x, double y, double reach) {
    if (ends.empty() || ends.back() == 0) return {};
    const Spiral spiral(side);
    const double dx = x - side / 2, dy = y - side / 2, distance = std::hypot(dx, dy);
    const double turn = std::atan2(dy, dx) / (2 * std::numbers::pi) + 0.5;  // 0 to 1
    // The beginning of the spiral's turn that the point lies on.
    const double along = std::floor((distance - spiral.inner) / spiral.width - turn) + turn;
    if (along < 0 || along >= spiral.last()) return {};
    const double around = reach / (2 * std::numbers::pi * distance);
    return {spiral.blockAt(ends, along - around), spiral.blockAt(ends, along + around) + 1};
}

SpiralSteps stepsOnSpiral(std::span<const std::uint64_t> ends, double side, std::size_t block) {
    if (block >= ends.size() || ends.back() == 0) return {};
    const Spiral spiral(side);
    const double place = spiral.placeOf(static_cast<double>(ends[block]) / static_cast<double>(ends.back()));
    const std::size_t turn = std::max<std::size_t>(1, spiral.blockAt(ends, place + 0.5) - spiral.blockAt(ends, place - 0.5));
    const auto pixels = static_cast<std::size_t>(std::max(1.0, 2 * std::numbers::pi * spiral.radiusAt(place)));
    return {.step = std::max<std::size_t>(1, turn / pixels), .turn = turn};
}

SpiralView::SpiralView(QWidget *parent) : QWidget(parent) {
    setAccessibleName(tr("The image as a spiral on a disc"));
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(160, 160);
}

void SpiralView::setBlocks(const BlockCells *cells, std::vector<std::uint64_t> ends) {
    cells_ = cells;
    ends_ = std::move(ends);
    gathered_ = {};
    chosen_ = {};
    update();
}

void SpiralView::refresh(const BlockRange &chosen, const QString &summary) {
    chosen_ = chosen;
    update();
    if (summary == accessibleDescription()) return;
    setAccessibleDescription(summary);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void SpiralView::setScheme(MapScheme scheme) {
    scheme_ = scheme;
    update();
}

BlockRange SpiralView::blocksUnder(QPointF position) const {
    const double side = std::min(width(), height());
    // So that each block lies under some pixel, the first and the last ones too.
    const double reach = std::numbers::sqrt2 / devicePixelRatioF();
    return blocksOnSpiral(ends_, side, position.x() - (width() - side) / 2, position.y() - (height() - side) / 2, reach);
}

QRect SpiralView::square() const {
    const QSize pixels = (QSizeF(size()) * devicePixelRatioF()).toSize();
    const int side = std::min(pixels.width(), pixels.height());
    return {(pixels.width() - side) / 2, (pixels.height() - side) / 2, side, side};
}

void SpiralView::gatherBlocks(const QRect &square) {
    if (gathered_ == square) return;
    gathered_ = square;
    under_.clear();
    under_.reserve(static_cast<std::size_t>(square.width()) * static_cast<std::size_t>(square.height()));
    for (int y = square.top(); y <= square.bottom(); ++y)
        for (int x = square.left(); x <= square.right(); ++x) {
            const BlockRange blocks = blocksUnder(QPointF(x, y) / devicePixelRatioF());
            under_.push_back({static_cast<std::uint32_t>(blocks.first), static_cast<std::uint32_t>(blocks.last)});
        }
}

std::optional<std::size_t> SpiralView::shownOf(const BlockRange &blocks) const {
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
    const MapColours colours =
        cells_ ? MapColours::forTheme(isDark(palette()), scheme_).withCounts(cells_->counts()) : MapColours::forTheme(isDark(palette()), scheme_);
    picture.fill(colours.background);
    const QRect disc = square();
    gatherBlocks(disc);
    auto under = under_.cbegin();
    for (int y = disc.top(); y <= disc.bottom(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(picture.scanLine(y));
        for (int x = disc.left(); x <= disc.right(); ++x, ++under) {
            const auto block = shownOf({under->first, under->last});
            if (!block) continue;
            const Cell cell = (*cells_)[*block];
            line[x] = colours.of(cell);
            // Damage is hatched here too, and what is unverifiable has holes.
            if (isBad(cell.state) && (x + y) % 4 == 0) line[x] = colours.badPattern;
            if (cell.state == BlockState::unverifiable && cell.level != Cell::unknown && x % 3 == 0 && y % 3 == 0) line[x] = colours.background;
            if (*block >= chosen_.first && *block < chosen_.last) line[x] = (x + y) % 4 < 2 ? colours.chosen : colours.chosenInside;
        }
    }
    picture.setDevicePixelRatio(scale);
    QPainter painter(this);
    painter.drawImage(0, 0, picture);
    if (hasFocus()) paintFocus(painter, *this);
}

void SpiralView::mousePressEvent(QMouseEvent *event) {
    if (const auto block = shownOf(blocksUnder(event->position())); block && event->button() == Qt::LeftButton) emit blockChosen(*block);
}

void SpiralView::keyPressEvent(QKeyEvent *event) {
    const SpiralSteps steps = stepsOnSpiral(ends_, std::min(width(), height()), chosen_.first);
    if (!press_ || !press_(*event, steps)) QWidget::keyPressEvent(event);
}

bool SpiralView::event(QEvent *event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const auto block = shownOf(blocksUnder(help->pos()));
    if (block && describe_) QToolTip::showText(help->globalPos(), describe_(*block, *block + 1), this);
    else QToolTip::hideText();
    return true;
}

} // namespace cloop::desktop
