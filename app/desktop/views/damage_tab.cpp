// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/damage_tab.h"

#include "jobs/job.h"
#include "views/labels.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace cloop::desktop {

DamageTab::DamageTab(QWidget *parent)
    : QWidget(parent), model_(new DamageModel(this)), status_(textLabel()), progress_(new QProgressBar), start_(new QPushButton),
      pause_(new QPushButton), tree_(new QTreeView) {
    progress_->setRange(0, 1000);
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("Progress of the check"));
    auto *more = new QPushButton(tr("&Reports"));
    auto *menu = new QMenu(more);
    const auto add = [&](const QString &text, Format format) {
        connect(menu->addAction(text), &QAction::triggered, this, [this, format] { emit saveWanted(format); });
    };
    add(tr("Save as &text…"), Format::text);
    add(tr("Save as &JSON…"), Format::json);
    add(tr("Save a &table of all blocks (CSV)…"), Format::csv);
    add(tr("Save a &map file (ddrescue)…"), Format::map);
    menu->addSeparator();
    // These actions are disabled during a check, because they would conflict with it.
    mapActions_ << menu->addAction(tr("&Take up a check from its map file…")) << menu->addAction(tr("&Lay the map of a copied disc over it…"));
    connect(mapActions_[0], &QAction::triggered, this, &DamageTab::resumeFileWanted);
    connect(mapActions_[1], &QAction::triggered, this, &DamageTab::overlayWanted);
    more->setMenu(menu);

    tree_->setModel(model_);
    tree_->setAccessibleName(tr("Lost blocks and the files in them"));
    tree_->setFrameShape(QFrame::NoFrame);
    tree_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    tree_->setUniformRowHeights(true);
    tree_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    tree_->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *copy = new QAction(tr("&Copy"), tree_);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    tree_->addAction(copy);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(rhythm);
    buttons->addWidget(start_);
    buttons->addWidget(pause_);
    buttons->addStretch();
    buttons->addWidget(more);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(rhythm, rhythm, rhythm, rhythm);
    column->setSpacing(rhythm);
    column->addLayout(buttons);
    column->addWidget(progress_);
    column->addWidget(status_);
    column->addWidget(tree_, 1);
    column->addStretch(0);

    connect(copy, &QAction::triggered, this, &DamageTab::copyChosen);
    connect(start_, &QPushButton::clicked, this, [this] { isRunning_ ? emit stopWanted() : emit startWanted(); });
    connect(pause_, &QPushButton::clicked, this, &DamageTab::pauseWanted);
    const auto choose = [this](const QModelIndex &current) {
        const QModelIndex index = current.siblingAtColumn(DamageModel::lost);
        if (const QVariant first = index.data(DamageModel::firstBlockRole); first.isValid())
            emit blocksChosen(first.toULongLong(), index.data(DamageModel::lastBlockRole).toULongLong());
        else if (const QVariant node = index.data(DamageModel::nodeRole); node.isValid()) emit nodeChosen(node.toUInt());
    };
    connect(tree_->selectionModel(), &QItemSelectionModel::currentChanged, this, choose);
    connect(tree_, &QTreeView::clicked, this, choose);
    showJob(nullptr, false);
    tree_->hide();
}

void DamageTab::showJob(const Job *job, bool canGoOn) {
    isRunning_ = job != nullptr;
    for (QAction *action : mapActions_) action->setEnabled(!isRunning_);
    progress_->setVisible(isRunning_);
    pause_->setVisible(isRunning_);
    start_->setText(isRunning_ ? tr("&Stop") : canGoOn ? tr("&Go on checking") : tr("&Check every block"));
    if (!job) return;
    pause_->setVisible(job->state() == Job::State::running);
    pause_->setText(job->isPaused() ? tr("&Go on") : tr("&Pause"));
    progress_->setValue(job->permille().value_or(0));
    say(job->line());
}

void DamageTab::say(const QString &sentence) { status_->setText(sentence.toHtmlEscaped()); }

void DamageTab::showDamage(const OpenedImage &opened, const std::vector<LostBlocks> &bad) {
    model_->setDamage(opened, bad);
    tree_->setVisible(!bad.empty());
    if (bad.empty()) return;
    tree_->header()->setStretchLastSection(true);
    const auto widthOf = [&](const char *sample) { return fontMetrics().horizontalAdvance(QLatin1String(sample)) + 2 * rhythm; };
    tree_->header()->resizeSection(DamageModel::lost,
                                   std::max(widthOf("99,999 to 99,999"), fontMetrics().horizontalAdvance(blocksText(99'999, 100'001))) + 3 * rhythm);
    // File names span all columns.
    for (int row = 0; row < model_->rowCount(); ++row)
        for (int file = 0; file < model_->rowCount(model_->index(row, 0)); ++file) tree_->setFirstColumnSpanned(file, model_->index(row, 0), true);
    tree_->header()->resizeSection(DamageModel::content, widthOf("999,999,999"));
    tree_->header()->resizeSection(DamageModel::length, widthOf("999,999"));
    if (model_->rowCount() <= 200) tree_->expandToDepth(0);
}

void DamageTab::copyChosen() {
    QStringList lines;
    for (const QModelIndex &row : tree_->selectionModel()->selectedRows()) lines << row.data(DamageModel::copyRole).toString();
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

} // namespace cloop::desktop
