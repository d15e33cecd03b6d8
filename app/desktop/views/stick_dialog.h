// SPDX-License-Identifier: GPL-3.0-or-later
// Dialog that chooses a stick and writes a disc to it.

#pragma once

#include "jobs/stick_task.h"

#include <QDialog>
#include <QTimer>

#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace cloop::desktop {

class StickDialog final : public QDialog {
    Q_OBJECT

public:
    /// Sticks that are there now.
    using Sticks = std::function<std::vector<Disk>()>;

    /// `name`: of the disc, for people. `sticks`: is asked again and again, because people put them in when they are asked to.
    StickDialog(SourcePtr disc, const QString &name, JobQueue &queue, QWidget *parent, Sticks sticks = writable_disks);

    /// Whether sticks can be written to here: not in a sandbox.
    static bool isPossible();

    /// Asks whether all on the stick may be lost, queues the job, and closes.
    void start();

private:
    void lookForSticks();
    void judge();  ///< whether the chosen one will do
    const Disk *chosen() const;

    SourcePtr disc_;
    QString name_;
    JobQueue &queue_;
    Sticks look_;
    std::vector<Disk> sticks_;
    QComboBox *box_;
    QLabel *words_;
    QCheckBox *keeps_;
    QPushButton *run_;
    QTimer again_;
};

} // namespace cloop::desktop
