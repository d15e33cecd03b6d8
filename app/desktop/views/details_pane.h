// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of the chosen file or the chosen blocks, beside every view of the image page.

#pragma once

#include "models/block_cells.h"
#include "models/node_facts.h"
#include "models/opened_image.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace cloop::desktop {

class DetailsPane final : public QWidget {
    Q_OBJECT

public:
    explicit DetailsPane(QWidget *parent = nullptr);

    void showNothing();

    /// Blocks [first, last) of `opened`. Pre: first < last.
    void showBlocks(const OpenedImage &opened, const BlockCells &cells, std::size_t first, std::size_t last);

    /// Files and folders of `opened`. `facts`: one for each node, or empty. `lost`: the damaged blocks. Pre: `nodes` is not empty.
    void showNodes(const OpenedImage &opened, const std::vector<NodeFacts> &facts, const std::vector<LostBlocks> &lost,
                   const std::vector<NodeId> &nodes);

    /// Offers to look inside the file that is shown.
    void offerInside();

    /// Not by a focus proxy, with which Tab would pass over the buttons.
    void focusText();

    QString text() const;                        ///< HTML of what it says
    BlockRange blocks() const { return blocks_; }  ///< those that are shown; empty where none are

signals:
    void nodeChosen(cloop::NodeId node);
    void blocksChosen(std::size_t first, std::size_t last);
    void previewWanted(cloop::NodeId node);
    void insideWanted(cloop::NodeId node);
    void mapWanted();  ///< the file's blocks on the map

private:
    void take(NodeId node, const BlockRange &blocks);
    void setActions(bool isFile, bool hasBlocks);
    void follow(const QString &link);

    QLabel *title_;
    QLabel *text_;
    QToolButton *preview_;
    QToolButton *inside_;
    QToolButton *map_;
    NodeId node_ = Node::none;  ///< the one that is shown alone
    BlockRange blocks_;
};

/// Blocks in short, for a tooltip: HTML.
QString describeBlocks(const OpenedImage &opened, const BlockCells &cells, std::size_t first, std::size_t last);

} // namespace cloop::desktop
