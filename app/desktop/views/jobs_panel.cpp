// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/jobs_panel.h"

#include "platform/desktop_services.h"
#include "views/labels.h"

#include <QClipboard>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollArea>
#include <QVBoxLayout>

namespace cloop::desktop {

namespace {

/// "Burn": a menu of the installed programs, else a command to copy.
QPushButton *burnButton(const QString &iso, QWidget *parent) {
    auto *button = new QPushButton(JobsPanel::tr("Burn"), parent);
    auto *menu = new QMenu(button);
    for (const Burner &burner : findBurners(iso))
        QObject::connect(menu->addAction(JobsPanel::tr("With %1").arg(burner.name)), &QAction::triggered, button, [burner] { startBurner(burner); });
    QObject::connect(menu->addAction(JobsPanel::tr("Copy the command for a terminal")), &QAction::triggered, button,
                     [iso] { QGuiApplication::clipboard()->setText(burnCommand(iso)); });
    button->setMenu(menu);
    return button;
}

class JobRow final : public QWidget {
public:
    JobRow(Job *job, JobsPanel *panel)
        : job_(job), line_(textLabel()), progress_(new QProgressBar), pause_(new QPushButton), stop_(new QPushButton(JobsPanel::tr("Stop"))),
          open_(new QPushButton(JobsPanel::tr("Open"))), show_(new QPushButton(JobsPanel::tr("Show in folder"))),
          burn_(burnButton(job->output(), this)) {
        line_->setTextFormat(Qt::PlainText);
        progress_->setTextVisible(false);
        progress_->setAccessibleName(JobsPanel::tr("Progress: %1").arg(job->title()));
        progress_->setMaximumHeight(rhythm);
        auto *head = new QHBoxLayout;
        head->setSpacing(rhythm);
        head->addWidget(headline(job->title()), 1);
        for (auto *button : {pause_, stop_, open_, show_, burn_}) head->addWidget(button);
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, rhythm);
        column->setSpacing(rhythm / 2);
        column->addLayout(head);
        column->addWidget(progress_);
        column->addWidget(line_);
        connect(pause_, &QPushButton::clicked, job, [job] { job->setPaused(!job->isPaused()); });
        connect(stop_, &QPushButton::clicked, job, &Job::cancel);
        connect(open_, &QPushButton::clicked, panel, [job, panel] { emit panel->openWanted(job->output()); });
        connect(show_, &QPushButton::clicked, job, [job] { showInFolder(job->output()); });
        connect(job, &Job::changed, this, &JobRow::update);
        connect(job, &QObject::destroyed, this, &QObject::deleteLater);
        update();
    }

private:
    void update() {
        const bool isDone = job_->state() == Job::State::done;
        const auto permille = job_->permille();
        progress_->setRange(0, permille || job_->state() == Job::State::waiting ? 1000 : 0);
        progress_->setValue(permille.value_or(0));
        progress_->setVisible(!job_->hasEnded());
        line_->setText(job_->line());
        pause_->setText(job_->isPaused() ? JobsPanel::tr("Go on") : JobsPanel::tr("Pause"));
        pause_->setVisible(job_->state() == Job::State::running);
        stop_->setVisible(!job_->hasEnded());
        open_->setVisible(isDone &&
                          (job_->output().endsWith(QLatin1String(".cloop"), Qt::CaseInsensitive) || job_->output().endsWith(QLatin1String(".000"))));
        show_->setVisible(isDone && !job_->output().isEmpty());
        burn_->setVisible(isDone && job_->output().endsWith(QLatin1String(".iso"), Qt::CaseInsensitive));
    }

    Job *job_;
    QLabel *line_;
    QProgressBar *progress_;
    QPushButton *pause_, *stop_, *open_, *show_, *burn_;
};

} // namespace

JobsPanel::JobsPanel(JobQueue &queue, QWidget *parent) : QWidget(parent), queue_(queue), rows_(new QVBoxLayout) {
    auto *log = new QPushButton(tr("&Log…"));
    auto *clear = new QPushButton(tr("Remove &ended"));
    auto *head = new QHBoxLayout;
    head->setSpacing(rhythm);
    head->addWidget(headline(tr("Jobs")));
    head->addStretch();
    head->addWidget(clear);
    head->addWidget(log);
    auto *nothing = textLabel();
    nothing->setText(tr("No job is running. Builds, checks, extractions and exports appear here, one row each."));
    empty_ = nothing;
    auto *inside = new QWidget;
    rows_->setContentsMargins(0, 0, 0, 0);
    rows_->setSpacing(rhythm);
    auto *padded = new QVBoxLayout(inside);
    padded->setContentsMargins(0, 0, 0, 0);
    padded->addWidget(empty_);
    padded->addLayout(rows_);
    padded->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(inside);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * rhythm, rhythm, 2 * rhythm, rhythm);
    column->setSpacing(rhythm);
    column->addLayout(head);
    column->addWidget(scroll, 1);
    connect(log, &QPushButton::clicked, this, &JobsPanel::showLog);
    connect(clear, &QPushButton::clicked, &queue, &JobQueue::clearEnded);
    connect(&queue, &JobQueue::added, this, &JobsPanel::addRow);
    connect(&queue, &JobQueue::countChanged, this, [this] { empty_->setVisible(queue_.jobs().isEmpty()); });
}

void JobsPanel::addRow(Job *job) {
    // Queued, because the job's output is set after it is added.
    QMetaObject::invokeMethod(job, [this, job] { rows_->insertWidget(0, new JobRow(job, this)); }, Qt::QueuedConnection);
}

void JobsPanel::showLog() {
    auto *dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Log"));
    auto *text = new QPlainTextEdit(queue_.log().join(QLatin1Char('\n')));
    text->setReadOnly(true);
    text->setAccessibleName(tr("What happened"));
    text->setPlaceholderText(tr("Nothing has happened yet."));
    connect(&queue_, &JobQueue::logged, text, &QPlainTextEdit::appendPlainText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole), &QPushButton::clicked, text,
            [text] { QGuiApplication::clipboard()->setText(text->toPlainText()); });
    connect(buttons->addButton(tr("&Save…"), QDialogButtonBox::ActionRole), &QPushButton::clicked, dialog, [dialog, text] {
        const QString path = QFileDialog::getSaveFileName(dialog, tr("Save the log"), QStringLiteral("cloopsmith.log"));
        if (path.isEmpty()) return;
        QSaveFile file(path);
        const QByteArray bytes = text->toPlainText().toUtf8() + '\n';
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
            text->appendPlainText(tr("%1 can't be written: %2").arg(path, file.errorString()));
    });
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(2 * rhythm, 2 * rhythm, 2 * rhythm, 2 * rhythm);
    column->setSpacing(rhythm);
    column->addWidget(text, 1);
    column->addWidget(buttons);
    dialog->resize(720, 420);
    dialog->show();
}

} // namespace cloop::desktop
