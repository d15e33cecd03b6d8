// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/damage_view.h"

#include "text/sentences.h"
#include "views/kept_columns.h"
#include "views/labels.h"
#include "views/switch_button.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace cloop::desktop {

DamageView::DamageView(QWidget *parent)
    : QWidget(parent), model_(new DamageModel(this)), files_(new DamagedFilesModel(this)), headline_(textLabel()), status_(textLabel()),
      byFile_(new SwitchButton(nullptr, tr("B&y file"))), byBlock_(new SwitchButton(nullptr, tr("By bloc&k"))),
      fileList_(makeList(files_, tr("Files that are not whole"))), blockList_(makeList(model_, tr("Damaged blocks and the files in them"))),
      check_(new QPushButton(icon("check"), tr("Check every block"))), extract_(new QPushButton(icon("extract"), tr("Extr&act the whole files…"))),
      again_(new QPushButton(icon("again"), tr("Read the unreadable ones a&gain"))), report_(new QPushButton(icon("save"), tr("&Report"))),
      empty_(new QWidget) {
    headline_->setFont(titleFont());
    headline_->setText(tr("Not checked yet."));
    say({});
    fileList_->setRootIsDecorated(false);
    makeColumns();
    auto *menu = new QMenu(report_);
    const auto add = [&](const QString &text, Format format) {
        connect(menu->addAction(text), &QAction::triggered, this, [this, format] { emit saveWanted(format); });
    };
    add(tr("Save as &text…"), Format::text);
    add(tr("Save as &JSON…"), Format::json);
    add(tr("Save a ta&ble of all blocks (CSV)…"), Format::csv);
    add(tr("Save a &map file (ddrescue)…"), Format::map);
    report_->setMenu(menu);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(0);
    for (QToolButton *side : {byFile_, byBlock_}) buttons->addWidget(side);
    buttons->addStretch();
    for (QPushButton *button : {extract_, again_, report_}) {
        buttons->addSpacing(rhythm);
        buttons->addWidget(button);
    }
    auto *start = new QVBoxLayout(empty_);
    start->setContentsMargins(0, rhythm, 0, 0);
    start->addWidget(check_, 0, Qt::AlignLeading);
    start->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(rhythm);
    column->addWidget(headline_);
    column->addWidget(status_);
    column->addLayout(buttons);
    column->addWidget(fileList_, 1);
    column->addWidget(blockList_, 1);
    column->addWidget(empty_, 1);

    connect(byFile_, &QToolButton::toggled, this, &DamageView::showBy);
    connect(check_, &QPushButton::clicked, this, &DamageView::checkWanted);
    connect(again_, &QPushButton::clicked, this, &DamageView::checkWanted);
    connect(extract_, &QPushButton::clicked, this, &DamageView::extractWholeWanted);
    byFile_->setChecked(true);
}

DamageView::~DamageView() = default;

void DamageView::makeColumns() {
    QHeaderView *header = fileList_->header();
    fitColumns(*header, 3 * rhythm);
    header->setStretchLastSection(false);
    header->setSectionResizeMode(DamagedFilesModel::file, QHeaderView::Stretch);
    fileColumns_ = std::make_unique<KeptColumns>(*header, QStringLiteral("damaged_files"));
    header = blockList_->header();
    fitColumns(*header, 3 * rhythm);
    // Room for the sign that opens a row.
    header->resizeSection(DamageModel::lost, header->sectionSize(DamageModel::lost) + 2 * rhythm);
    blockColumns_ = std::make_unique<KeptColumns>(*header, QStringLiteral("damaged_blocks"));
}

QTreeView *DamageView::makeList(QAbstractItemModel *model, const QString &name) {
    auto *list = new QTreeView;
    list->setModel(model);
    list->setAccessibleName(name);
    list->setFrameShape(QFrame::NoFrame);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setUniformRowHeights(true);
    list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    list->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *copy = new QAction(tr("&Copy"), list);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    list->addAction(copy);
    connect(copy, &QAction::triggered, this, [this, list] { copyChosen(list); });
    connect(list->selectionModel(), &QItemSelectionModel::currentChanged, this, &DamageView::choose);
    connect(list, &QTreeView::clicked, this, &DamageView::choose);
    return list;
}

