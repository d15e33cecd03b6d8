// SPDX-License-Identifier: GPL-3.0-or-later
// What happened since the program was started, and where all of it is kept.

#pragma once

#include "jobs/job_queue.h"

#include <QDialog>

class QPlainTextEdit;

namespace cloop::desktop {

/// Deletes itself when it is closed.
class LogDialog final : public QDialog {
    Q_OBJECT

public:
    explicit LogDialog(JobQueue &queue, QWidget *parent);

private:
    void save();

    QPlainTextEdit *text_;
};

} // namespace cloop::desktop
