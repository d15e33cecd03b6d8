// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of the chosen blocks, and the files that lie in them.

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

    /// Blocks [first, last) of `opened`, which has an image; none where that is empty.
    void show(const OpenedImage &opened, const BlockCells &cells, std::size_t first, std::size_t last);

signals:
    void nodeChosen(cloop::NodeId node);

private:
    QLabel *text_;
};

/// The same in short, for a tooltip: HTML.
QString describeBlocks(const OpenedImage &opened, const BlockCells &cells, std::size_t first, std::size_t last);

} // namespace cloop::desktop
