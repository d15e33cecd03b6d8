// SPDX-License-Identifier: GPL-3.0-or-later
// The block map in a window: fits the whole image on a page, zooms to single blocks, goes by mouse and by keys.

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

    /// Another image, or a build that begins.
    void setCells(BlockCells cells);
    const BlockCells &cells() const { return cells_; }

    /// As many blocks at least, those that come being unknown.
    void growTo(std::size_t count);

    /// One block became known; shown a few times a second, however many come.
    void setCell(std::size_t block, Cell cell);

    /// Shows at once what setCell() changed.
    void refresh();

    /// The text for the blocks [first, last) under the mouse.
    void setDescriber(std::function<QString(std::size_t first, std::size_t last)> describe) { describe_ = std::move(describe); }
    QString describe(std::size_t first, std::size_t last) const { return describe_ ? describe_(first, last) : QString(); }

    /// The chosen blocks [first, last); an empty range chooses none. `choose` scrolls there.
    BlockRange chosen() const { return chosen_; }
    void choose(std::size_t first, std::size_t last);

    /// The blocks in these ranges stay bright while the others fade; none: all are bright. In any order.
    void setLit(std::vector<BlockRange> ranges);

    /// What stands in the middle while there are no blocks.
    void setEmptyText(const QString &text) { emptyText_ = text; }

    void setScheme(MapScheme scheme);
    MapScheme scheme() const { return scheme_; }

    void zoom(int steps);
    void fitAll();
    bool fitsAll() const { return isFitting_; }

    /// The next or previous block that is damaged or unreadable becomes chosen. False where there is none.
    bool chooseNextBad();
    bool choosePreviousBad();

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
    std::vector<Cell> gathered_;  ///< where a cell is several blocks
    QImage picture_;              ///< kept from frame to frame: a new one costs more than painting it
    MapGrid grid_;
    bool isFitting_ = true;
    qreal scale_ = 1;   ///< of the screen that the grid was made for
    int wheel_ = 0;     ///< what a touchpad has gathered of a step
    BlockRange chosen_{};
    std::vector<BlockRange> lit_;
    std::vector<std::uint8_t> litCells_;  ///< one for each cell; empty where none fades
    MapScheme scheme_ = MapScheme::blue;
    QString emptyText_;
    std::function<QString(std::size_t, std::size_t)> describe_;
    QTimer refreshTimer_;
};

} // namespace cloop::desktop
