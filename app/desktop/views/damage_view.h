// SPDX-License-Identifier: GPL-3.0-or-later
// What damage costs, by file or by block, and what can be done about it.

#pragma once

#include "models/block_cells.h"
#include "models/damage_model.h"
#include "models/damaged_files_model.h"

#include <QWidget>

#include <memory>

class QAction;
class QLabel;
class QPushButton;
class QToolButton;
class QTreeView;

namespace cloop::desktop {

class KeptColumns;

class DamageView final : public QWidget {
    Q_OBJECT

public:
    enum class Format { map, json, csv, text };

    explicit DamageView(QWidget *parent = nullptr);
    ~DamageView() override;

    /// The sentence below the headline: how the last check ended.
    void say(const QString &sentence);

    /// `bad`: the damaged and unreadable blocks of `cells`.
    void showDamage(const OpenedImage &opened, const std::vector<LostBlocks> &bad, const BlockCells &cells);

    /// What a check must not contradict can't be chosen while one runs.
    void setChecking(bool isChecking);

    DamageModel *model() const { return model_; }
    DamagedFilesModel *files() const { return files_; }
    std::size_t damagedFiles() const { return damagedFiles_; }  ///< files alone, without folders and structures
    QString headline() const;

signals:
    void checkWanted();
    void extractWholeWanted();   ///< the files that damage does not touch
    void saveWanted(cloop::desktop::DamageView::Format format);
    void blocksChosen(std::size_t first, std::size_t last);
    void nodeChosen(cloop::NodeId node);

private:
    void showBy(bool isByFile);
    void copyChosen(QTreeView *list);
    void choose(const QModelIndex &current);
    void makeColumns();
    QTreeView *makeList(QAbstractItemModel *model, const QString &name);

    DamageModel *model_;
    DamagedFilesModel *files_;
    QLabel *headline_;
    QLabel *status_;
    QToolButton *byFile_;
    QToolButton *byBlock_;
    QTreeView *fileList_;
    QTreeView *blockList_;
    QPushButton *check_;
    QPushButton *extract_;
    QPushButton *again_;
    QPushButton *report_;
    QWidget *empty_;
    std::unique_ptr<KeptColumns> fileColumns_;
    std::unique_ptr<KeptColumns> blockColumns_;
    std::size_t damagedFiles_ = 0;
};

} // namespace cloop::desktop