void DamageView::choose(const QModelIndex &current) {
    const QModelIndex index = current.siblingAtColumn(0);
    if (const QVariant first = index.data(DamageModel::firstBlockRole); first.isValid())
        emit blocksChosen(first.toULongLong(), index.data(DamageModel::lastBlockRole).toULongLong());
    else if (const QVariant node = index.data(DamageModel::nodeRole); node.isValid()) emit nodeChosen(node.toUInt());
}

void DamageView::showBy(bool isByFile) {
    if (!isByFile) byBlock_->setChecked(true);
    const bool hasDamage = model_->rowCount() > 0;
    fileList_->setVisible(hasDamage && isByFile);
    blockList_->setVisible(hasDamage && !isByFile);
}

void DamageView::say(const QString &sentence) {
    status_->setText(sentence.toHtmlEscaped());
    status_->setVisible(!sentence.isEmpty());
}

QString DamageView::headline() const { return headline_->text(); }

void DamageView::setChecking(bool isChecking) {
    check_->setEnabled(!isChecking);
    again_->setEnabled(!isChecking);
}

void DamageView::showDamage(const OpenedImage &opened, const std::vector<LostBlocks> &bad, const BlockCells &cells) {
    const bool isOver = cells.counts()[static_cast<std::size_t>(BlockState::untested)] == 0;
    const auto hits = opened.filesystem ? find_hit_nodes(*opened.filesystem, bad, opened.image->block_size()).value_or(std::vector<HitNode>{})
                                        : std::vector<HitNode>{};
    damagedFiles_ = static_cast<std::size_t>(
        std::ranges::count_if(hits, [&](const HitNode &hit) { return (*opened.filesystem)[hit.node].kind == NodeKind::file; }));
    model_->setDamage(opened, bad);
    files_->setDamage(opened, bad, hits);
    const auto count = [&](BlockState state) { return cells.counts()[static_cast<std::size_t>(state)]; };
    const std::size_t damaged = count(BlockState::damaged), unreadable = count(BlockState::unreadable);
    QString blocks = (damaged > 0 ? tr("%1 of %2 blocks damaged") : tr("%1 of %2 blocks unreadable"))
                         .arg(numberText(damaged > 0 ? damaged : unreadable), numberText(opened.image->block_count()));
    if (damaged > 0 && unreadable > 0)
        blocks = tr("%1, %2 unreadable", "so many of so many blocks damaged, a number").arg(blocks, numberText(unreadable));
    if (bad.empty()) {
        const auto any = [&](BlockState state) { return count(state) > 0; };
        headline_->setText(!isOver ? (any(BlockState::sound) ? tr("No damage so far.") : tr("Not checked yet."))
                           : any(BlockState::unverifiable) ? tr("No damage was found.")
                                                           : tr("All blocks are sound."));
    } else if (opened.filesystem) {
        const auto files = static_cast<std::uint64_t>(std::ranges::count(opened.filesystem->nodes(), NodeKind::file, &Node::kind));
        headline_->setText(tr("%1: %2 of %3 files are not whole").arg(blocks, numberText(damagedFiles_), numberText(files)));
    } else {
        headline_->setText(blocks);
    }
    const bool hasDamage = !bad.empty();
    for (QWidget *widget : {static_cast<QWidget *>(byFile_), static_cast<QWidget *>(byBlock_)}) widget->setVisible(hasDamage && opened.filesystem);
    extract_->setVisible(hasDamage && opened.filesystem);
    again_->setVisible(unreadable > 0);
    check_->setVisible(!isOver);
    empty_->setVisible(!hasDamage);
    showBy(byFile_->isChecked() && opened.filesystem != nullptr);
    if (!hasDamage) return;
    // Names of files take the whole width.
    for (int row = 0; row < model_->rowCount(); ++row)
        for (int file = 0; file < model_->rowCount(model_->index(row, 0)); ++file)
            blockList_->setFirstColumnSpanned(file, model_->index(row, 0), true);
    if (model_->rowCount() <= 200) blockList_->expandToDepth(0);
}

void DamageView::copyChosen(QTreeView *list) {
    QStringList lines;
    for (const QModelIndex &row : list->selectionModel()->selectedRows()) lines << row.data(DamageModel::copyRole).toString();
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

} // namespace cloop::desktop
