// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sum_dialog.h"

#include "file/image_name.h"
#include "file/split_set.h"
#include "job/sum_file.h"
#include "text/document_path.h"
#include "text/sentences.h"
#include "views/ask_path.h"
#include "views/ask_verb.h"
#include "views/image_sum.h"
#include "views/job_strip.h"
#include "views/looks.h"
#include "views/sum_line.h"
#include "views/tone_label.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QPushButton>
#include <QVBoxLayout>

namespace cloop::desktop {

SumDialog::SumDialog(JobQueue &queue, const QString &image, QWidget *parent)
    : QDialog(parent), image_(image), outer_(ImageName::of(encodedPath(image)).outer), strip_(new JobStrip), line_(new SumLine), said_(new ToneLabel),
      save_(new QPushButton(tr("&Save beside the image"))) {
    setAttribute(Qt::WA_DeleteOnClose);
    const QString name = QFileInfo(nameText(outer_)).fileName();
    setWindowTitle(tr("SHA-256 of %1").arg(name));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(save_, QDialogButtonBox::ActionRole);
    save_->setToolTip(tr("Write %1, which sha256sum -c reads").arg(name + QStringLiteral(".sha256")));
    save_->setEnabled(false);
    // A sum file is that of one file: not of the parts of a set, and a disc has no folder.
    save_->setVisible(QFileInfo(nameText(outer_)).isFile() && parts_of(outer_).value_or(std::vector<std::string>{}).size() == 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(apart, apart, apart, apart);
    column->setSpacing(rhythm);
    column->addWidget(strip_);
    column->addWidget(line_);
    column->addWidget(said_);
    column->addStretch();
    column->addWidget(buttons);
    strip_->layout()->setContentsMargins(0, 0, 0, 0);
    // The whole sum is in sight.
    setMinimumWidth(fontMetrics().horizontalAdvance(QString(64, QLatin1Char('0'))) + 8 * far);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(save_, &QPushButton::clicked, this, &SumDialog::save);
    job_ = addSum(queue, name, outer_, {}, [guard = QPointer(this)](const QString &sum) {
        if (guard) guard->sum_ = sum;
    });
    connect(strip_, &JobStrip::stopWanted, job_, [this] { stopJob(this, *job_); });
    connect(strip_, &JobStrip::pauseWanted, job_, [job = job_.data()] { job->setPaused(!job->isPaused()); });
    connect(job_, &Job::changed, this, &SumDialog::showJob);
    showJob();
}

void SumDialog::showJob() {
    const bool hasEnded = job_->hasEnded();
    strip_->showJob(hasEnded ? nullptr : job_.data());
    if (!hasEnded) return;
    line_->setSum(windowTitle(), sum_);
    save_->setEnabled(!sum_.isEmpty());
    if (sum_.isEmpty()) said_->say(job_->outcome(), job_->state() == Job::State::failed ? Tone::bad : Tone::neutral);
}

void SumDialog::save() {
    QString path = nameText(sum_file_beside(outer_));
    // A sandbox was given the image only.
    if (isLoneDocument(nameText(outer_))) path = askSavePath(this, windowTitle(), path, {{tr("SHA-256 files"), QStringLiteral(".sha256")}});
    if (path.isEmpty()) return;
    const auto replace = askReplace(this, windowTitle(), path);
    if (!replace || saving_.isRunning()) return;
    save_->setEnabled(false);
    // Beside the window: a busy disc takes its time.
    saving_.start([path, outer = outer_, sum = sum_.toStdString(), replace = *replace](
                      const std::stop_token &stop, const ProgressSink &) { return write_sum_file(encodedPath(path), outer, sum, replace, stop); },
                  [this, path](const Status &saved) {
                      save_->setEnabled(true);
                      if (saved) said_->say(tr("The sum is saved: %1").arg(pathText(path)), Tone::good);
                      else said_->say(sentenceOf(saved.error()), Tone::bad);
                  });
}

} // namespace cloop::desktop
