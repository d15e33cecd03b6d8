// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/blocks_view.h"

#include "text/sentences.h"
#include "views/kept_columns.h"
#include "views/labels.h"

#include <QComboBox>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTableView>
#include <QVBoxLayout>

namespace cloop::desktop {

BlocksView::BlocksView(QWidget *parent)
    : QWidget(parent), model_(new BlockTableModel(this)), filter_(new QComboBox), count_(new QLabel), table_(new QTableView) {
    const auto add = [&](const QString &text, BlockTableModel::Filter filter) { filter_->addItem(text, static_cast<int>(filter)); };
    add(tr("All blocks"), BlockTableModel::Filter::all);
    add(tr("Damaged or unreadable"), BlockTableModel::Filter::bad);
    add(tr("Unverifiable"), BlockTableModel::Filter::unverifiable);
    add(tr("Not checked"), BlockTableModel::Filter::untested);
    add(tr("Hardly shrunk (98 % and more)"), BlockTableModel::Filter::incompressible);
    filter_->setAccessibleName(tr("Which blocks are listed"));
    table_->setModel(model_);
    table_->setAccessibleName(tr("Blocks of the image"));
    table_->setFrameShape(QFrame::NoFrame);
    table_->setShowGrid(false);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setWordWrap(false);
    table_->setTabKeyNavigation(false);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setSortIndicator(BlockTableModel::block, Qt::AscendingOrder);
    fitColumns(*table_->horizontalHeader(), 2 * rhythm);
    table_->horizontalHeader()->setStretchLastSection(true);
    columns_ = std::make_unique<KeptColumns>(*table_->horizontalHeader(), QStringLiteral("blocks"));
    table_->setSortingEnabled(true);

    auto *top = new QHBoxLayout;
    top->setSpacing(rhythm);
    top->addWidget(filter_);
    top->addStretch();
    top->addWidget(count_);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(rhythm, rhythm, rhythm, rhythm);
    column->setSpacing(rhythm);
    column->addLayout(top);
    column->addWidget(table_, 1);

    connect(filter_, &QComboBox::currentIndexChanged, this, [this] {
        model_->setFilter(static_cast<BlockTableModel::Filter>(filter_->currentData().toInt()));
        sayCount();
    });
    // Keep the chosen block in view after sorting or filtering.
    connect(model_, &QAbstractItemModel::modelReset, this, [this] { choose(chosen_); });
    connect(table_, &QTableView::clicked, this, [this](const QModelIndex &index) { emit chosenChanged(model_->blockAt(index.row())); });
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        if (current.isValid() && !isChoosing_) emit chosenChanged(model_->blockAt(current.row()));
    });
}

BlocksView::~BlocksView() = default;

void BlocksView::setImage(std::shared_ptr<const BlockReader> image, const BlockCells *cells) {
    filter_->setCurrentIndex(0);
    chosen_ = SIZE_MAX;
    model_->setImage(std::move(image), cells);
    sayCount();
}

void BlocksView::takeStates() {
    model_->takeStates();
    sayCount();
}

void BlocksView::choose(std::size_t block) {
    chosen_ = block;
    const QScopedValueRollback guard(isChoosing_, true);
    if (const int row = model_->rowOf(block); row >= 0) table_->selectRow(row);
    else table_->clearSelection();
}

void BlocksView::sayCount() { count_->setText(tr("%Ln block(s)", nullptr, model_->rowCount())); }

} // namespace cloop::desktop
