// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/build_progress.h"

#include "text/sentences.h"
#include "views/command_lines.h"
#include "views/icon_label.h"
#include "views/labels.h"
#include "views/tone_label.h"

#include <QGridLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace cloop::desktop {

namespace {

QLabel *plainLabel() {
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    return label;
}

/// A field of the grid: what it is above its number, each in two rows of their own.
QLabel *addField(QGridLayout *grid, int place, const QString &name) {
    auto *what = plainLabel();
    what->setText(name);
    what->setFont(smallFont());
    makeQuiet(what);
    auto *value = plainLabel();
    const int row = place / 2 * 3, column = place % 2;
    grid->addWidget(what, row, column);
    grid->addWidget(value, row + 1, column);
    if (row > 0) grid->setRowMinimumHeight(row - 1, rhythm);
    return value;
}

} // namespace

BuildProgress::BuildProgress(QWidget *parent)
    : QWidget(parent), title_(plainLabel()), percent_(plainLabel()), bar_(new QProgressBar), phase_(plainLabel()), room_(new ToneLabel),
      cluster_(new QWidget), clusterLine_(new CommandLines), helpers_(plainLabel()), next_(plainLabel()), pause_(new QPushButton) {
    title_->setFont(titleFont());
    title_->setWordWrap(true);
    QFont large = titleFont();
    large.setPointSizeF(large.pointSizeF() * 2);
    percent_->setFont(large);
    bar_->setTextVisible(false);
    bar_->setAccessibleName(tr("Progress of the build"));
    bar_->setFixedHeight(rhythm);
    next_->setWordWrap(true);
    makeQuiet(next_);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(apart);
    grid->setVerticalSpacing(0);
    // Half of the width each, whatever the numbers are.
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    speed_ = addField(grid, 0, tr("Speed"));
    ratio_ = addField(grid, 1, tr("Stored in, so far"));
    elapsed_ = addField(grid, 2, tr("Time so far"));
    left_ = addField(grid, 3, tr("Time left"));
    auto *stop = new QPushButton(icon("stop"), tr("&Stop"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(rhythm);
    buttons->addWidget(pause_, 1);
    buttons->addWidget(stop, 1);
    auto *ask = plainLabel();
    ask->setText(tr("To be typed on each other computer:"));
    helpers_->setWordWrap(true);
    auto *others = new QVBoxLayout(cluster_);
    others->setContentsMargins(0, 0, 0, 0);
    others->setSpacing(hair);
    others->addWidget(ask);
    others->addWidget(clusterLine_);
    others->addWidget(helpers_);
    cluster_->hide();
    auto *image = new IconLabel(far);
    image->setIcon("build");
    auto *head = new QHBoxLayout;
    head->setSpacing(rhythm);
    head->addWidget(image, 0, Qt::AlignTop);
    head->addWidget(title_, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(apart, apart, apart, apart);
    column->setSpacing(rhythm);
    column->addLayout(head);
    column->addWidget(percent_);
    column->addWidget(bar_);
    column->addWidget(phase_);
    column->addWidget(room_);
    column->addSpacing(rhythm);
    column->addLayout(grid);
    column->addSpacing(apart);
    column->addLayout(buttons);
    column->addWidget(cluster_);
    column->addWidget(next_);
    column->addStretch();
    connect(pause_, &QPushButton::clicked, this, &BuildProgress::pauseWanted);
    connect(stop, &QPushButton::clicked, this, &BuildProgress::stopWanted);
}

void BuildProgress::setRoom(std::uint64_t likely, std::uint64_t room) {
    const QString warning = tr("There is probably not enough room on the disc: about %1 are needed, %2 are free.");
    room_->say(likely > 0 ? warning.arg(sizeText(likely), sizeText(room)) : QString(), Tone::bad);
}

void BuildProgress::setCluster(const QString &line, const QStringList &helpers) {
    cluster_->setHidden(line.isEmpty());
    if (line.isEmpty()) return;
    clusterLine_->setLines({line});
    helpers_->setText(helpers.join(QLatin1Char('\n')));
}

void BuildProgress::show(const QString &title, const Job &job, const QStringList &next) {
    const QString unknown = QStringLiteral("–");
    const bool isWaiting = job.state() == Job::State::waiting;
    title_->setText(breakable(title));
    const auto permille = job.permille();
    percent_->setText(permille ? tr("%1 %").arg(QLocale().toString(*permille / 10)) : unknown);
    bar_->setRange(0, permille || isWaiting ? 1000 : 0);
    bar_->setValue(permille.value_or(0));
    phase_->setText(isWaiting || job.isPaused() || job.isStopping() ? job.line() : progressText(job.progress()));
    const auto rate = job.isPaused() ? std::nullopt : job.rate();
    speed_->setText(rate ? tr("%1/s").arg(sizeText(static_cast<std::uint64_t>(*rate))) : unknown);
    elapsed_->setText(clockText(job.workSeconds()));
    const auto left = job.secondsLeft();
    left_->setText(left ? clockText(*left) : unknown);
    // What was reached stays in sight while the image is read back.
    if (const auto ratio = job.ratio()) ratio_->setText(percentText(*ratio));
    else if (job.progress().phase != Phase::verify) ratio_->setText(unknown);
    pause_->setIcon(icon(job.isPaused() ? "play" : "pause"));
    pause_->setText(job.isPaused() ? tr("&Go on") : tr("&Pause"));
    pause_->setEnabled(job.state() == Job::State::running);
    next_->setText(next.isEmpty() ? QString() : tr("Next: %1").arg(next.join(QStringLiteral(", "))));
    next_->setHidden(next.isEmpty());
}

} // namespace cloop::desktop
