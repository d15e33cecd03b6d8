// SPDX-License-Identifier: GPL-3.0-or-later
// The same blocks as on the map along a spiral, as a drive reads a disc: from the inside to the edge, by where they are stored.

#pragma once

#include "views/map_painter.h"

#include <QWidget>

#include <functional>
#include <optional>

namespace cloop::desktop {

/// How many blocks the keys move by.
struct SpiralSteps {
    std::size_t step = 1;  ///< along the spiral by about a pixel
    std::size_t turn = 1;  ///< once around
};

/// How far from the centre a block lies is right for a disc that the image fills: a scratch around the centre is a ring here, one towards the edge
/// reaches through the turns. The angle is not, because a disc has thousands of turns. Threads: the window's.
class SpiralView final : public QWidget {
    Q_OBJECT

public:
    explicit SpiralView(QWidget *parent = nullptr);

    /// `ends`: for each block of `cells` the byte of the image file behind it, rising. `cells` stays the caller's, and outlives what is shown.
    void setBlocks(const BlockCells *cells, std::vector<std::uint64_t> ends);

    /// The states or the choice changed. `summary`: for screen readers.
    void refresh(const BlockRange &chosen, const QString &summary = {});

    void setScheme(MapScheme scheme);
    void setDescriber(std::function<QString(std::size_t, std::size_t)> describe) { describe_ = std::move(describe); }

    /// Sets the function that does what a key does; false where it does nothing.
    void setPress(std::function<bool(const QKeyEvent &key, const SpiralSteps &steps)> press) { press_ = std::move(press); }

signals:
    void blockChosen(std::size_t block);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    /// The blocks under a point, as far around it as a pixel's diagonal.
    BlockRange blocksUnder(QPointF position) const;

    /// Which of them is shown: the first lost one, else a chosen one, else the middle one.
    std::optional<std::size_t> shownOf(const BlockRange &blocks) const;

    /// The square that the disc fills, in pixels of the screen.
    QRect square() const;

    /// The blocks under each pixel of it, from the top left on, made anew where the size has changed.
    void gatherBlocks(const QRect &square);

    const BlockCells *cells_ = nullptr;
    std::vector<std::uint64_t> ends_;
    /// Blocks in 32 bits, as an index counts them: 8 bytes a pixel.
    struct Under {
        std::uint32_t first = 0, last = 0;
    };
    QRect gathered_;            ///< empty: out of date
    std::vector<Under> under_;  ///< finding them takes far longer than painting
    BlockRange chosen_{};
    MapScheme scheme_ = MapScheme::blue;
    std::function<QString(std::size_t, std::size_t)> describe_;
    std::function<bool(const QKeyEvent &, const SpiralSteps &)> press_;
};

/// The blocks at most `reach` before and behind a point along the spiral, on a disc that fills a square of side `side`: none outside the spiral.
/// `ends`: as above. A pure function.
BlockRange blocksOnSpiral(std::span<const std::uint64_t> ends, double side, double x, double y, double reach);

/// At a block on such a disc. A pure function.
SpiralSteps stepsOnSpiral(std::span<const std::uint64_t> ends, double side, std::size_t block);

} // namespace cloop::desktop
