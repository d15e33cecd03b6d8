// SPDX-License-Identifier: GPL-3.0-or-later
// Dialog that exports the content of an image as an ISO for burning.

#pragma once

#include "jobs/job_queue.h"
#include "models/opened_image.h"

#include <QDialog>

#include <functional>

class QCheckBox;
class QLabel;

namespace cloop::desktop {

class PathEdit;

class ExportDialog final : public QDialog {
    Q_OBJECT

public:
    ExportDialog(const OpenedImage &opened, JobQueue &queue, QWidget *parent);

    void setOutput(const QString &path);

    /// Called when the export has read all of the image, which may be after this dialog is gone.
    using Read = std::function<void(const std::vector<BlockState> &states, const std::vector<LostBlocks> &lost)>;
    void whenRead(Read tell);

    /// Queues the job and closes. Asks before replacing a file.
    void start();

private:
    static QString question();
    static QString filter();

    OpenedImage opened_;
    JobQueue &queue_;
    PathEdit *output_;
    QCheckBox *verify_;
    QCheckBox *sum_;
    QLabel *fits_;
    Read whenRead_;
};

/// "654.3 MiB (686,098,432 bytes): fits a CD of 700 MB, with 48.8 MiB to spare."
QString mediumText(std::uint64_t bytes);

} // namespace cloop::desktop
