// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/block_table_model.h"

#include "text/sentences.h"

#include <algorithm>
#include <tuple>

namespace cloop::desktop {

/// A block with its index entry, if valid.
struct BlockTableModel::Row {
    std::size_t number;
    BlockState state;
    std::uint32_t blockSize;
    std::optional<BlockRef> ref;
};

namespace {

QString longer(const QString &a, const QString &b) { return a.size() > b.size() ? a : b; }

} // namespace

/// In enum order. Unknown values have no text and are sorted last.
const Column<BlockTableModel::Row, std::uint64_t> BlockTableModel::columns[] = {
    {QT_TRANSLATE_NOOP("cloop::desktop::BlockTableModel", "Block"), [](const Row &row) { return numberText(row.number); },
     [](const Row &row) -> std::uint64_t { return row.number; }, [] { return numberText(1'000'000); }, false},
    {QT_TRANSLATE_NOOP("cloop::desktop::BlockTableModel", "State"), [](const Row &row) { return shortStateText(row.state); },
     [](const Row &row) -> std::uint64_t { return static_cast<std::uint64_t>(row.state); },
     [] { return longer(shortStateText(BlockState::unreadable), shortStateText(BlockState::untested)); }, false},
    {QT_TRANSLATE_NOOP("cloop::desktop::BlockTableModel", "Codec"), [](const Row &row) { return row.ref ? codecText(row.ref->codec) : QString(); },
     [](const Row &row) -> std::uint64_t { return row.ref ? row.ref->codec : UINT64_MAX; }, [] { return QStringLiteral("codec"); }, false},
    {QT_TRANSLATE_NOOP("cloop::desktop::BlockTableModel", "Stored"), [](const Row &row) { return row.ref ? numberText(row.ref->size) : QString(); },
     [](const Row &row) -> std::uint64_t { return row.ref ? row.ref->size : UINT64_MAX; }, [] { return numberText(100'000); }, true},
    {QT_TRANSLATE_NOOP("cloop::desktop::BlockTableModel", "Ratio"),
     [](const Row &row) { return row.ref ? percentText(static_cast<double>(row.ref->size) / row.blockSize) : QString(); },
     [](const Row &row) -> std::uint64_t { return row.ref ? row.ref->size : UINT64_MAX; }, [] { return percentText(1); }, true},
    {QT_TRANSLATE_NOOP("cloop::desktop::BlockTableModel", "Lies at"),
     [](const Row &row) { return row.ref ? numberText(row.ref->offset) : QString(); },
     [](const Row &row) { return row.ref ? row.ref->offset : UINT64_MAX; }, [] { return numberText(64'000'000'000); }, true},
    {QT_TRANSLATE_NOOP("cloop::desktop::BlockTableModel", "Content from"),
     [](const Row &row) { return numberText(row.number * std::uint64_t{row.blockSize}); }, [](const Row &row) -> std::uint64_t { return row.number; },
     [] { return numberText(64'000'000'000); }, true},
};

BlockTableModel::Row BlockTableModel::row(std::size_t number) const {
    const BlockIndex &index = image_->index();
    return {number, (*cells_)[number].state, image_->block_size(),
            index.defect(number) == Defect::none ? std::optional(index[number]) : std::nullopt};
}

void BlockTableModel::setImage(std::shared_ptr<const BlockReader> image, const BlockCells *cells) {
    beginResetModel();
    image_ = std::move(image);
    cells_ = cells;
    refill();
    endResetModel();
}

void BlockTableModel::takeStates() {
    if (filter_ == Filter::all && sortColumn_ != state) {
        if (rowCount() > 0) emit dataChanged(index(0, state), index(rowCount() - 1, state));
        return;
    }
    beginResetModel();
    refill();
    endResetModel();
}

void BlockTableModel::setFilter(Filter filter) {
    beginResetModel();
    filter_ = filter;
    refill();
    endResetModel();
}

int BlockTableModel::rowOf(std::size_t number) const {
    // Binary search in the usual block order.
    if (sortColumn_ == block && sortOrder_ == Qt::AscendingOrder) {
        const auto at = std::ranges::lower_bound(rows_, static_cast<std::uint32_t>(number));
        return at != rows_.end() && *at == number ? static_cast<int>(at - rows_.begin()) : -1;
    }
    const auto at = std::ranges::find(rows_, static_cast<std::uint32_t>(number));
    return at == rows_.end() ? -1 : static_cast<int>(at - rows_.begin());
}

void BlockTableModel::sort(int column, Qt::SortOrder order) {
    if (column < 0) return;
    beginResetModel();
    sortColumn_ = column;
    sortOrder_ = order;
    sortRows();
    endResetModel();
}

bool BlockTableModel::passes(std::size_t number) const {
    const Cell &cell = (*cells_)[number];
    switch (filter_) {
    case Filter::all: return true;
    case Filter::bad: return isBad(cell.state);
    case Filter::unverifiable: return cell.state == BlockState::unverifiable;
    case Filter::untested: return cell.state == BlockState::untested;
    case Filter::incompressible: return cell.level != Cell::unknown && cell.level >= 196;  // 98 % and more
    }
    return true;
}

void BlockTableModel::refill() {
    rows_.clear();
    if (!image_) return;
    // No rows for missing blocks, because a head can announce millions.
    for (std::size_t number = 0; number < image_->index().known_size(); ++number)
        if (passes(number)) rows_.push_back(static_cast<std::uint32_t>(number));
    if (sortColumn_ != block || sortOrder_ != Qt::AscendingOrder) sortRows();
}

void BlockTableModel::sortRows() {
    static_assert(std::size(columns) == column_count);
    const auto key = [&, keyOf = columns[sortColumn_].sortKey](std::uint32_t number) { return std::tuple(keyOf(row(number)), number); };
    const auto isBefore = [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); };
    if (sortOrder_ == Qt::AscendingOrder) std::ranges::sort(rows_, isBefore);
    else std::ranges::sort(rows_, [&](std::uint32_t a, std::uint32_t b) { return isBefore(b, a); });
}

QVariant BlockTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    const auto &column = columns[section];
    switch (role) {
    case Qt::TextAlignmentRole: return QVariant((column.isTrailing ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    case Qt::DisplayRole: return tr(column.header);
    case widestRole: return column.widest();
    case keyRole: return QLatin1String(column.header);
    case shownRole: return column.isShown;
    default: return {};
    }
}

QVariant BlockTableModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid()) return {};
    const auto &column = columns[index.column()];
    if (role == Qt::TextAlignmentRole && column.isTrailing) return QVariant(Qt::AlignTrailing | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? column.text(row(blockAt(index.row()))) : QVariant();
}

} // namespace cloop::desktop
