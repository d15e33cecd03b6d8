// SPDX-License-Identifier: GPL-3.0-or-later
// The blocks of an image as a table with fast sorting and filtering.

#pragma once

#include "models/block_cells.h"
#include "models/column.h"
#include "models/opened_image.h"

#include <QAbstractTableModel>

namespace cloop::desktop {

/// Blocks past the end of a cut file are not listed. Sorts and filters an array of block numbers itself, because a proxy model would create a value
/// object for each of a million rows. Threads: the window's.
class BlockTableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum { block, state, codec, stored, ratio, offset, content, column_count };
    enum class Filter { all, bad, unverifiable, untested, incompressible };

    using QAbstractTableModel::QAbstractTableModel;

    void setImage(std::shared_ptr<const BlockReader> image, const BlockCells *cells);

    /// Filters and sorts again after the states changed.
    void takeStates();

    void setFilter(Filter filter);

    std::size_t blockAt(int row) const { return rows_[static_cast<std::size_t>(row)]; }

    /// The row of a block; -1 if it is filtered out.
    int rowOf(std::size_t block) const;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(rows_.size()); }
    int columnCount(const QModelIndex & = {}) const override { return column_count; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    bool passes(std::size_t number) const;
    struct Row;
    Row row(std::size_t number) const;
    static const Column<Row, std::uint64_t> columns[];

    void refill();
    void sortRows();

    std::shared_ptr<const BlockReader> image_;
    const BlockCells *cells_ = nullptr;  ///< owned by the map, which outlives the model's image
    std::vector<std::uint32_t> rows_;    ///< block numbers, as shown
    Filter filter_ = Filter::all;
    int sortColumn_ = block;
    Qt::SortOrder sortOrder_ = Qt::AscendingOrder;
};

} // namespace cloop::desktop
