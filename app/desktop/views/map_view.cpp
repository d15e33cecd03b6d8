// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map_view.h"

#include "text/sentences.h"
#include "views/looks.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace cloop::desktop {

MapView::MapView(QWidget *parent) : QAbstractScrollArea(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Block map"));
    // Left to right in every language.
    setLayoutDirection(Qt::LeftToRight);
    viewport()->setMouseTracking(true);
    refreshTimer_.setSingleShot(true);
    refreshTimer_.setInterval(50);
    connect(&refreshTimer_, &QTimer::timeout, this, &MapView::refresh);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, viewport(), qOverload<>(&QWidget::update));
    updateSummary();
}

void MapView::setCells(BlockCells cells) {
    cells_ = std::move(cells);
    gatheredPer_ = 0;
    chosen_ = {};
    lit_.clear();
    fitAll();
}

void MapView::growTo(std::size_t count) {
    if (count <= cells_.size()) return;
    cells_.growTo(count);
    gatheredPer_ = 0;
    regrid();
}

void MapView::setCell(std::size_t block, Cell cell) {
    cells_.set(block, cell);
    gatheredPer_ = 0;
    if (!refreshTimer_.isActive()) refreshTimer_.start();
}

void MapView::setStates(BlockState state) {
    for (std::size_t block = 0; block < cells_.size(); ++block) cells_.setState(block, state);
    gatheredPer_ = 0;
    refresh();
}

void MapView::choose(std::size_t first, std::size_t last) {
    chosen_ = {first, std::min(last, cells_.size())};
    if (first < last) showCell(first / grid_.perCell);
    viewport()->update();
    announce();
    emit chosenChanged(chosen_.first, chosen_.last);
}

