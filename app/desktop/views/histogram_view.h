// SPDX-License-Identifier: GPL-3.0-or-later
// Histogram of compression ratios: a bar for each 5 %.

#pragma once

#include "models/block_cells.h"
#include "views/map_painter.h"

#include <QWidget>

#include <array>

namespace cloop::desktop {

class HistogramView final : public QWidget {
    Q_OBJECT

public:
    static constexpr std::size_t barCount = 21;  ///< 0 to 5 %, … 95 to 100 %, and above

    explicit HistogramView(QWidget *parent = nullptr);

    void setCells(const BlockCells &cells);
    void setScheme(MapScheme scheme);
    const std::array<std::size_t, barCount> &bars() const { return bars_; }

    QSize sizeHint() const override { return {240, 88}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QString describe(std::size_t bar) const;

    std::array<std::size_t, barCount> bars_{};
    MapScheme scheme_ = MapScheme::blue;
};

} // namespace cloop::desktop
