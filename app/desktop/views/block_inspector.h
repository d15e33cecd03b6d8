// SPDX-License-Identifier: GPL-3.0-or-later
// Shows details of the chosen blocks and the files in them.

#pragma once

#include "models/block_cells.h"
#include "models/opened_image.h"

#include <QWidget>

class QLabel;

namespace cloop::desktop {

class BlockInspector final : public QWidget {
    Q_OBJECT

public:
    explicit BlockInspector(QWidget *parent = nullptr);

    /// Shows blocks [first, last) of `opened`, which has an image; clears for an empty range.
    void show(const OpenedImage &opened, const BlockCells &cells, std::size_t first, std::size_t last);

signals:
    void nodeChosen(cloop::NodeId node);

private:
    QLabel *text_;
};

/// A short version for a tooltip, as HTML.
QString describeBlocks(const OpenedImage &opened, const BlockCells &cells, std::size_t first, std::size_t last);

} // namespace cloop::desktop
