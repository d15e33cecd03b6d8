// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/module_dialog.h"

#include "text/sentences.h"
#include "views/ask_verb.h"
#include "views/command_lines.h"
#include "views/icon_label.h"
#include "views/labels.h"
#include "views/module_words.h"
#include "views/tone_label.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace cloop::desktop {

namespace {

constexpr int iconSide = 2 * apart;
constexpr int narrowest = 680;  ///< of most commands, a whole line
constexpr int logHeight = 180;
constexpr int mostLines = 10'000;

} // namespace

ModuleDialog::ModuleDialog(QWidget *parent, ModuleAccess access)
    : QDialog(parent), access_(std::move(access)), icon_(new IconLabel(iconSide)), state_(headline(tr("One moment…"))), advice_(textLabel()),
      commands_(new CommandLines), install_(addButton(tr("&Install"), ModuleChange::install)), load_(addButton(tr("&Load"), ModuleChange::load)),
      unload_(addButton(tr("&Unload"), ModuleChange::unload)), remove_(addButton(tr("&Remove"), ModuleChange::remove)), progress_(new QProgressBar),
      failure_(new ToneLabel), log_(new QPlainTextEdit) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Kernel module"));
    auto *purpose = textLabel();
    purpose->setText(tr("Nobody needs the kernel module to look into an image, or to mount one. With it, the kernel itself reads images: as discs "
                        "/dev/cloop0 and so on, without a program that has to keep running."));
    makeQuiet(purpose);
    state_->setWordWrap(true);
    state_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    advice_->setTextFormat(Qt::PlainText);
    advice_->hide();
    progress_->setRange(0, 0);
    progress_->setTextVisible(false);
    progress_->setFixedHeight(rhythm);
    progress_->setAccessibleName(tr("Working"));
    progress_->hide();
    log_->setReadOnly(true);
    log_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    log_->setMaximumBlockCount(mostLines);
    log_->setMinimumHeight(logHeight);
    log_->setAccessibleName(tr("What was run, and what it wrote"));
    log_->hide();

    auto *text = new QVBoxLayout;
    text->setSpacing(rhythm);
    text->addWidget(state_);
    text->addWidget(advice_);
    text->addWidget(commands_);
    auto *how = new QHBoxLayout;
    how->setSpacing(rhythm);
    how->addWidget(icon_, 0, Qt::AlignTop);
    how->addLayout(text, 1);
    auto *changes = new QHBoxLayout;
    changes->setSpacing(rhythm);
    for (QPushButton *button : {install_, load_, unload_, remove_}) changes->addWidget(button);
    changes->addStretch(1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    copyLog_ = buttons->addButton(tr("Copy the lo&g"), QDialogButtonBox::ActionRole);
    copyLog_->hide();
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    connect(copyLog_, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(log_->toPlainText()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &ModuleDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(apart, apart, apart, apart);
    column->setSpacing(apart);
    column->addWidget(purpose);
    column->addLayout(how);
    column->addLayout(changes);
    column->addWidget(progress_);
    column->addWidget(failure_);
    column->addWidget(log_, 1);
    column->addStretch();
    column->addWidget(buttons);
    buttons->button(QDialogButtonBox::Close)->setFocus();
    setMinimumWidth(narrowest);
    fit();
    look();
}

/// A window does not grow by itself with texts that wrap.
void ModuleDialog::fit() { setMinimumHeight(layout()->totalHeightForWidth(narrowest)); }

QPushButton *ModuleDialog::addButton(const QString &words, ModuleChange change) {
    auto *button = new QPushButton(words);
    button->setEnabled(false);
    connect(button, &QPushButton::clicked, this, [this, change] { begin(change); });
    return button;
}

void ModuleDialog::changeEvent(QEvent *event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow()) look();
}

void ModuleDialog::look() {
    if (look_.isRunning() || work_.isRunning()) return;
    look_.start([facts = access_.facts](const std::stop_token &stop, const ProgressSink &) -> Result<ModuleFacts> { return facts(stop); },
                [this](const Result<ModuleFacts> &facts) {
                    if (facts && !work_.isRunning()) showFacts(*facts);
                });
}

void ModuleDialog::showFacts(const ModuleFacts &facts) {
    const ModuleWords words = wordsOf(facts, isRefused_);
    icon_->setIcon(words.icon, words.tone);
    state_->setText(breakable(words.state));
    advice_->setText(breakable(words.advice));
    advice_->setHidden(words.advice.isEmpty());
    commands_->setLines(words.commands);
    install_->setEnabled(words.canInstall);
    load_->setEnabled(words.canLoad);
    unload_->setEnabled(words.canUnload);
    remove_->setEnabled(words.canRemove);
    fit();
    emit shown();
}

void ModuleDialog::begin(ModuleChange change) {
    for (QPushButton *button : {install_, load_, unload_, remove_}) button->setEnabled(false);
    failure_->say({}, Tone::neutral);
    progress_->show();
    log_->show();
    copyLog_->show();
    fit();
    const auto onLine = [this](const std::string &line) {
        QMetaObject::invokeMethod(log_, [log = log_, line = nameText(line)] { log->appendPlainText(line); }, Qt::QueuedConnection);
    };
    work_.start([work = access_.change, change, onLine](const std::stop_token &stop, const ProgressSink &) { return work(change, onLine, stop); },
                [this](const Status &status) { end(status); });
}

void ModuleDialog::end(const Status &status) {
    progress_->hide();
    // What Secure Boot refuses is told as the module's state, with what to do.
    isRefused_ = !status && status.error().code == ErrorCode::module_not_signed;
    if (!status && !isRefused_) failure_->say(sentenceOf(status.error()), Tone::bad);
    fit();
    look();
}

void ModuleDialog::reject() {
    const QString meaning = tr("The work goes on when this is closed; only its log is lost.");
    if (!work_.isRunning() || chooses(this, windowTitle(), meaning, tr("&Close"), tr("Stay"))) QDialog::reject();
}

} // namespace cloop::desktop
