// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/files_view.h"

#include "text/sentences.h"
#include "views/extracted_drag.h"
#include "views/labels.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDrag>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QTimer>
#include <QTreeView>
#include <QVBoxLayout>

namespace cloop::desktop {

namespace {

/// What is dragged are the files themselves, not the rows.
class FilesTree final : public QTreeView {
public:
    explicit FilesTree(std::function<void()> drag) : drag_(std::move(drag)) {
        setDragEnabled(true);
        setDragDropMode(QAbstractItemView::DragOnly);
    }

protected:
    void startDrag(Qt::DropActions) override { drag_(); }

private:
    std::function<void()> drag_;
};

QString columnsGroup() { return QStringLiteral("columns/"); }

} // namespace

void FilesView::Filter::setVisible(std::vector<char> visible) {
    visible_ = std::move(visible);
    invalidateFilter();
}

bool FilesView::Filter::filterAcceptsRow(int row, const QModelIndex &parent) const {
    const auto *model = static_cast<const ContentsModel *>(sourceModel());
    return visible_.empty() || visible_[model->nodeOf(model->index(row, ContentsModel::name, parent))];
}

QVariant FilesView::Filter::data(const QModelIndex &index, int role) const {
    if (role != Qt::DecorationRole || index.column() != ContentsModel::name) return QSortFilterProxyModel::data(index, role);
    static const QIcon folder = icon("folder"), file = icon("file"), link = icon("link");
    switch (static_cast<NodeKind>(index.data(ContentsModel::kindRole).toInt())) {
    case NodeKind::directory: return folder;
    case NodeKind::symlink: return link;
    default: return file;
    }
}

/// One pass over all nodes, however many there are.
std::vector<char> FilesView::wanted() const {
    const QString text = find_->text();
    if (!model_->archive() || (text.isEmpty() && !onlyDamaged_->isChecked())) return {};
    const auto &nodes = model_->archive()->filesystem()->nodes();
    const auto matches = [&](NodeId node) {
        const QModelIndex index = model_->indexOf(node);
        return index.isValid() && (!onlyDamaged_->isChecked() || index.data(ContentsModel::damagedRole).toBool()) &&
               (text.isEmpty() || index.data().toString().contains(text, Qt::CaseInsensitive));
    };
    std::vector<char> visible(nodes.size());
    std::vector<NodeId> below;
    for (NodeId node = 0; node < nodes.size(); ++node) {
        if (!matches(node)) continue;
        for (NodeId above = nodes[node].parent; above != Node::none && !visible[above]; above = nodes[above].parent) visible[above] = 1;
        // A folder that is damaged by what is in it is only the way there.
        visible[node] = onlyDamaged_->isChecked() && nodes[node].kind == NodeKind::directory ? 1 : 2;
        // A folder that is found by its name is shown with what is in it.
        if (!text.isEmpty() && !onlyDamaged_->isChecked()) below.insert(below.end(), nodes[node].children.begin(), nodes[node].children.end());
    }
    while (!below.empty()) {
        const NodeId node = below.back();
        below.pop_back();
        visible[node] = 2;
        below.insert(below.end(), nodes[node].children.begin(), nodes[node].children.end());
    }
    return visible;
}

FilesView::FilesView(QWidget *parent)
    : QWidget(parent), model_(new ContentsModel(this)), filter_(new Filter(this)), find_(new QLineEdit),
      onlyDamaged_(new QCheckBox(tr("Only &damaged"))), tree_(new FilesTree([this] { drag(); })), empty_(textLabel()) {
    find_->setPlaceholderText(tr("Find a name"));
    find_->setAccessibleName(tr("Find a name"));
    find_->setClearButtonEnabled(true);
    find_->addAction(icon("search"), QLineEdit::LeadingPosition);
    find_->setMaximumWidth(360);
    filter_->setSourceModel(model_);
    filter_->setSortRole(ContentsModel::sortRole);
    filter_->setSortCaseSensitivity(Qt::CaseInsensitive);
    tree_->setModel(filter_);
    tree_->setAccessibleName(tr("Files inside the image"));
    tree_->setFrameShape(QFrame::NoFrame);
    tree_->setUniformRowHeights(true);
    tree_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    tree_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    tree_->setContextMenuPolicy(Qt::CustomContextMenu);
    tree_->setExpandsOnDoubleClick(true);
    // In the order of the disc, which is by name already: a million of them are sorted only on request.
    tree_->header()->setSortIndicator(-1, Qt::AscendingOrder);
    tree_->setSortingEnabled(true);
    makeColumns();
    empty_->setContentsMargins(far, far, far, far);
    empty_->setAlignment(Qt::AlignCenter);

    auto *top = new QHBoxLayout;
    top->setSpacing(rhythm);
    top->addWidget(find_, 1);
    top->addWidget(onlyDamaged_);
    top->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(rhythm);
    column->addLayout(top);
    column->addWidget(tree_, 1);
    column->addWidget(empty_, 1);

    connect(tree_, &QTreeView::activated, this, &FilesView::activate);
    connect(tree_, &QTreeView::customContextMenuRequested, this, &FilesView::showMenu);
    // Typing on a million names should not wait for each letter.
    auto *pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(200);
    connect(find_, &QLineEdit::textChanged, pause, qOverload<>(&QTimer::start));
    connect(pause, &QTimer::timeout, this, &FilesView::takeFilter);
    connect(onlyDamaged_, &QCheckBox::toggled, this, &FilesView::takeFilter);
    connect(tree_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &FilesView::takeChosen);
    // Once more on what is chosen already: its blocks light up again.
    connect(tree_, &QTreeView::clicked, this, &FilesView::chosenChanged);
    setArchive(nullptr);
}

/// The name takes what is free; the others can be hidden, and what is hidden is remembered.
void FilesView::makeColumns() {
    QHeaderView *header = tree_->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(ContentsModel::name, QHeaderView::Stretch);
    fitColumns(*header, 3 * rhythm / 2);
    header->setContextMenuPolicy(Qt::ActionsContextMenu);
    for (int column = ContentsModel::size; column < ContentsModel::column_count; ++column) {
        const auto of = [this, column](int role) { return model_->headerData(column, Qt::Horizontal, role); };
        const QString setting = columnsGroup() + of(keyRole).toString();
        auto *action = new QAction(of(Qt::DisplayRole).toString(), header);
        action->setCheckable(true);
        action->setChecked(QSettings().value(setting, of(shownRole)).toBool());
        header->setSectionHidden(column, !action->isChecked());
        header->addAction(action);
        connect(action, &QAction::toggled, this, [header, column, setting](bool isShown) {
            header->setSectionHidden(column, !isShown);
            QSettings().setValue(setting, isShown);
        });
    }
}

void FilesView::drag() {
    const auto nodes = chosen();
    if (nodes.empty()) return;
    const auto &filesystem = model_->archive()->filesystem();
    if (!ExtractedDrag::fits(*filesystem, nodes)) {
        emit tooLargeToDrag();
        return;
    }
    auto *drag = new QDrag(tree_);
    drag->setMimeData(new ExtractedDrag(filesystem, nodes));
    drag->setPixmap(icon(nodes.size() == 1 && (*filesystem)[nodes.front()].kind == NodeKind::file ? "file" : "folder").pixmap(32));
    drag->exec(Qt::CopyAction);
}

/// A file is previewed; a folder opens by itself.
void FilesView::activate(const QModelIndex &index) {
    const NodeId node = model_->nodeOf(filter_->mapToSource(index));
    if ((*model_->archive()->filesystem())[node].kind == NodeKind::file) emit previewWanted(node);
    else tree_->setExpanded(index.siblingAtColumn(0), !tree_->isExpanded(index.siblingAtColumn(0)));
}

void FilesView::showMenu(const QPoint &position) {
    const auto nodes = chosen();
    if (nodes.empty()) return;
    const bool isFile = nodes.size() == 1 && (*model_->archive()->filesystem())[nodes.front()].kind == NodeKind::file;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(icon("extract"), tr("&Extract…")), &QAction::triggered, this, &FilesView::extractWanted);
    if (isFile) {
        connect(menu->addAction(icon("preview"), tr("&Preview")), &QAction::triggered, this,
                [this, node = nodes.front()] { emit previewWanted(node); });
        connect(menu->addAction(icon("inside"), tr("&Look inside")), &QAction::triggered, this,
                [this, node = nodes.front()] { emit openWanted(node); });
    }
    connect(menu->addAction(icon("map"), tr("Show on the &map")), &QAction::triggered, this, &FilesView::mapWanted);
    connect(menu->addAction(icon("copy"), tr("&Copy the path")), &QAction::triggered, this, [this, nodes] {
        QStringList paths;
        for (const NodeId node : nodes) paths << nameText(model_->archive()->filesystem()->path(node));
        QGuiApplication::clipboard()->setText(paths.join(QLatin1Char('\n')));
    });
    menu->popup(tree_->viewport()->mapToGlobal(position));
}

