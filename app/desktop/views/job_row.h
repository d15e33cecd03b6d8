// SPDX-License-Identifier: GPL-3.0-or-later
// One job among others: how far it is, what became of it, what to do with what it made.

#pragma once

#include "jobs/job.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace cloop::desktop {

class IconLabel;

/// Goes with its job.
class JobRow final : public QWidget {
    Q_OBJECT

public:
    explicit JobRow(Job *job, QWidget *parent = nullptr);

signals:
    void openWanted(const QString &path);
    void showWanted(const QString &path);  ///< in its folder

private:
    QToolButton *addButton(const char *icon, const QString &name);
    QToolButton *addBurnButton();
    void showJob();

    Job *job_;
    IconLabel *icon_;
    QProgressBar *progress_;
    QLabel *line_;
    QList<QToolButton *> buttons_;
    QToolButton *pause_, *stop_, *open_, *show_, *burn_;
};

} // namespace cloop::desktop
