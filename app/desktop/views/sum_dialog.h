// SPDX-License-Identifier: GPL-3.0-or-later
// The SHA-256 of an image: how far it is, then the sum to copy, or to save beside the image.

#pragma once

#include "jobs/job_queue.h"

#include <QDialog>
#include <QPointer>

class QPushButton;

namespace cloop::desktop {

class JobStrip;
class SumLine;
class ToneLabel;

/// Sums the outer file, disc or set that holds the image. Closed before its end, it leaves the job to the list of jobs. Deletes itself when closed.
class SumDialog final : public QDialog {
    Q_OBJECT

public:
    /// `image`: by its name.
    SumDialog(JobQueue &queue, const QString &image, QWidget *parent);

    const QString &image() const { return image_; }
    const Job *job() const { return job_; }

private:
    void showJob();
    void save();

    QString image_;
    std::string outer_;  ///< what is summed
    QString sum_;
    QPointer<Job> job_;
    JobStrip *strip_;
    SumLine *line_;
    ToneLabel *said_;
    QPushButton *save_;
    CoreJob saving_;
};

} // namespace cloop::desktop
