// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/job_row.h"

#include "platform/desktop_services.h"
#include "views/ask_verb.h"
#include "views/icon_label.h"
#include "views/labels.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace cloop::desktop {

namespace {

constexpr int iconSide = 20;

/// A job that is done is not thereby whole: a check may have found damage.
const char *iconOf(const Job &job) {
    if (job.state() == Job::State::failed) return "damage";
    if (job.state() == Job::State::stopped) return "stop";
    switch (job.kind()) {
    case JobKind::build: return "build";
    case JobKind::check: return "check";
    case JobKind::extract: return "extract";
    case JobKind::exportContent: return "export";
    case JobKind::sum: break;
    }
    return "info";
}

bool isImage(const QString &path) { return path.endsWith(QLatin1String(".cloop"), Qt::CaseInsensitive) || path.endsWith(QLatin1String(".000")); }

} // namespace

JobRow::JobRow(Job *job, QWidget *parent)
    : QWidget(parent), job_(job), icon_(new IconLabel(iconSide)), progress_(new QProgressBar), line_(new QLabel),
      pause_(addButton("pause", tr("Pause"))), stop_(addButton("stop", tr("Stop"))), open_(addButton("open", tr("Open"))),
      show_(addButton("folder", tr("Show in folder"))), burn_(addBurnButton()) {
    auto *title = headline(breakable(job->title()));
    title->setWordWrap(true);
    title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("Progress: %1").arg(job->title()));
    progress_->setFixedHeight(rhythm);
    line_->setTextFormat(Qt::PlainText);
    line_->setWordWrap(true);
    line_->setFont(smallFont());
    makeQuiet(line_);
    // With and without buttons, the first line of a row is as high, and its icon beside it.
    const int line = open_->sizeHint().height();
    title->setMinimumHeight(line);
    title->setAlignment(Qt::AlignVCenter | Qt::AlignLeading);
    auto *head = new QHBoxLayout;
    head->setSpacing(hair);
    head->addWidget(title, 1);
    for (QToolButton *button : buttons_) head->addWidget(button, 0, Qt::AlignTop);
    auto *text = new QVBoxLayout;
    text->setSpacing(hair);
    text->addLayout(head);
    text->addWidget(progress_);
    text->addWidget(line_);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(apart, rhythm, apart, rhythm);
    row->setSpacing(rhythm);
    auto *side = new QVBoxLayout;
    side->setContentsMargins(0, (line - iconSide) / 2, 0, 0);
    side->addWidget(icon_);
    side->addStretch();
    row->addLayout(side);
    row->addLayout(text, 1);
    connect(pause_, &QToolButton::clicked, job, [job] { job->setPaused(!job->isPaused()); });
    connect(stop_, &QToolButton::clicked, job, [this] { stopJob(window(), *job_); });
    connect(open_, &QToolButton::clicked, this, [this] { emit openWanted(job_->output()); });
    connect(show_, &QToolButton::clicked, this, [this] { emit showWanted(job_->output()); });
    connect(job, &Job::changed, this, &JobRow::showJob);
    connect(job, &QObject::destroyed, this, &QObject::deleteLater);
    showJob();
}

QToolButton *JobRow::addButton(const char *icon, const QString &name) {
    auto *button = new QToolButton(this);
    button->setIcon(desktop::icon(icon));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolTip(name);
    button->setAccessibleName(tr("%1: %2", "what a button does, and for which job").arg(name, job_->title()));
    buttons_ << button;
    return button;
}

/// The programs that are there, else the command to copy.
QToolButton *JobRow::addBurnButton() {
    QToolButton *button = addButton("burn", tr("Burn"));
    auto *menu = new QMenu(button);
    const QString iso = job_->output();
    for (const Burner &burner : findBurners(iso))
        connect(menu->addAction(tr("With %1").arg(burner.name)), &QAction::triggered, button, [burner] { startBurner(burner); });
    connect(menu->addAction(tr("Copy the command for a terminal")), &QAction::triggered, button,
            [iso] { QGuiApplication::clipboard()->setText(burnCommand(iso)); });
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    return button;
}

void JobRow::showJob() {
    const bool isDone = job_->state() == Job::State::done;
    const auto permille = job_->permille();
    icon_->setIcon(iconOf(*job_), job_->state() == Job::State::failed ? Tone::bad : Tone::neutral);
    progress_->setRange(0, permille || job_->state() == Job::State::waiting ? 1000 : 0);
    progress_->setValue(permille.value_or(0));
    progress_->setVisible(!job_->hasEnded());
    const QString when = QLocale().toString(job_->endedAt().time(), QLocale::ShortFormat);
    line_->setText(breakable(job_->hasEnded() ? tr("%1 · %2", "when a job ended, and how").arg(when, job_->line()) : job_->line()));
    const QString hold = job_->isPaused() ? tr("Go on") : tr("Pause");
    pause_->setIcon(icon(job_->isPaused() ? "play" : "pause"));
    pause_->setToolTip(hold);
    pause_->setAccessibleName(tr("%1: %2", "what a button does, and for which job").arg(hold, job_->title()));
    pause_->setVisible(job_->state() == Job::State::running);
    stop_->setVisible(!job_->hasEnded());
    open_->setVisible(isDone && isImage(job_->output()));
    show_->setVisible(isDone && !job_->output().isEmpty());
    burn_->setVisible(isDone && job_->output().endsWith(QLatin1String(".iso"), Qt::CaseInsensitive));
}

} // namespace cloop::desktop