void FilesView::setArchive(std::shared_ptr<const ImageArchive> archive, const QString &without) {
    const bool hasFiles = archive != nullptr;
    find_->clear();
    onlyDamaged_->setChecked(false);
    filter_->setVisible({});
    model_->setArchive(std::move(archive));
    for (QWidget *widget : {static_cast<QWidget *>(find_), static_cast<QWidget *>(onlyDamaged_), static_cast<QWidget *>(tree_)})
        widget->setVisible(hasFiles);
    empty_->setText(without);
    empty_->setVisible(!hasFiles);
    takeChosen();
}

void FilesView::setFacts(std::vector<NodeFacts> facts) {
    model_->setFacts(std::move(facts));
    if (onlyDamaged_->isChecked()) takeFilter();
    // Where the order depends on what changed.
    if (filter_->sortColumn() > ContentsModel::name) filter_->invalidate();
}

void FilesView::choose(NodeId node) {
    const QModelIndex source = model_->indexOf(node);
    if (!source.isValid()) return;
    QModelIndex index = filter_->mapFromSource(source);
    if (!index.isValid()) {
        // What is to be shown is not to be hidden.
        find_->clear();
        onlyDamaged_->setChecked(false);
        takeFilter();
        index = filter_->mapFromSource(source);
    }
    if (tree_->currentIndex() == index) emit chosenChanged();
    tree_->setCurrentIndex(index);
    tree_->scrollTo(index, QAbstractItemView::PositionAtCenter);
}

