// SPDX-License-Identifier: GPL-3.0-or-later
// How far a build is, in numbers that stay in their places.

#pragma once

#include "jobs/job.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace cloop::desktop {

class BuildProgress final : public QWidget {
    Q_OBJECT

public:
    explicit BuildProgress(QWidget *parent = nullptr);

    /// `next`: titles of the builds that wait for this one.
    void show(const QString &title, const Job &job, const QStringList &next);

signals:
    void pauseWanted();
    void stopWanted();

private:
    QLabel *title_;
    QLabel *percent_;
    QProgressBar *bar_;
    QLabel *phase_;
    QLabel *speed_, *elapsed_, *left_, *ratio_;
    QLabel *next_;
    QPushButton *pause_;
};

} // namespace cloop::desktop
