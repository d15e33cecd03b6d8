// SPDX-License-Identifier: GPL-3.0-or-later
// The files in an image as a tree model: size, stored size, ratio, state.

#pragma once

#include "archive/image_archive.h"
#include "models/column.h"
#include "models/node_facts.h"

#include <QAbstractItemModel>

#include <span>

namespace cloop::desktop {

/// Threads: the window's.
class ContentsModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    enum { name, state, size, stored, ratio, changed, owner, rights, column_count };
    static constexpr int damagedRole = Qt::UserRole + 1;  ///< bool: it, or something below it, is damaged
    static constexpr int kindRole = Qt::UserRole + 2;     ///< int: NodeKind

    using QAbstractItemModel::QAbstractItemModel;

    /// Shows another image, or none (null).
    void setArchive(std::shared_ptr<const ImageArchive> archive);
    const std::shared_ptr<const ImageArchive> &archive() const { return archive_; }

    /// The result of judgeNodes(), one per node.
    void setFacts(std::vector<NodeFacts> facts);
    const std::vector<NodeFacts> &facts() const { return facts_; }

    /// Hides the nodes that are 0 in `visible` (see filesMatching()); empty: none. A reset, because a view takes a list of 200 000 rows with holes
    /// row by row.
    void setVisible(std::vector<char> visible);
    const std::vector<char> &visible() const { return visible_; }

    /// Below each folder; a column of -1 is the order of the disc. What is chosen stays chosen.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    NodeId nodeOf(const QModelIndex &index) const { return index.isValid() ? static_cast<NodeId>(index.internalId()) : Filesystem::root; }

    /// Invalid for the root, for what is hidden, and for structures, which are outside the tree.
    QModelIndex indexOf(NodeId node) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override { return rowCount(parent) > 0; }
    int columnCount(const QModelIndex & = {}) const override { return column_count; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const Filesystem &filesystem() const { return *archive_->filesystem(); }
    struct Row;
    Row row(NodeId id) const;
    static const Column<Row, QVariant> columns[];

    std::shared_ptr<const ImageArchive> archive_;
    std::vector<NodeFacts> facts_;
    std::span<const NodeId> childrenOf(NodeId node) const;
    void numberRows();
    void sortRows(std::span<NodeId> children) const;

    std::vector<char> visible_;
    int sortColumn_ = -1;
    Qt::SortOrder sortOrder_ = Qt::AscendingOrder;
    std::vector<NodeId> shown_;        ///< where something is hidden or sorted: the children of each node as they are shown, one node after the other
    std::vector<std::size_t> begins_;  ///< of each node's within shown_, and the end
    std::vector<int> rows_;  ///< of each node within its parent
};

} // namespace cloop::desktop
