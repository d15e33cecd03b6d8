// SPDX-License-Identifier: GPL-3.0-or-later
// A job that runs, on one line of a page or dialog: how far it is, Pause and Stop.

#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace cloop::desktop {

class Job;

class JobStrip final : public QWidget {
    Q_OBJECT

public:
    explicit JobStrip(QWidget *parent = nullptr);

    /// Hidden where that is null.
    void showJob(const Job *job);

signals:
    void pauseWanted();
    void stopWanted();

private:
    QLabel *line_;
    QProgressBar *progress_;
    QToolButton *pause_, *stop_;
};

} // namespace cloop::desktop
