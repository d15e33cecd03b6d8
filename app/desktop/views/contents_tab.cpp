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

void ContentsTab::Filter::setWanted(const QString &text, bool onlyDamaged) {
    text_ = text;
    onlyDamaged_ = onlyDamaged;
    invalidateFilter();
}

bool ContentsTab::Filter::filterAcceptsRow(int row, const QModelIndex &parent) const {
    const QModelIndex index = sourceModel()->index(row, ContentsModel::name, parent);
    if (onlyDamaged_ && !index.data(ContentsModel::damagedRole).toBool()) return false;
    return text_.isEmpty() || index.data().toString().contains(text_, Qt::CaseInsensitive);
}

ContentsTab::ContentsTab(QWidget *parent)
    : QWidget(parent), model_(new ContentsModel(this)), filter_(new Filter(this)), find_(new QLineEdit), onlyDamaged_(new QCheckBox(tr("Only &damaged"))), tree_(new QTreeView),
      empty_(textLabel()), extract_(new QPushButton(tr("E&xtract"))), preview_(new QPushButton(tr("Previe&w"))), open_(new QPushButton(tr("Open as &image"))) {
    find_->setPlaceholderText(tr("Find a name"));
    find_->setAccessibleName(tr("Find a name"));
    find_->setClearButtonEnabled(true);
    filter_->setSourceModel(model_);
    filter_->setSortRole(ContentsModel::sortRole);
    filter_->setSortCaseSensitivity(Qt::CaseInsensitive);
    filter_->setRecursiveFilteringEnabled(true);
    tree_->setModel(filter_);
    tree_->setAccessibleName(tr("Files inside the image"));
    tree_->setFrameShape(QFrame::NoFrame);
    tree_->setUniformRowHeights(true);
    tree_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    tree_->setSortingEnabled(true);
    tree_->sortByColumn(ContentsModel::name, Qt::AscendingOrder);
    tree_->header()->setStretchLastSection(false);
    tree_->header()->setSectionResizeMode(QHeaderView::Interactive);
    tree_->header()->setSectionResizeMode(ContentsModel::name, QHeaderView::Stretch);
    const auto widthOf = [&](const QString &sample) { return fontMetrics().horizontalAdvance(sample) + 3 * rhythm / 2; };
    for (const int column : {ContentsModel::size, ContentsModel::stored}) tree_->header()->resizeSection(column, widthOf(QStringLiteral("999.9 MiB")));
    const auto headerOf = [&](int column) { return model_->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(); };
    tree_->header()->resizeSection(ContentsModel::ratio, std::max(widthOf(QStringLiteral("100.0 %")), widthOf(headerOf(ContentsModel::ratio))));
    tree_->header()->resizeSection(ContentsModel::state, std::max(widthOf(shortStateText(BlockState::untested)), 6 * widthOf(ContentsModel::tr("damage inside")) / 5));
    empty_->setText(tr("There is no ISO 9660 file system inside, so no files are known. Export the content to look at it otherwise."));
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

    // Typing on a million names should not wait for each letter.
    auto *pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(200);
    connect(find_, &QLineEdit::textChanged, pause, qOverload<>(&QTimer::start));
    connect(pause, &QTimer::timeout, this, &ContentsTab::takeFilter);
    connect(onlyDamaged_, &QCheckBox::toggled, this, &ContentsTab::takeFilter);
    connect(tree_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ContentsTab::takeChosen);
    setArchive(nullptr);
}

void ContentsTab::setArchive(std::shared_ptr<const ImageArchive> archive) {
    const bool hasFiles = archive != nullptr;
    find_->clear();
    onlyDamaged_->setChecked(false);
    model_->setArchive(std::move(archive));
    for (QWidget *widget : {static_cast<QWidget *>(find_), static_cast<QWidget *>(onlyDamaged_), static_cast<QWidget *>(tree_), static_cast<QWidget *>(extract_),
                            static_cast<QWidget *>(preview_), static_cast<QWidget *>(open_)})
        widget->setVisible(hasFiles);
    empty_->setVisible(!hasFiles);
    takeChosen();
}

void ContentsTab::setFacts(std::vector<NodeFacts> facts) {
    model_->setFacts(std::move(facts));
    if (onlyDamaged_->isChecked()) takeFilter();
}

void ContentsTab::choose(NodeId node) {
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
    tree_->setCurrentIndex(index);
    tree_->scrollTo(index, QAbstractItemView::PositionAtCenter);
}

std::vector<NodeId> ContentsTab::chosen() const {
    std::vector<NodeId> nodes;
    for (const QModelIndex &index : tree_->selectionModel()->selectedRows()) nodes.push_back(model_->nodeOf(filter_->mapToSource(index)));
    return nodes;
}

void ContentsTab::takeFilter() {
    filter_->setWanted(find_->text(), onlyDamaged_->isChecked());
    if (!find_->text().isEmpty() || onlyDamaged_->isChecked()) tree_->expandToDepth(2);
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
