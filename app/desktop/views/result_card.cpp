// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/result_card.h"

#include "platform/desktop_services.h"
#include "text/document_path.h"
#include "text/sentences.h"
#include "views/accent_button.h"
#include "views/card.h"
#include "views/icon_label.h"
#include "views/labels.h"
#include "views/stick_dialog.h"
#include "views/sum_line.h"
#include "views/tone_label.h"

#include <QFileInfo>
#include <QFormLayout>
#include <QGridLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <ranges>

namespace cloop::desktop {

namespace {

constexpr std::size_t mostNames = 20;
constexpr int iconSide = 2 * apart;

/// As it is called inside of the source.
QString nameInside(const BuildTask &task, const Error &trouble) {
    const QString source = nameText(task.build.source.path), whole = nameText(trouble.subject);
    return pathText(whole.startsWith(source) && whole.size() > source.size() + 1 ? whole.mid(source.size() + 1) : whole);
}

/// One a line; the cause of each only where they differ.
QString namesOf(const BuildTask &task, const std::vector<Error> &troubles) {
    const QString cause = causeText(troubles.front());
    const bool isOneCause = std::ranges::all_of(troubles, [&](const Error &one) { return causeText(one) == cause; });
    QStringList lines;
    if (isOneCause) lines << cause;
    for (const Error &trouble : troubles | std::views::take(mostNames)) {
        QString line = nameInside(task, trouble);
        if (!isOneCause) line = ResultCard::tr("%1: %2").arg(line, causeText(trouble));
        lines << line.replace(QLatin1Char('\n'), QLatin1Char(' '));
    }
    if (troubles.size() > mostNames) lines << ResultCard::tr("and %n more, in the log", nullptr, static_cast<int>(troubles.size() - mostNames));
    return breakable(lines.join(QLatin1Char('\n')));
}

/// How a disc starts.
QString discText(const LiveResult &disc) {
    const LiveSystem &system = disc.systems.front();
    QStringList parts{ResultCard::tr("Starts kernel %1 by BIOS and UEFI.").arg(nameText(system.plan.kernel()->version)),
                      disc.is_signed ? ResultCard::tr("Secure Boot may be on.") : ResultCard::tr("Secure Boot must be off.")};
    if (system.way == LiveWay::fuse) parts << ResultCard::tr("The system is read by cloop-fuse, without a kernel module of cloop.");
    return parts.join(QLatin1Char(' '));
}

/// One sentence a line: what the image lacks, facts of its disc, and trouble that did not stop the build.
QString notesOf(const BuildOutcome &outcome) {
    QStringList parts;
    if (!outcome.built.lost.empty())
        parts << ResultCard::tr("%n block(s) of the old image were lost, with zeros in their place.", nullptr,
                                static_cast<int>(count_lost(outcome.built.lost)));
    if (outcome.disc) parts << discText(*outcome.disc);
    for (const Error &note : outcome.notes) parts << sentenceOf(note);
    if (outcome.sumTrouble) parts << ResultCard::tr("Its SHA-256 could not be written into a file: %1").arg(sentenceOf(*outcome.sumTrouble));
    return parts.join(QLatin1Char('\n'));
}

} // namespace

ResultCard::ResultCard(QWidget *parent)
    : QWidget(parent), card_(new Card), icon_(new IconLabel(iconSide)), headline_(new QLabel), name_(new QLabel), said_(textLabel()),
      facts_(makeFacts()), contentSum_(new SumLine), imageSum_(new SumLine), troubleCard_(new Card), troubleHead_(new ToneLabel),
      troubleNames_(textLabel()), without_(new QPushButton(tr("Build &without them"))), open_(new AccentButton(tr("&Open"))),
      again_(new AccentButton(tr("&Try again"))), show_(new QPushButton(icon("folder"), tr("&Show in folder"))),
      copySum_(new QPushButton(icon("copy"), tr("&Copy SHA-256 of the image"))), another_(new QPushButton),
      try_(new QPushButton(icon("machine"), tr("Tr&y it in a window"))), stick_(new QPushButton(icon("stick"), tr("Wr&ite to a stick…"))) {
    headline_->setFont(titleFont());
    headline_->setTextFormat(Qt::PlainText);
    headline_->setWordWrap(true);
    for (QLabel *label : {name_, said_, troubleNames_}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    makeQuiet(name_);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(headline_);
    words->addWidget(name_);
    auto *head = new QHBoxLayout;
    head->setSpacing(apart);
    head->addWidget(icon_, 0, Qt::AlignTop);
    head->addLayout(words, 1);
    card_->column()->addLayout(head);
    for (QWidget *part : {static_cast<QWidget *>(said_), facts_, static_cast<QWidget *>(contentSum_), static_cast<QWidget *>(imageSum_)})
        card_->column()->addWidget(part);

    QFont bold = troubleHead_->font();
    bold.setWeight(QFont::DemiBold);
    troubleHead_->setFont(bold);
    troubleCard_->setTone(Tone::bad);
    troubleCard_->column()->addWidget(troubleHead_);
    troubleCard_->column()->addWidget(troubleNames_);
    troubleCard_->column()->addWidget(without_, 0, Qt::AlignLeading);

    auto *buttons = new QGridLayout;
    buttons->setSpacing(rhythm);
    buttons->addWidget(open_, 0, 0);
    buttons->addWidget(again_, 0, 0);
    buttons->addWidget(another_, 0, 1);
    buttons->addWidget(show_, 1, 0, 1, 2);
    buttons->addWidget(copySum_, 2, 0, 1, 2);
    buttons->addWidget(stick_, 3, 0, 1, 2);
    buttons->addWidget(try_, 4, 0, 1, 2);
    try_->setToolTip(tr("QEMU starts the disc as a computer would."));
    buttons->setColumnStretch(0, 1);
    buttons->setColumnStretch(1, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(apart, apart, apart, apart);
    column->setSpacing(apart);
    column->addWidget(card_);
    column->addLayout(buttons);
    column->addWidget(troubleCard_);
    column->addStretch();
    another_->setMinimumHeight(open_->minimumHeight());
    connect(open_, &QPushButton::clicked, this, &ResultCard::openWanted);
    connect(show_, &QPushButton::clicked, this, &ResultCard::showWanted);
    connect(copySum_, &QPushButton::clicked, this, &ResultCard::copySumWanted);
    connect(another_, &QPushButton::clicked, this, &ResultCard::anotherWanted);
    connect(try_, &QPushButton::clicked, this, [this] { startInMachine(disc_); });
    connect(stick_, &QPushButton::clicked, this, &ResultCard::stickWanted);
    connect(again_, &QPushButton::clicked, this, &ResultCard::againWanted);
    connect(without_, &QPushButton::clicked, this, &ResultCard::withoutWanted);
}

QWidget *ResultCard::makeFacts() {
    content_ = new QLabel;
    image_ = new QLabel;
    time_ = new QLabel;
    path_ = new QLineEdit;
    path_->setReadOnly(true);
    path_->setFrame(false);
    // In line with the labels above.
    path_->setTextMargins(isRightToLeft() ? QMargins(0, 0, -2, 0) : QMargins(-2, 0, 0, 0));
    auto *box = new QWidget;
    auto *form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(apart);
    form->setVerticalSpacing(hair);
    const auto add = [&](const QString &what, QWidget *value) {
        auto *label = new QLabel(what);
        makeQuiet(label);
        form->addRow(label, value);
        label->setBuddy(value);
    };
    add(tr("Content"), content_);
    add(tr("Image"), image_);
    add(tr("Time"), time_);
    add(tr("Path"), path_);
    return box;
}

void ResultCard::setHead(const char *icon, Tone tone, const QString &headline, const BuildTask &task) {
    card_->setTone(tone);
    icon_->setIcon(icon, tone);
    headline_->setText(headline);
    name_->setText(breakable(QFileInfo(nameText(task.build.output)).fileName()));
}

void ResultCard::showBuilt(const BuildTask &task, double seconds, const BuildOutcome &outcome, const std::vector<Error> &troubles) {
    const CreateResult &image = outcome.built.image;
    setHead("whole", image.is_verified ? Tone::good : Tone::neutral, image.is_verified ? tr("Verified") : tr("Not verified"), task);
    const QString notes = notesOf(outcome);
    said_->setText(breakable(notes));
    said_->setHidden(notes.isEmpty());
    content_->setText(sizeText(image.content_size));
    const double ratio = image.content_size ? static_cast<double>(image.image_size) / static_cast<double>(image.content_size) : 0;
    image_->setText(tr("%1, which is %2 of it").arg(sizeText(image.image_size), percentText(ratio)));
    disc_ = outcome.disc ? openedPath(task) : QString();
    if (outcome.disc)
        image_->setText(
            tr("%1; the disc has %2").arg(sizeText(outcome.disc->systems.front().image_size), sizeText(outcome.disc->disc_size)));
    time_->setText(clockText(seconds));
    path_->setText(shownPath(openedPath(task)));
    path_->setCursorPosition(0);
    contentSum_->setSum(tr("SHA-256 of the content"), QString::fromStdString(image.sha256));
    setImageSum(QString::fromStdString(outcome.imageSha256));
    setTroubles(tr("%n part(s) of the source could not be read, and are missing or zeros:", nullptr, static_cast<int>(troubles.size())), task,
                troubles);
    showButtons(true, false);
    // A sum is that of one file.
    copySum_->setHidden(task.build.split.has_value());
}

void ResultCard::showFailed(const BuildTask &task, const Error &error, const std::vector<Error> &troubles) {
    const bool isStopped = error.code == ErrorCode::cancelled;
    if (isStopped) setHead("stop", Tone::neutral, tr("Stopped"), task);
    else setHead("damage", Tone::bad, tr("Not built"), task);
    const bool canGoWithout = error.code == ErrorCode::source_unreadable && !troubles.empty();
    // What can't be read has its own card.
    said_->setText(isStopped || canGoWithout ? tr("Nothing was kept.") : breakable(sentenceOf(error)));
    said_->show();
    contentSum_->setSum({}, {});
    setImageSum({});
    setTroubles(tr("%n part(s) of the source can't be read:", nullptr, static_cast<int>(troubles.size())), task,
                canGoWithout ? troubles : std::vector<Error>());
    showButtons(false, canGoWithout);
}

void ResultCard::setImageSum(const QString &sum) { imageSum_->setSum(tr("SHA-256 of the image"), sum); }

void ResultCard::setTroubles(const QString &headline, const BuildTask &task, const std::vector<Error> &troubles) {
    troubleCard_->setHidden(troubles.empty());
    if (troubles.empty()) return;
    troubleHead_->say(headline, Tone::bad);
    troubleNames_->setText(namesOf(task, troubles));
}

void ResultCard::showButtons(bool isDone, bool canGoWithout) {
    for (QWidget *widget : {facts_, static_cast<QWidget *>(open_), static_cast<QWidget *>(show_), static_cast<QWidget *>(copySum_)})
        widget->setVisible(isDone);
    again_->setHidden(isDone);
    stick_->setVisible(isDone && !disc_.isEmpty() && StickDialog::isPossible());
    try_->setVisible(isDone && !disc_.isEmpty() && canStartMachine());
    without_->setVisible(canGoWithout);
    another_->setText(isDone ? tr("&Build another") : tr("Change the &choices"));
}

} // namespace cloop::desktop
