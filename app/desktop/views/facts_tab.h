// SPDX-License-Identifier: GPL-3.0-or-later
// Facts about an image: head, compression ratio, codecs.

#pragma once

#include "models/block_cells.h"
#include "models/opened_image.h"
#include "views/map_painter.h"

#include <QWidget>

class QLabel;

namespace cloop::desktop {

class HistogramView;

class FactsTab final : public QWidget {
    Q_OBJECT

public:
    explicit FactsTab(QWidget *parent = nullptr);

    void show(const OpenedImage &opened, const BlockCells &cells);
    HistogramView *histogram() const { return histogram_; }

private:
    QLabel *facts_;
    HistogramView *histogram_;
    QLabel *codecs_;
};

} // namespace cloop::desktop