std::vector<NodeId> FilesView::chosen() const {
    std::vector<NodeId> nodes;
    // What lies in a folder that is chosen comes with it.
    const QItemSelectionModel *selection = tree_->selectionModel();
    for (const QModelIndex &index : selection->selectedRows()) {
        QModelIndex above = index.parent();
        while (above.isValid() && !selection->isSelected(above)) above = above.parent();
        if (!above.isValid()) nodes.push_back(model_->nodeOf(filter_->mapToSource(index)));
    }
    return nodes;
}

FilesView::Scope FilesView::scope() const {
    if (!chosen().empty()) return Scope::chosen;
    return filter_->visible().empty() ? Scope::all : Scope::found;
}

std::vector<NodeId> FilesView::inScope() const {
    auto nodes = chosen();
    return nodes.empty() ? std::vector<NodeId>{Filesystem::root} : nodes;
}

std::vector<char> FilesView::leftOut() const {
    std::vector<char> left;
    if (scope() != Scope::found) return left;
    for (const char one : filter_->visible()) left.push_back(one == 0);
    return left;
}

void FilesView::takeFilter() {
    filter_->setVisible(wanted());
    if (!find_->text().isEmpty() || onlyDamaged_->isChecked()) tree_->expandToDepth(2);
    else tree_->collapseAll();
    emit scopeChanged();
}

void FilesView::takeChosen() {
    emit chosenChanged();
    emit scopeChanged();
}

} // namespace cloop::desktop
