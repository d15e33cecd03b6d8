// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/output_choice.h"

#include "file/output_target.h"
#include "text/document_path.h"
#include "text/sentences.h"
#include "views/looks.h"
#include "views/path_edit.h"
#include "views/tone_label.h"

#include <QDir>
#include <QFileInfo>
#include <QPushButton>
#include <QVBoxLayout>

namespace cloop::desktop {

namespace {

using namespace std::chrono_literals;

constexpr auto answerSoon = 300ms;  ///< any disc of this computer that does not sleep

} // namespace

QString withImageSuffix(const QString &path, const QString &imageSuffix) {
    const QFileInfo info(path);
    const QString suffix = info.suffix();
    const bool isNone = std::ranges::all_of(suffix, [](QChar character) { return character.isDigit(); });
    return !isNone || info.fileName().isEmpty() || info.isDir() ? path : path + imageSuffix;
}

OutputChoice::OutputChoice(QWidget *parent)
    : QWidget(parent), edit_(new PathEdit), trouble_(new ToneLabel), number_(new ToneLabel), room_(new ToneLabel) {
    auto *label = new QLabel(tr("&Write to"));
    label->setBuddy(edit_);
    auto *browse = new QPushButton(tr("Choose…"));
    for (ToneLabel *small : {number_, room_}) small->setFont(smallFont());
    auto *line = new QHBoxLayout;
    line->setSpacing(rhythm);
    line->addWidget(edit_, 1);
    line->addWidget(browse);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(hair);
    column->addWidget(label);
    column->addLayout(line);
    column->addWidget(trouble_);
    column->addWidget(number_);
    column->addWidget(room_);
    connect(edit_, &QLineEdit::textChanged, this, [this] {
        judge();
        emit changed();
    });
    connect(edit_, &QLineEdit::editingFinished, this, &OutputChoice::complete);
    connect(edit_, &QLineEdit::returnPressed, this, &OutputChoice::entered);
    connect(browse, &QPushButton::clicked, this, &OutputChoice::choose);
}

QString OutputChoice::path() const { return edit_->path(); }

void OutputChoice::setPath(const QString &path) {
    edit_->setPath(path);
    judge();
}

void OutputChoice::suggest(const SuggestedPath &suggested) {
    suggested_ = suggested;
    setPath(suggested.path);
    judge();
}

void OutputChoice::setSourceFolder(const QString &path) {
    sourceFolder_ = QFileInfo(path).canonicalFilePath();
    judge();
}

void OutputChoice::setNeeded(std::uint64_t bytes) {
    needed_ = bytes;
    judge();
}

void OutputChoice::setSplit(bool isSplit) {
    isSplit_ = isSplit;
    edit_->setBeside(isSplit_ || hasSum_);
}

void OutputChoice::setSum(bool hasSum) {
    hasSum_ = hasSum;
    edit_->setBeside(isSplit_ || hasSum_);
}

void OutputChoice::complete() {
    if (!isSplit_ && place_ && !isLoneDocument(path())) setPath(withImageSuffix(path(), suffix_));
}

bool OutputChoice::isUsable() const { return !path().isEmpty() && trouble().isEmpty(); }

QString OutputChoice::trouble() const {
    if (path().isEmpty()) return {};
    if (QDir::isRelativePath(path())) return tr("The name needs its folder: begin with /, or choose the place.");
    if (!place_) return tr("This place does not answer. Its network may be out of reach.");
    // "/" ends with a slash of its own.
    const QString source = sourceFolder_.endsWith(QLatin1Char('/')) ? sourceFolder_ : sourceFolder_ + QLatin1Char('/');
    if (!sourceFolder_.isEmpty() && (place_->folder + QLatin1Char('/')).startsWith(source))
        return tr("This place lies inside the source: the image would contain itself. Choose another one.");
    return {};
}

void OutputChoice::judge() {
    lookAtPlace();
    say();
}

/// The window waits but a moment for the answer, since a network mount that is gone never gives one.
void OutputChoice::lookAtPlace() {
    const QString folder = path().isEmpty() || QDir::isRelativePath(path()) ? QString() : QFileInfo(path()).absolutePath();
    if (folder == asked_ && !place_) return;
    asked_ = folder;
    place_.reset();
    if (folder.isEmpty()) return;
    lookout_.start([folder, name = encodedPath(path())] { return Place{QFileInfo(folder).canonicalFilePath(), free_room(name)}; },
                   [this, folder](const Place &place) {
                       if (folder != asked_) return;
                       place_ = place;
                       say();
                       emit changed();
                   },
                   answerSoon);
}

void OutputChoice::say() {
    trouble_->say(trouble(), Tone::bad);
    const bool hasNumber = path() == suggested_.path && !suggested_.taken.isEmpty();
    number_->say(hasNumber ? tr("%1 exists already, so this name has a number.").arg(suggested_.taken) : QString(), Tone::neutral);
    const auto room = isUsable() && edit_->isGiven() ? place_->room : std::nullopt;
    if (!room) room_->say({}, Tone::neutral);
    else if (needed_ == 0) room_->say(tr("%1 are free.").arg(sizeText(*room)), Tone::neutral);
    else
        room_->say(tr("The image needs about %1, and %2 are free.").arg(sizeText(needed_), sizeText(*room)),
                   needed_ > *room ? Tone::bad : Tone::neutral);
}

QString OutputChoice::question() const { return tr("Write the image to"); }

QString OutputChoice::filter() const {
    return suffix_ == QLatin1String(".iso") ? tr("ISO images (*.iso);;All files (*)") : tr("cloop images (*.cloop);;All files (*)");
}

void OutputChoice::choose() {
    if (!edit_->choose(question(), filter())) return;
    judge();
    complete();
}

bool OutputChoice::ask() {
    if (!edit_->ask(question(), filter())) return false;
    judge();
    return true;
}

} // namespace cloop::desktop
