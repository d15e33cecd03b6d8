// SPDX-License-Identifier: GPL-3.0-or-later
// How far a build is, in numbers that stay in their places.

#pragma once

#include "jobs/job.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace cloop::desktop {

class CommandLines;
class ToneLabel;

class BuildProgress final : public QWidget {
    Q_OBJECT

public:
    explicit BuildProgress(QWidget *parent = nullptr);

    /// `next`: titles of the builds that wait for this one.
    void show(const QString &title, const Job &job, const QStringList &next);

    /// What is to be typed on other computers, and who helps; without a line nothing is shown.
    void setCluster(const QString &line, const QStringList &helpers);

    /// Bytes that the image probably takes, where only fewer are free; 0: there is enough.
    void setRoom(std::uint64_t likely, std::uint64_t room);

signals:
    void pauseWanted();
    void stopWanted();

private:
    QLabel *title_;
    QLabel *percent_;
    QProgressBar *bar_;
    QLabel *phase_;
    ToneLabel *room_;
    QLabel *speed_, *elapsed_, *left_, *ratio_;
    QWidget *cluster_;
    CommandLines *clusterLine_;
    QLabel *helpers_;
    QLabel *next_;
    QPushButton *pause_;
};

} // namespace cloop::desktop