/// To a screen reader: the block that is chosen, and what a glance at the map tells.
void MapView::announce() {
    updateSummary();
    if (chosen_.is_empty() || chosen_.count() > 1) return;
    setAccessibleDescription(
        tr("Block %1, %2. %3", "number, state, the whole map")
            .arg(QLocale().toString(static_cast<qulonglong>(chosen_.first)), shortStateText(cells_[chosen_.first].state), accessibleDescription()));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void MapView::setLit(std::vector<BlockRange> ranges) {
    lit_ = std::move(ranges);
    gatherLit();
    if (!lit_.empty()) showCell(std::ranges::min_element(lit_, {}, &BlockRange::first)->first / grid_.perCell);
    viewport()->update();
}

void MapView::gatherLit() {
    litCells_.clear();
    if (lit_.empty()) return;
    litCells_.resize(shown().size());
    for (const auto &[first, last] : lit_)
        for (std::size_t cell = first / grid_.perCell; cell < litCells_.size() && cell * grid_.perCell < last; ++cell) litCells_[cell] = 1;
}

void MapView::setScheme(MapScheme scheme) {
    scheme_ = scheme;
    viewport()->update();
}

void MapView::zoom(int steps) {
    // What is chosen stays where it can be seen, where it can be seen now; else what is at the top.
    const int firstRow = verticalScrollBar()->value() / grid_.cell;
    const std::size_t top = firstRow == 0 ? 0 : grid_.at(firstRow, 0) * grid_.perCell;
    const std::size_t bottom = grid_.at(firstRow + area().height() / grid_.cell + 1, 0) * grid_.perCell;
    const bool isChosenInSight = !chosen_.is_empty() && chosen_.first >= top && chosen_.first < bottom;
    zoomAt(steps, isChosenInSight ? chosen_.first : top);
}

void MapView::zoomAt(int steps, std::size_t block, std::optional<QPoint> under) {
    MapGrid grid = grid_.zoomed(steps, area().width(), devicePixelRatioF());
    // Further away than the whole image there is nothing to see.
    if (steps < 0 && grid.rows(cells_.size()) * grid.cell <= area().height()) {
        fitAll();
        return;
    }
    if (grid.cell == grid_.cell && grid.perCell == grid_.perCell) return;
    isFitting_ = false;
    const std::size_t cell = block / grid.perCell;
    if (under) {
        const int column = std::min(under->x() / grid.cell, grid.columns - 1);
        grid.lead = (column - grid.columnOf(cell) + grid.columns) % grid.columns;
    }
    setGrid(grid);
    if (under) verticalScrollBar()->setValue(grid_.rowOf(cell) * grid_.cell + grid_.cell / 2 - under->y());
    else showCell(cell);
}

void MapView::fitAll() {
    isFitting_ = true;
    setGrid(MapGrid::fitting(cells_.size(), area().width(), area().height(), devicePixelRatioF()));
}

bool MapView::chooseNextBad() {
    const std::size_t block = cells_.nextBad(!chosen_.is_empty() ? chosen_.last : 0);
    if (block == cells_.size()) return false;
    choose(block, block + 1);
    return true;
}

bool MapView::choosePreviousBad() {
    const std::size_t block = cells_.previousBad(!chosen_.is_empty() ? chosen_.first : cells_.size());
    if (block == cells_.size()) return false;
    choose(block, block + 1);
    return true;
}

QSize MapView::area() const { return (QSizeF(viewport()->size()) * devicePixelRatioF()).toSize(); }

void MapView::setGrid(const MapGrid &grid) {
    grid_ = grid;
    scale_ = devicePixelRatioF();
    refresh();
    const int height = grid_.rows(cells_.size()) * grid_.cell;
    verticalScrollBar()->setRange(0, std::max(0, height - area().height()));
    verticalScrollBar()->setPageStep(area().height());
    verticalScrollBar()->setSingleStep(grid_.cell);
}

void MapView::refresh() {
    refreshTimer_.stop();
    if (grid_.perCell > 1 && gatheredPer_ != grid_.perCell) {
        cells_.gather(grid_.perCell, gathered_);
        gatheredPer_ = grid_.perCell;
    }
    gatherLit();
    updateSummary();
    viewport()->update();
}

/// For screen readers: a summary instead of a million cells.
void MapView::updateSummary() {
    const auto counts = cells_.counts();
    const auto of = [&](BlockState state) { return QLocale().toString(static_cast<qulonglong>(counts[static_cast<std::size_t>(state)])); };
    setAccessibleDescription(tr("%1 blocks: %2 sound, %3 damaged, %4 unreadable, %5 unverifiable, %6 not checked")
                                 .arg(QLocale().toString(static_cast<qulonglong>(cells_.size())), of(BlockState::sound), of(BlockState::damaged),
                                      of(BlockState::unreadable), of(BlockState::unverifiable), of(BlockState::untested)));
}

std::size_t MapView::cellAt(QPoint position) const {
    const QPointF device = QPointF(position) * devicePixelRatioF();
    const int column = static_cast<int>(device.x()) / grid_.cell;
    const int row = (static_cast<int>(device.y()) + verticalScrollBar()->value()) / grid_.cell;
    if (position.x() < 0 || position.y() < 0 || column >= grid_.columns) return shown().size();
    return std::min(grid_.at(row, column), shown().size());
}

void MapView::showCell(std::size_t cell) {
    const int y = grid_.rowOf(cell) * grid_.cell;
    QScrollBar *bar = verticalScrollBar();
    if (y < bar->value()) bar->setValue(y);
    else if (y + grid_.cell > bar->value() + area().height()) bar->setValue(y + grid_.cell - area().height());
}

void MapView::moveBy(std::ptrdiff_t cells) {
    if (shown().empty()) return;
    const bool hasChosen = !chosen_.is_empty();
    const auto from = static_cast<std::ptrdiff_t>(hasChosen ? chosen_.first / grid_.perCell : 0);
    const auto last = static_cast<std::ptrdiff_t>(shown().size()) - 1;
    // Without a selection, go to the first cell, or to the last for End.
    const auto to = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(hasChosen || cells > last ? from + cells : from, 0, last));
    choose(to * grid_.perCell, (to + 1) * grid_.perCell);
}

void MapView::paintEvent(QPaintEvent *) {
    // The window may have moved to a screen with another scale.
    if (scale_ != devicePixelRatioF()) regrid();
    if (picture_.size() != area()) picture_ = QImage(area(), QImage::Format_RGB32);
    paintMap(picture_, shown(), grid_, verticalScrollBar()->value(), MapColours::forTheme(isDark(palette()), scheme_).withCounts(cells_.counts()),
             chosen_, litCells_);
    picture_.setDevicePixelRatio(devicePixelRatioF());
    QPainter painter(viewport());
    painter.drawImage(0, 0, picture_);
    if (cells_.size() == 0) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(viewport()->rect().adjusted(32, 32, -32, -32), Qt::AlignCenter | Qt::TextWordWrap, emptyText_);
    }
    if (hasFocus()) paintFocus(painter, *viewport());
}

