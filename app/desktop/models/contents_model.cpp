#include "models/contents_model.h"

#include "text/sentences.h"

#include <QApplication>
#include <QPalette>
#include <QStyle>

namespace cloop::desktop {

void ContentsModel::setArchive(std::shared_ptr<const ImageArchive> archive) {
    beginResetModel();
    archive_ = std::move(archive);
    facts_.clear();
    rows_.clear();
    if (archive_) {
        rows_.resize(filesystem().nodes().size());
        for (const Node &node : filesystem().nodes())
            for (std::size_t row = 0; row < node.children.size(); ++row) rows_[node.children[row]] = static_cast<int>(row);
    }
    endResetModel();
}

void ContentsModel::setFacts(std::vector<NodeFacts> facts) {
    facts_ = std::move(facts);
    if (rowCount() > 0) emit dataChanged(index(0, size), index(rowCount() - 1, column_count - 1));
}

QModelIndex ContentsModel::indexOf(NodeId node) const {
    if (!archive_ || node == Filesystem::root || !archive_->entryOf(node)) return {};
    return createIndex(rows_[node], 0, static_cast<quintptr>(node));
}

QModelIndex ContentsModel::index(int row, int column, const QModelIndex &parent) const {
    if (!archive_ || !hasIndex(row, column, parent)) return {};
    return createIndex(row, column, static_cast<quintptr>(filesystem()[nodeOf(parent)].children[static_cast<std::size_t>(row)]));
}

QModelIndex ContentsModel::parent(const QModelIndex &child) const {
    if (!child.isValid()) return {};
    return indexOf(filesystem()[nodeOf(child)].parent);
}

int ContentsModel::rowCount(const QModelIndex &parent) const {
    if (!archive_ || parent.column() > 0) return 0;
    return static_cast<int>(filesystem()[nodeOf(parent)].children.size());
}

QVariant ContentsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return section == name || section == state ? QVariant(Qt::AlignLeading | Qt::AlignVCenter) : QVariant(Qt::AlignTrailing | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case name: return tr("Name");
    case size: return tr("Size");
    case stored: return tr("Stored");
    case ratio: return tr("Ratio");
    default: return tr("State");
    }
}

QVariant ContentsModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid()) return {};
    const NodeId id = nodeOf(index);
    switch (role) {
    case Qt::DisplayRole: return text(id, index.column());
    case sortRole: return sortKey(id, index.column());
    case damagedRole: return !facts_.empty() && isBad(facts_[id].stateBelow);
    case Qt::TextAlignmentRole:
        if (index.column() != name && index.column() != state) return QVariant(Qt::AlignTrailing | Qt::AlignVCenter);
        return {};
    case Qt::DecorationRole:
        if (index.column() == name) return QApplication::style()->standardIcon(filesystem()[id].kind == NodeKind::directory ? QStyle::SP_DirIcon : QStyle::SP_FileIcon);
        return {};
    case Qt::FontRole:
        if (!facts_.empty() && isBad(facts_[id].stateBelow)) {
            QFont font;
            font.setBold(true);
            return font;
        }
        return {};
    case Qt::ToolTipRole: return pathText(nameText(filesystem().path(id)));
    default: return {};
    }
}

QVariant ContentsModel::text(NodeId id, int column) const {
    const KArchiveEntry *entry = archive_->entryOf(id);
    if (column == name) {
        if (!entry) return nameText(filesystem()[id].name);
        return entry->symLinkTarget().isEmpty() ? entry->name() : tr("%1 → %2", "a link and its target").arg(entry->name(), entry->symLinkTarget());
    }
    if (facts_.empty()) return {};
    const NodeFacts &facts = facts_[id];
    switch (column) {
    case size: return sizeText(facts.size);
    case stored: return sizeText(facts.stored);
    case ratio: return facts.size ? percentText(static_cast<double>(facts.stored) / static_cast<double>(facts.size)) : QString();
    case state:
        if (isBad(facts.state)) return stateText(facts.state);
        return isBad(facts.stateBelow) ? tr("damage inside") : shortStateText(facts.stateBelow);
    default: return {};
    }
}

QVariant ContentsModel::sortKey(NodeId id, int column) const {
    if (column == name || facts_.empty()) return text(id, name);
    const NodeFacts &facts = facts_[id];
    switch (column) {
    case size: return static_cast<qulonglong>(facts.size);
    case stored: return static_cast<qulonglong>(facts.stored);
    case ratio: return facts.size ? static_cast<double>(facts.stored) / static_cast<double>(facts.size) : 0.0;
    default: return static_cast<int>(facts.stateBelow);
    }
}

} // namespace cloop::desktop
