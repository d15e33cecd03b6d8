// SPDX-License-Identifier: GPL-3.0-or-later
// All jobs, a row each, over the foot of the window.

#pragma once

#include "jobs/job_queue.h"

#include <QWidget>

class QAbstractButton;
class QScrollArea;
class QVBoxLayout;

namespace cloop::desktop {

/// Closes with Esc, and by a click elsewhere in the window.
class JobsPopover final : public QWidget {
    Q_OBJECT

public:
    /// `button`: opens it while it is down; the popover stands above it. Its window holds the popover, which is shown before it.
    JobsPopover(JobQueue &queue, QAbstractButton *button, QWidget *window);

signals:
    void openWanted(const QString &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void setOpen(bool isOpen);
    void place();
    void addRow(Job *job);
    bool holds(const QWidget *widget) const;

    JobQueue &queue_;
    QAbstractButton *button_;
    QWidget *nothing_;
    QVBoxLayout *rows_;
    QScrollArea *scroll_;
};

} // namespace cloop::desktop
