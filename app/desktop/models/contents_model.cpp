// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/contents_model.h"

#include "text/sentences.h"
#include "text/value_names.h"

#include <QDateTime>
#include <QFont>
#include <QLocale>

namespace cloop::desktop {

struct ContentsModel::Row {
    const Node &node;
    const KArchiveEntry *entry;  ///< null if the archive does not hold it
    const NodeFacts *facts;      ///< null until known

    QString name() const {
        if (!entry) return nameText(node.name);
        return entry->symLinkTarget().isEmpty() ? entry->name() : tr("%1 → %2", "a link and its target").arg(entry->name(), entry->symLinkTarget());
    }
    double ratio() const { return facts->size ? static_cast<double>(facts->stored) / static_cast<double>(facts->size) : 0; }
    QString state() const {
        if (isBad(facts->state)) return shortStateText(facts->state);
        return isBad(facts->stateBelow) ? tr("damage inside") : shortStateText(facts->stateBelow);
    }
    static QString widestState() {
        QStringList texts{tr("damage inside")};
        for (std::size_t state = 0; state < block_state_count; ++state) texts << shortStateText(static_cast<BlockState>(state));
        return *std::ranges::max_element(texts, {}, &QString::size);
    }
};

/// In enum order: words before numbers, because behind them they would touch. Until the facts are known, the columns from state to ratio are empty
/// and sorted by name.
const Column<ContentsModel::Row, QVariant> ContentsModel::columns[] = {
    {QT_TRANSLATE_NOOP("cloop::desktop::ContentsModel", "Name"), [](const Row &row) { return row.name(); },
     [](const Row &row) -> QVariant { return row.name(); }, [] { return QString(); }, false},
    {QT_TRANSLATE_NOOP("cloop::desktop::ContentsModel", "State"), [](const Row &row) { return row.facts ? row.state() : QString(); },
     [](const Row &row) -> QVariant { return row.facts ? QVariant(static_cast<int>(row.facts->stateBelow)) : row.name(); },
     [] { return Row::widestState(); }, false},
    {QT_TRANSLATE_NOOP("cloop::desktop::ContentsModel", "Size"), [](const Row &row) { return row.facts ? sizeText(row.facts->size) : QString(); },
     [](const Row &row) -> QVariant { return row.facts ? QVariant(static_cast<qulonglong>(row.facts->size)) : row.name(); },
     [] { return sizeText((std::uint64_t{10239} << 20) / 10); }, true},
    {QT_TRANSLATE_NOOP("cloop::desktop::ContentsModel", "Stored"), [](const Row &row) { return row.facts ? sizeText(row.facts->stored) : QString(); },
     [](const Row &row) -> QVariant { return row.facts ? QVariant(static_cast<qulonglong>(row.facts->stored)) : row.name(); },
     [] { return sizeText((std::uint64_t{10239} << 20) / 10); }, true},
    {QT_TRANSLATE_NOOP("cloop::desktop::ContentsModel", "Ratio"),
     [](const Row &row) { return row.facts && row.facts->size ? percentText(row.ratio()) : QString(); },
     [](const Row &row) -> QVariant { return row.facts ? QVariant(row.ratio()) : row.name(); }, [] { return percentText(1); }, true},
    {QT_TRANSLATE_NOOP("cloop::desktop::ContentsModel", "Changed"),
     [](const Row &row) { return QLocale().toString(QDateTime::fromSecsSinceEpoch(row.node.mtime), QLocale::ShortFormat); },
     [](const Row &row) -> QVariant { return static_cast<qlonglong>(row.node.mtime); },
     [] { return QLocale().toString(QDateTime({2028, 12, 28}, {23, 58}), QLocale::ShortFormat); }, true},
    {QT_TRANSLATE_NOOP("cloop::desktop::ContentsModel", "Owner"),
     [](const Row &row) { return QStringLiteral("%1:%2").arg(row.node.uid).arg(row.node.gid); },
     [](const Row &row) -> QVariant { return static_cast<qulonglong>(row.node.uid) << 32 | row.node.gid; },
     [] { return QStringLiteral("10000:10000"); }, true, false},
    {QT_TRANSLATE_NOOP("cloop::desktop::ContentsModel", "Rights"), [](const Row &row) { return QString::fromStdString(mode_text(row.node)); },
     [](const Row &row) -> QVariant { return row.node.mode; }, [] { return QStringLiteral("drwxrwxrwx"); }, true, false},
};

ContentsModel::Row ContentsModel::row(NodeId id) const { return {filesystem()[id], archive_->entryOf(id), facts_.empty() ? nullptr : &facts_[id]}; }

void ContentsModel::setArchive(std::shared_ptr<const ImageArchive> archive) {
    beginResetModel();
    archive_ = std::move(archive);
    facts_.clear();
    visible_.clear();
    numberRows();
    endResetModel();
}

void ContentsModel::setVisible(std::vector<char> visible) {
    beginResetModel();
    visible_ = std::move(visible);
    numberRows();
    endResetModel();
}

void ContentsModel::sort(int column, Qt::SortOrder order) {
    emit layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    sortColumn_ = column;
    sortOrder_ = order;
    numberRows();
    QModelIndexList after;
    for (const QModelIndex &index : before) after << indexOf(nodeOf(index)).siblingAtColumn(index.column());
    changePersistentIndexList(before, after);
    emit layoutChanged();
}

void ContentsModel::numberRows() {
    rows_.clear();
    shown_.clear();
    begins_.clear();
    if (!archive_) return;
    rows_.resize(filesystem().nodes().size());
    const bool isDiscOrder = visible_.empty() && sortColumn_ < 0;
    for (const Node &node : filesystem().nodes()) {
        begins_.push_back(shown_.size());
        for (std::size_t row = 0; row < node.children.size(); ++row) {
            const NodeId child = node.children[row];
            if (isDiscOrder) rows_[child] = static_cast<int>(row);
            else if (visible_.empty() || visible_[child]) shown_.push_back(child);
        }
        if (isDiscOrder) continue;
        const auto shown = std::span(shown_).subspan(begins_.back());
        if (sortColumn_ >= 0) sortRows(shown);
        for (std::size_t row = 0; row < shown.size(); ++row) rows_[shown[row]] = static_cast<int>(row);
    }
    begins_.push_back(shown_.size());
}

/// By keys that are made once for each row; rows with equal keys stay in the order in which they are.
void ContentsModel::sortRows(std::span<NodeId> children) const {
    struct Keyed {
        QVariant key;
        NodeId node;
        std::size_t place;
    };
    std::vector<Keyed> keyed;
    keyed.reserve(children.size());
    for (const NodeId child : children)
        keyed.push_back({archive_->entryOf(child) ? columns[sortColumn_].sortKey(row(child)) : QVariant(), child, keyed.size()});
    std::ranges::sort(keyed, [&](const Keyed &a, const Keyed &b) {
        const bool isText = a.key.typeId() == QMetaType::QString;
        const std::partial_ordering order = isText ? a.key.toString().compare(b.key.toString(), Qt::CaseInsensitive) <=> 0
                                                   : a.key.toDouble() <=> b.key.toDouble();
        if (order == 0) return a.place < b.place;
        return sortOrder_ == Qt::AscendingOrder ? order < 0 : order > 0;
    });
    for (std::size_t i = 0; i < children.size(); ++i) children[i] = keyed[i].node;
}

std::span<const NodeId> ContentsModel::childrenOf(NodeId node) const {
    if (visible_.empty() && sortColumn_ < 0) return filesystem()[node].children;
    return std::span(shown_).subspan(begins_[node], begins_[node + 1] - begins_[node]);
}

void ContentsModel::setFacts(std::vector<NodeFacts> facts) {
    facts_ = std::move(facts);
    // Where the order depends on what changed.
    if (sortColumn_ >= state && sortColumn_ <= ratio) sort(sortColumn_, sortOrder_);
    if (rowCount() > 0) emit dataChanged(index(0, state), index(rowCount() - 1, ratio));
}

QModelIndex ContentsModel::indexOf(NodeId node) const {
    static_assert(std::size(columns) == column_count);
    if (!archive_ || node == Filesystem::root || !archive_->entryOf(node) || (!visible_.empty() && !visible_[node])) return {};
    return createIndex(rows_[node], 0, static_cast<quintptr>(node));
}

QModelIndex ContentsModel::index(int row, int column, const QModelIndex &parent) const {
    if (!archive_ || !hasIndex(row, column, parent)) return {};
    return createIndex(row, column, static_cast<quintptr>(childrenOf(nodeOf(parent))[static_cast<std::size_t>(row)]));
}

QModelIndex ContentsModel::parent(const QModelIndex &child) const {
    if (!child.isValid()) return {};
    return indexOf(filesystem()[nodeOf(child)].parent);
}

int ContentsModel::rowCount(const QModelIndex &parent) const {
    if (!archive_ || parent.column() > 0) return 0;
    return static_cast<int>(childrenOf(nodeOf(parent)).size());
}

QVariant ContentsModel::headerData(int section, Qt::Orientation orientation, int role) const {
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

QVariant ContentsModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid()) return {};
    const NodeId id = nodeOf(index);
    const auto &column = columns[index.column()];
    switch (role) {
    case Qt::DisplayRole: return column.text(row(id));
    case damagedRole: return !facts_.empty() && isBad(facts_[id].stateBelow);
    case Qt::TextAlignmentRole:
        return column.isTrailing ? QVariant(Qt::AlignTrailing | Qt::AlignVCenter) : QVariant();
    case kindRole: return static_cast<int>(filesystem()[id].kind);
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

} // namespace cloop::desktop
