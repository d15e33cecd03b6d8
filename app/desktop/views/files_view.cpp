// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/files_view.h"

#include "models/files_filter.h"
#include "text/sentences.h"
#include "views/extracted_drag.h"
#include "views/kept_columns.h"
#include "views/labels.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDrag>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QStyledItemDelegate>
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

/// Draws the icon of a node's kind before its name.
class NameDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        static const QIcon folder = icon("folder"), file = icon("file"), link = icon("link");
        const auto kind = static_cast<NodeKind>(index.data(ContentsModel::kindRole).toInt());
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = kind == NodeKind::directory ? folder : kind == NodeKind::symlink ? link : file;
    }
};

constexpr std::ptrdiff_t mostOpened = 5000;

} // namespace

FilesView::FilesView(QWidget *parent)
    : QWidget(parent), model_(new ContentsModel(this)), find_(new QLineEdit),
      onlyDamaged_(new QCheckBox(tr("Onl&y damaged"))), tree_(new FilesTree([this] { drag(); })), empty_(textLabel()) {
    find_->setPlaceholderText(tr("Find a name"));
    find_->setAccessibleName(tr("Find a name"));
    find_->setClearButtonEnabled(true);
    find_->addAction(icon("search"), QLineEdit::LeadingPosition);
    find_->setMaximumWidth(360);
    tree_->setModel(model_);
    tree_->setItemDelegateForColumn(ContentsModel::name, new NameDelegate(tree_));
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
    // Letters that came while the last ones were looked for are looked for together.
    auto *pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(0);
    connect(find_, &QLineEdit::textChanged, pause, qOverload<>(&QTimer::start));
    connect(pause, &QTimer::timeout, this, &FilesView::takeFilter);
    connect(onlyDamaged_, &QCheckBox::toggled, this, &FilesView::takeFilter);
    connect(tree_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &FilesView::takeChosen);
    // Once more on what is chosen already: its blocks light up again.
    connect(tree_, &QTreeView::clicked, this, &FilesView::chosenChanged);
    setArchive(nullptr);
}

FilesView::~FilesView() = default;

/// The name takes what is free.
void FilesView::makeColumns() {
    QHeaderView *header = tree_->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(ContentsModel::name, QHeaderView::Stretch);
    fitColumns(*header, 3 * rhythm / 2);
    columns_ = std::make_unique<KeptColumns>(*header, QStringLiteral("files"));
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
    const NodeId node = model_->nodeOf(index);
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
}

void FilesView::choose(NodeId node) {
    if (!model_->archive() || !model_->archive()->entryOf(node)) return;
    QModelIndex index = model_->indexOf(node);
    if (!index.isValid()) {
        // What is to be shown is not to be hidden.
        find_->clear();
        onlyDamaged_->setChecked(false);
        takeFilter();
        index = model_->indexOf(node);
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
        if (!above.isValid()) nodes.push_back(model_->nodeOf(index));
    }
    return nodes;
}

FilesView::Scope FilesView::scope() const {
    if (!chosen().empty()) return Scope::chosen;
    return model_->visible().empty() ? Scope::all : Scope::found;
}

NodeSelection FilesView::inScope() const {
    if (auto nodes = chosen(); !nodes.empty()) return nodes;
    std::vector<char> hidden;
    for (const char one : model_->visible()) hidden.push_back(one == 0);
    return {std::vector{Filesystem::root}, std::move(hidden)};
}

void FilesView::takeFilter() {
    if (!model_->archive()) return;
    model_->setVisible(filesMatching(*model_->archive(), model_->facts(), find_->text(), onlyDamaged_->isChecked()));
    // A long list is not read through anyhow, and opening it takes longer than looking for the next letter.
    const auto found = std::ranges::count_if(model_->visible(), [](char one) { return one != 0; });
    if (found > 0 && found <= mostOpened) tree_->expandToDepth(2);
    emit scopeChanged();
}

void FilesView::takeChosen() {
    emit chosenChanged();
    emit scopeChanged();
}

} // namespace cloop::desktop
