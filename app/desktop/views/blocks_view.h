// SPDX-License-Identifier: GPL-3.0-or-later
// The table of all blocks.

#pragma once

#include "models/block_table_model.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QLabel;
class QTableView;

namespace cloop::desktop {

class KeptColumns;

class BlocksView final : public QWidget {
    Q_OBJECT

public:
    explicit BlocksView(QWidget *parent = nullptr);
    ~BlocksView() override;

    void setImage(std::shared_ptr<const BlockReader> image, const BlockCells *cells);
    void takeStates();

    /// Selects the block if the table shows it.
    void choose(std::size_t block);

    BlockTableModel *model() const { return model_; }

signals:
    void chosenChanged(std::size_t block);

private:
    void sayCount();

    BlockTableModel *model_;
    QComboBox *filter_;
    QLabel *count_;
    QTableView *table_;
    std::unique_ptr<KeptColumns> columns_;
    bool isChoosing_ = false;
    std::size_t chosen_ = SIZE_MAX;
};

} // namespace cloop::desktop
