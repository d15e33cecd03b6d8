// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/contents_tab.h"

#include "text/sentences.h"
#include "views/labels.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTimer>
#include <QTreeView>
#include <QVBoxLayout>

namespace cloop::desktop {

void ContentsTab::Filter::setVisible(std::vector<char> visible) {
    visible_ = std::move(visible);
    invalidateFilter();
}

bool ContentsTab::Filter::filterAcceptsRow(int row, const QModelIndex &parent) const {
    const auto *model = static_cast<const ContentsModel *>(sourceModel());
    return visible_.empty() || visible_[model->nodeOf(model->index(row, ContentsModel::name, parent))];
}

/// Takes one pass over all nodes.
std::vector<char> ContentsTab::wanted() const {
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
        for (NodeId above = node; above != Node::none && !visible[above]; above = nodes[above].parent) visible[above] = 1;
        // A folder that matches by name is shown with its contents.
        if (!text.isEmpty() && !onlyDamaged_->isChecked()) below.insert(below.end(), nodes[node].children.begin(), nodes[node].children.end());
    }
    while (!below.empty()) {
        const NodeId node = below.back();
        below.pop_back();
        if (visible[node] == 2) continue;
        visible[node] = 2;
        below.insert(below.end(), nodes[node].children.begin(), nodes[node].children.end());
    }
    return visible;
}

ContentsTab::ContentsTab(QWidget *parent)
    : QWidget(parent), model_(new ContentsModel(this)), filter_(new Filter(this)), find_(new QLineEdit),
      onlyDamaged_(new QCheckBox(tr("Only &damaged"))), tree_(new QTreeView), empty_(textLabel()), extract_(new QPushButton(tr("E&xtract"))),
      preview_(new QPushButton(tr("Previe&w"))), open_(new QPushButton(tr("Open as &image"))) {
    find_->setPlaceholderText(tr("Find a name"));
    find_->setAccessibleName(tr("Find a name"));
    find_->setClearButtonEnabled(true);
    filter_->setSourceModel(model_);
    filter_->setSortRole(ContentsModel::sortRole);
    filter_->setSortCaseSensitivity(Qt::CaseInsensitive);
    tree_->setModel(filter_);
    tree_->setAccessibleName(tr("Files inside the image"));
    tree_->setFrameShape(QFrame::NoFrame);
    tree_->setUniformRowHeights(true);
    tree_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    // Unsorted, because nodes are already in name order; sort a million nodes only on request.
    tree_->header()->setSortIndicator(-1, Qt::AscendingOrder);
    tree_->setSortingEnabled(true);
    tree_->header()->setStretchLastSection(false);
    tree_->header()->setSectionResizeMode(QHeaderView::Interactive);
    tree_->header()->setSectionResizeMode(ContentsModel::name, QHeaderView::Stretch);
    fitColumns(*tree_->header(), 3 * rhythm / 2);
    empty_->setContentsMargins(rhythm, rhythm, rhythm, rhythm);

    auto *menu = new QMenu(extract_);
    connect(menu->addAction(tr("To a &folder…")), &QAction::triggered, this, [this] { emit extractWanted(Target::folder); });
    connect(menu->addAction(tr("As an &archive (.tar.xz, .zip)…")), &QAction::triggered, this, [this] { emit extractWanted(Target::archive); });
    extract_->setMenu(menu);
    connect(preview_, &QPushButton::clicked, this, [this] { emit previewWanted(chosen().front()); });
    connect(open_, &QPushButton::clicked, this, [this] { emit openWanted(chosen().front()); });
    connect(tree_, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        const NodeId node = model_->nodeOf(filter_->mapToSource(index));
        if ((*model_->archive()->filesystem())[node].kind == NodeKind::file) emit previewWanted(node);
    });

    auto *top = new QHBoxLayout;
    top->setSpacing(rhythm);
    top->addWidget(find_, 1);
    top->addWidget(onlyDamaged_);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(rhythm);
    for (auto *button : {extract_, preview_, open_}) buttons->addWidget(button);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(rhythm, rhythm, rhythm, rhythm);
    column->setSpacing(rhythm);
    column->addLayout(top);
    column->addWidget(tree_, 1);
    column->addWidget(empty_, 1);
    column->addLayout(buttons);

    // Delay filtering, because with a million names it would block typing.
    auto *pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(200);
    connect(find_, &QLineEdit::textChanged, pause, qOverload<>(&QTimer::start));
    connect(pause, &QTimer::timeout, this, &ContentsTab::takeFilter);
    connect(onlyDamaged_, &QCheckBox::toggled, this, &ContentsTab::takeFilter);
    connect(tree_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ContentsTab::takeChosen);
    // Clicking the current selection again highlights its blocks again.
    connect(tree_, &QTreeView::clicked, this, &ContentsTab::chosenChanged);
    setArchive(nullptr);
}

void ContentsTab::setArchive(std::shared_ptr<const ImageArchive> archive, const QString &without) {
    const bool hasFiles = archive != nullptr;
    find_->clear();
    onlyDamaged_->setChecked(false);
    filter_->setVisible({});
    model_->setArchive(std::move(archive));
    for (QWidget *widget : {static_cast<QWidget *>(find_), static_cast<QWidget *>(onlyDamaged_), static_cast<QWidget *>(tree_),
                            static_cast<QWidget *>(extract_), static_cast<QWidget *>(preview_), static_cast<QWidget *>(open_)})
        widget->setVisible(hasFiles);
    empty_->setText(without);
    empty_->setVisible(!hasFiles);
    takeChosen();
}

void ContentsTab::setFacts(std::vector<NodeFacts> facts) {
    model_->setFacts(std::move(facts));
    if (onlyDamaged_->isChecked()) takeFilter();
    // Only if the sort column depends on the facts.
    if (filter_->sortColumn() > ContentsModel::name) filter_->invalidate();
}

void ContentsTab::choose(NodeId node) {
    const QModelIndex source = model_->indexOf(node);
    if (!source.isValid()) return;
    QModelIndex index = filter_->mapFromSource(source);
    if (!index.isValid()) {
        // Remove filters that would hide the node.
        find_->clear();
        onlyDamaged_->setChecked(false);
        takeFilter();
        index = filter_->mapFromSource(source);
    }
    if (tree_->currentIndex() == index) emit chosenChanged();
    tree_->setCurrentIndex(index);
    tree_->scrollTo(index, QAbstractItemView::PositionAtCenter);
}

std::vector<NodeId> ContentsTab::chosen() const {
    std::vector<NodeId> nodes;
    // Skip nodes below a selected folder, which includes them.
    const QItemSelectionModel *selection = tree_->selectionModel();
    for (const QModelIndex &index : selection->selectedRows()) {
        QModelIndex above = index.parent();
        while (above.isValid() && !selection->isSelected(above)) above = above.parent();
        if (!above.isValid()) nodes.push_back(model_->nodeOf(filter_->mapToSource(index)));
    }
    return nodes;
}

void ContentsTab::takeFilter() {
    filter_->setVisible(wanted());
    if (!find_->text().isEmpty() || onlyDamaged_->isChecked()) tree_->expandToDepth(2);
    else tree_->collapseAll();
}

void ContentsTab::takeChosen() {
    const auto nodes = chosen();
    const bool isFile = nodes.size() == 1 && (*model_->archive()->filesystem())[nodes.front()].kind == NodeKind::file;
    preview_->setEnabled(isFile);
    open_->setEnabled(isFile);
    extract_->setText(nodes.empty() ? tr("E&xtract all") : tr("E&xtract"));
    emit chosenChanged();
}

} // namespace cloop::desktop
