// SPDX-License-Identifier: GPL-3.0-or-later
// Widget for the block map: fits the whole image or zooms to single blocks, by mouse and keys.

#pragma once

#include "views/map_painter.h"

#include <QAbstractScrollArea>
#include <QTimer>

#include <functional>
#include <optional>

namespace cloop::desktop {

class MapView final : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit MapView(QWidget *parent = nullptr);

    /// Shows another image, or a new build.
    void setCells(BlockCells cells);
    const BlockCells &cells() const { return cells_; }

    /// Grows to at least `count` blocks; new ones are unknown.
    void growTo(std::size_t count);

    /// Sets one block; repainted only a few times a second.
    void setCell(std::size_t block, Cell cell);

    /// Sets the state of every block, at once.
    void setStates(BlockState state);

    /// Repaints changes by setCell() at once.
    void refresh();

    /// Sets the function for the tooltip of blocks [first, last).
    void setDescriber(std::function<QString(std::size_t first, std::size_t last)> describe) { describe_ = std::move(describe); }
    QString describe(std::size_t first, std::size_t last) const { return describe_ ? describe_(first, last) : QString(); }

    /// The chosen blocks [first, last); an empty range: none. choose() scrolls there.
    BlockRange chosen() const { return chosen_; }
    void choose(std::size_t first, std::size_t last);

    /// Blocks in these ranges (in any order) stay bright while others fade; empty: all are bright.
    void setLit(std::vector<BlockRange> ranges);

    /// The text shown while there are no blocks.
    void setEmptyText(const QString &text) { emptyText_ = text; }

    void setScheme(MapScheme scheme);
    MapScheme scheme() const { return scheme_; }

    void zoom(int steps);
    void fitAll();
    bool fitsAll() const { return isFitting_; }

    /// Chooses the next or previous damaged or unreadable block. False if there is none.
    bool chooseNextBad();
    bool choosePreviousBad();

    /// What a key does that moves among the blocks; false for other keys. `step`, `line`, `page`: how many blocks the keys move by, where they are
    /// shown otherwise.
    bool press(const QKeyEvent &key, std::size_t step, std::size_t line, std::size_t page);

signals:
    void chosenChanged(std::size_t first, std::size_t last);
    void inspectorWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setGrid(const MapGrid &grid);
    void regrid();
    /// The block stays in sight; where `under` is given, a point of the viewport in device pixels, it stays there.
    void zoomAt(int steps, std::size_t block, std::optional<QPoint> under = {});
    void announce();
    void updateSummary();
    void gatherLit();
    std::span<const Cell> shown() const { return grid_.perCell == 1 ? cells_.all() : std::span<const Cell>(gathered_); }
    QSize area() const;  ///< of the viewport, in device pixels
    std::size_t cellAt(QPoint position) const;
    void moveBy(std::ptrdiff_t cells);
    void showCell(std::size_t cell);

    BlockCells cells_;
    std::size_t gatheredPer_ = 0;  ///< blocks in each of gathered_; 0 where that is out of date
    std::vector<Cell> gathered_;  ///< if a cell is several blocks
    QImage picture_;              ///< reused, because allocating it costs more than painting
    MapGrid grid_;
    bool isFitting_ = true;
    qreal scale_ = 1;   ///< screen scale of the grid
    int wheel_ = 0;     ///< accumulated touchpad movement
    BlockRange chosen_{};
    std::vector<BlockRange> lit_;
    std::vector<std::uint8_t> litCells_;  ///< one per cell; empty if none fades
    MapScheme scheme_ = MapScheme::blue;
    QString emptyText_;
    std::function<QString(std::size_t, std::size_t)> describe_;
    QTimer refreshTimer_;
};

} // namespace cloop::desktop
