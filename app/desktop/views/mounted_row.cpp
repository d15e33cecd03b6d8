// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/mounted_row.h"

#include "text/sentences.h"
#include "views/icon_label.h"
#include "views/labels.h"

#include <QFileInfo>
#include <QToolButton>
#include <QVBoxLayout>

#include <pwd.h>
#include <unistd.h>

#include <tuple>

namespace cloop::desktop {

namespace {

constexpr int rowIconSide = 20;

QString wayText(Way way) {
    switch (way) {
    case Way::module: return MountedRow::tr("by the kernel module");
    case Way::fuse: return MountedRow::tr("by FUSE and a loop device");
    case Way::tree: break;
    }
    return MountedRow::tr("as a tree, by FUSE");
}

QString userText(uid_t user) {
    const passwd *entry = ::getpwuid(user);
    return entry ? nameText(entry->pw_name) : QString::number(user);
}

bool isOwn(const Attachment &attachment) { return attachment.owner == ::getuid() || ::getuid() == 0; }

/// Where it is, how, and whose; and that nothing can be written there.
QString detailsOf(const Attachment &attachment) {
    QStringList facts;
    for (const auto &folder : attachment.folders) facts << pathText(nameText(folder));
    if (attachment.folders.empty()) facts << MountedRow::tr("%1, not mounted", "a device").arg(nameText(attachment.device));
    facts << wayText(attachment.way) << MountedRow::tr("read-only");
    if (attachment.owner && *attachment.owner != ::getuid()) facts << MountedRow::tr("of the user %1").arg(userText(*attachment.owner));
    return facts.join(QStringLiteral(" · "));
}

} // namespace

MountedRow::MountedRow(const Attachment &attachment, QWidget *parent)
    : QWidget(parent), attachment_(attachment), icon_(new IconLabel(rowIconSide)), details_(textLabel()), folder_(addButton("folder")),
      eject_(addButton("eject")) {
    const QString image = nameText(attachment.image);
    name_ = image.isEmpty() ? tr("An unknown image") : QFileInfo(image).fileName();
    auto *title = headline(breakable(name_));
    title->setWordWrap(true);
    title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    title->setToolTip(image);
    details_->setFont(smallFont());
    makeQuiet(details_);
    name(folder_, tr("Open the folder"));

    // With and without buttons, the first line of a row is as high, and its icon beside it.
    const int firstLine = folder_->sizeHint().height();
    title->setMinimumHeight(firstLine);
    auto *head = new QHBoxLayout;
    head->setSpacing(hair);
    head->addWidget(title, 1);
    for (QToolButton *button : {folder_, eject_}) head->addWidget(button, 0, Qt::AlignTop);
    auto *text = new QVBoxLayout;
    text->setSpacing(hair);
    text->addLayout(head);
    text->addWidget(details_);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(apart, rhythm, apart, rhythm);
    line->setSpacing(rhythm);
    auto *side = new QVBoxLayout;
    side->setContentsMargins(0, (firstLine - rowIconSide) / 2, 0, 0);
    side->addWidget(icon_);
    side->addStretch();
    line->addLayout(side);
    line->addLayout(text, 1);
    connect(folder_, &QToolButton::clicked, this, [this] { emit folderWanted(nameText(attachment_.folders.front())); });
    connect(eject_, &QToolButton::clicked, this, [this] { emit unmountWanted(Attachment(attachment_)); });
    show(attachment, false);
}

QToolButton *MountedRow::addButton(const char *icon) {
    auto *button = new QToolButton(this);
    button->setIcon(desktop::icon(icon));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void MountedRow::name(QToolButton *button, const QString &words) const {
    button->setToolTip(words);
    button->setAccessibleName(tr("%1: %2", "what a button does, and for which image").arg(words, name_));
}

bool MountedRow::isOf(const Attachment &attachment) const {
    const auto key = [](const Attachment &one) {
        // A tree has no device, and only one folder.
        const std::string place = !one.device.empty() || one.folders.empty() ? one.device : one.folders.front();
        return std::tuple(one.way, one.image, place, one.server);
    };
    return key(attachment) == key(attachment_);
}

void MountedRow::show(const Attachment &attachment, bool isBusy) {
    attachment_ = attachment;
    const bool isMounted = !attachment.folders.empty();
    icon_->setIcon(isMounted ? "mount" : "disc");
    details_->setText(breakable(isBusy ? tr("Unmounting…") : detailsOf(attachment)));
    name(eject_, isMounted ? tr("Unmount") : tr("Detach"));
    folder_->setVisible(isOwn(attachment) && isMounted);
    eject_->setVisible(isOwn(attachment));
    for (QToolButton *button : {folder_, eject_}) button->setEnabled(!isBusy);
}

} // namespace cloop::desktop