void MapView::resizeEvent(QResizeEvent *) { regrid(); }

void MapView::regrid() {
    if (isFitting_) fitAll();
    else setGrid(grid_.zoomed(0, area().width(), devicePixelRatioF()));
}

void MapView::focusInEvent(QFocusEvent *event) {
    viewport()->update();
    QAbstractScrollArea::focusInEvent(event);
}

void MapView::focusOutEvent(QFocusEvent *event) {
    viewport()->update();
    QAbstractScrollArea::focusOutEvent(event);
}

void MapView::changeEvent(QEvent *event) {
    if (event->type() == QEvent::PaletteChange) viewport()->update();
    QAbstractScrollArea::changeEvent(event);
}

bool MapView::viewportEvent(QEvent *event) {
    if (event->type() != QEvent::ToolTip) return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const std::size_t cell = cellAt(help->pos());
    if (cell < shown().size()) {
        const std::size_t first = cell * grid_.perCell;
        QToolTip::showText(help->globalPos(), describe(first, std::min(first + grid_.perCell, cells_.size())), viewport());
    } else {
        QToolTip::hideText();
    }
    return true;
}

void MapView::mousePressEvent(QMouseEvent *event) {
    const std::size_t cell = cellAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && cell < shown().size()) choose(cell * grid_.perCell, (cell + 1) * grid_.perCell);
}

void MapView::wheelEvent(QWheelEvent *event) {
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    // A wheel sends steps of 120, a touchpad smaller ones.
    wheel_ += event->angleDelta().y();
    const int steps = wheel_ / 120;
    wheel_ -= 120 * steps;
    const std::size_t cell = cellAt(event->position().toPoint());
    const QPoint under = (event->position() * devicePixelRatioF()).toPoint();
    if (steps != 0 && cell < shown().size()) zoomAt(steps, cell * grid_.perCell, under);
    else if (steps != 0) zoom(steps);
    event->accept();
}

bool MapView::press(const QKeyEvent &key, std::size_t step, std::size_t line, std::size_t page) {
    const auto moveBlocks = [this](std::size_t blocks, int way) {
        moveBy(way * static_cast<std::ptrdiff_t>(std::max<std::size_t>(1, (blocks + grid_.perCell / 2) / grid_.perCell)));
    };
    switch (key.key()) {
    case Qt::Key_Left: moveBlocks(step, -1); break;
    case Qt::Key_Right: moveBlocks(step, 1); break;
    case Qt::Key_Up: moveBlocks(line, -1); break;
    case Qt::Key_Down: moveBlocks(line, 1); break;
    case Qt::Key_PageUp: moveBlocks(page, -1); break;
    case Qt::Key_PageDown: moveBlocks(page, 1); break;
    case Qt::Key_Home: moveBy(-static_cast<std::ptrdiff_t>(shown().size())); break;
    case Qt::Key_End: moveBy(static_cast<std::ptrdiff_t>(shown().size())); break;
    case Qt::Key_N: key.modifiers() & Qt::ShiftModifier ? choosePreviousBad() : chooseNextBad(); break;
    case Qt::Key_Return:
    case Qt::Key_Enter: emit inspectorWanted(); break;
    case Qt::Key_Escape: choose(0, 0); break;
    default: return false;
    }
    return true;
}

void MapView::keyPressEvent(QKeyEvent *event) {
    const auto lines = static_cast<std::size_t>(std::max(1, area().height() / grid_.cell - 1));
    const std::size_t line = static_cast<std::size_t>(grid_.columns) * grid_.perCell;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoom(1); break;
    case Qt::Key_Minus: zoom(-1); break;
    case Qt::Key_0: fitAll(); break;
    default:
        if (press(*event, grid_.perCell, line, lines * line)) break;
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    event->accept();
}

} // namespace cloop::desktop
