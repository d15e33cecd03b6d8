// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/stick_dialog.h"

#include "platform/sandbox.h"
#include "text/sentences.h"
#include "views/ask_verb.h"
#include "views/labels.h"
#include "views/looks.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <optional>

namespace cloop::desktop {

StickDialog::StickDialog(SourcePtr disc, const QString &name, JobQueue &queue, QWidget *parent, Sticks sticks)
    : QDialog(parent), disc_(std::move(disc)), name_(name), queue_(queue), look_(std::move(sticks)), box_(new QComboBox), words_(textLabel()),
      keeps_(new QCheckBox(tr("&Keep what is written while it runs, in a partition on the rest"))) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Write to a stick"));
    auto *what = textLabel();
    what->setText(tr("%1, %2. It is written to the whole stick, read back and compared.").arg(name_, sizeText(disc_->size())).toHtmlEscaped());
    keeps_->setToolTip(tr("An entry of a live disc's menu uses it. The stick starts without it, too."));
    auto *label = new QLabel(tr("&Stick"));
    label->setBuddy(box_);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    run_ = buttons->addButton(tr("&Write…"), QDialogButtonBox::AcceptRole);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * rhythm, 2 * rhythm, 2 * rhythm, 2 * rhythm);
    column->setSpacing(rhythm);
    for (QWidget *widget : std::initializer_list<QWidget *>{what, label, box_, words_, keeps_}) column->addWidget(widget);
    column->addStretch();
    column->addWidget(buttons);
    run_->setDefault(true);
    setMinimumWidth(520);
    connect(buttons, &QDialogButtonBox::accepted, this, &StickDialog::start);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(box_, &QComboBox::currentIndexChanged, this, &StickDialog::judge);
    connect(&again_, &QTimer::timeout, this, &StickDialog::lookForSticks);
    again_.start(1500);
    lookForSticks();
    judge();
}

bool StickDialog::isPossible() { return !isSandboxed(); }

const Disk *StickDialog::chosen() const {
    const int index = box_->currentIndex();
    return index >= 0 && static_cast<std::size_t>(index) < sticks_.size() ? &sticks_[static_cast<std::size_t>(index)] : nullptr;
}

void StickDialog::judge() {
    const Disk *disk = chosen();
    const bool fits = disk && disc_->size() <= disk->size;
    run_->setEnabled(fits);
    keeps_->setEnabled(fits);
    if (!disk) words_->setText(tr("No stick and no memory card is here. Put one in.").toHtmlEscaped());
    else if (!fits) words_->setText(tr("It is too small, by %1.").arg(sizeText(disc_->size() - disk->size)).toHtmlEscaped());
    else words_->setText(tr("All that is on it will be lost.").toHtmlEscaped());
}

void StickDialog::lookForSticks() {
    std::vector<Disk> found = look_();
    if (found == sticks_) return;
    const std::optional<Disk> before = chosen() ? std::optional(*chosen()) : std::nullopt;
    sticks_ = std::move(found);
    QStringList lines;
    int again = sticks_.empty() ? -1 : 0;
    for (const Disk &disk : sticks_) {
        if (disk == before) again = static_cast<int>(lines.size());
        lines << diskText(disk);
    }
    box_->clear();
    box_->addItems(lines);
    box_->setCurrentIndex(again);
    box_->setEnabled(!sticks_.empty());
    judge();
}

void StickDialog::start() {
    if (!run_->isEnabled() || !chosen()) return;
    // By value: while the question stands there, the list may change.
    const Disk disk = *chosen();
    if (!chooses(this, windowTitle(), tr("All that is on %1 will be lost.").arg(diskText(disk)), tr("Write to this stick"))) return;
    writeStick(queue_, name_, {.disc = disc_, .disk = disk, .keeps = keeps_->isChecked()});
    accept();
}

} // namespace cloop::desktop
