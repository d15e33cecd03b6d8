#include "models/block_table_model.h"

#include "text/sentences.h"

#include <algorithm>
#include <tuple>

namespace cloop::desktop {

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
    // In the order of the blocks, as it mostly is, nothing needs to be looked through.
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

std::uint64_t BlockTableModel::key(std::size_t number, int column) const {
    if (column == block || column == content) return number;
    if (column == state) return static_cast<std::uint64_t>((*cells_)[number].state);
    if (image_->index().defect(number) != Defect::none) return UINT64_MAX;
    const BlockRef ref = image_->index()[number];
    return column == offset ? ref.offset : column == codec ? ref.codec : ref.size;
}

void BlockTableModel::refill() {
    rows_.clear();
    if (!image_) return;
    // What the file does not hold needs no row each: a head can announce millions.
    for (std::size_t number = 0; number < image_->index().known_size(); ++number)
        if (passes(number)) rows_.push_back(static_cast<std::uint32_t>(number));
    if (sortColumn_ != block || sortOrder_ != Qt::AscendingOrder) sortRows();
}

void BlockTableModel::sortRows() {
    const int column = sortColumn_;
    const auto isBefore = [&](std::uint32_t a, std::uint32_t b) { return std::tuple(key(a, column), a) < std::tuple(key(b, column), b); };
    if (sortOrder_ == Qt::AscendingOrder) std::ranges::sort(rows_, isBefore);
    else std::ranges::sort(rows_, [&](std::uint32_t a, std::uint32_t b) { return isBefore(b, a); });
}

QVariant BlockTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case block: return tr("Block");
    case content: return tr("Content from");
    case offset: return tr("Lies at");
    case stored: return tr("Stored");
    case ratio: return tr("Ratio");
    case codec: return tr("Codec");
    default: return tr("State");
    }
}

QVariant BlockTableModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid()) return {};
    if (role == Qt::TextAlignmentRole && index.column() != codec && index.column() != state) return QVariant(Qt::AlignTrailing | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    const std::size_t number = blockAt(index.row());
    switch (index.column()) {
    case block: return numberText(number);
    case content: return numberText(number * std::uint64_t{image_->block_size()});
    case state: return shortStateText((*cells_)[number].state);
    default: break;
    }
    if (image_->index().defect(number) != Defect::none) return {};
    const BlockRef ref = image_->index()[number];
    switch (index.column()) {
    case offset: return numberText(ref.offset);
    case stored: return numberText(ref.size);
    case ratio: return percentText(static_cast<double>(ref.size) / image_->block_size());
    default: return codecText(ref.codec);
    }
}

} // namespace cloop::desktop
