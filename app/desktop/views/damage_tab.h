// SPDX-License-Identifier: GPL-3.0-or-later
// The check of all blocks: progress, results, and actions.

#pragma once

#include "models/damage_model.h"

#include <QWidget>

class QAction;
class QLabel;
class QProgressBar;
class QPushButton;
class QTreeView;

namespace cloop::desktop {

class Job;

class DamageTab final : public QWidget {
    Q_OBJECT

public:
    enum class Format { map, json, csv, text };

    explicit DamageTab(QWidget *parent = nullptr);

    /// Shows the running check; null: none. `canGoOn`: whether a stopped check can be resumed.
    void showJob(const Job *job, bool canGoOn);
    void say(const QString &sentence);

    DamageModel *model() const { return model_; }
    void showDamage(const OpenedImage &opened, const std::vector<LostBlocks> &bad);

signals:
    void startWanted();
    void stopWanted();
    void pauseWanted();
    void resumeFileWanted();  ///< the map file of an earlier check
    void overlayWanted();     ///< the map file of a copied disc
    void saveWanted(cloop::desktop::DamageTab::Format format);
    void blocksChosen(std::size_t first, std::size_t last);
    void nodeChosen(cloop::NodeId node);

private:
    void copyChosen();

    DamageModel *model_;
    QLabel *status_;
    QProgressBar *progress_;
    QPushButton *start_;
    QPushButton *pause_;
    QTreeView *tree_;
    QList<QAction *> mapActions_;
    bool isRunning_ = false;
};

} // namespace cloop::desktop
