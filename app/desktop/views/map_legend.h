// SPDX-License-Identifier: GPL-3.0-or-later
// Legend of the map's colours, with the number of blocks in each state.

#pragma once

#include "views/map_painter.h"

#include <QWidget>

namespace cloop::desktop {

class MapLegend final : public QWidget {
    Q_OBJECT

public:
    explicit MapLegend(QWidget *parent = nullptr);

    void setCounts(const BlockCells &cells);

    void setScheme(MapScheme scheme);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Entry {
        QString text;
        Cell cell;
        bool isScale = false;  ///< the ratio scale instead of one cell
    };
    std::vector<Entry> entries() const;
    std::vector<QRect> places(int width) const;
    int lineHeight() const;

    std::array<std::size_t, block_state_count> counts_{};
    std::size_t pending_ = 0;
    MapScheme scheme_ = MapScheme::blue;
};

} // namespace cloop::desktop
