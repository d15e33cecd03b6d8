// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/mounts_popover.h"

#include "text/sentences.h"
#include "views/icon_label.h"
#include "views/labels.h"
#include "views/looks.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <pwd.h>
#include <unistd.h>

namespace cloop::desktop {

namespace {

constexpr int iconSide = 20;

QString wayText(Way way) {
    switch (way) {
    case Way::module: return MountsPopover::tr("by the kernel module");
    case Way::fuse: return MountsPopover::tr("by FUSE and a loop device");
    case Way::tree: break;
    }
    return MountsPopover::tr("as a tree, by FUSE");
}

QString userText(uid_t user) {
    const passwd *entry = ::getpwuid(user);
    return entry ? nameText(entry->pw_name) : QString::number(user);
}

bool isOwn(const Attachment &attachment) { return attachment.owner == ::getuid() || ::getuid() == 0; }

/// Where it is, how, and whose.
QString detailsOf(const Attachment &attachment) {
    QStringList facts;
    for (const auto &folder : attachment.folders) facts << pathText(nameText(folder));
    if (attachment.folders.empty()) facts << MountsPopover::tr("%1, not mounted", "a device").arg(nameText(attachment.device));
    facts << wayText(attachment.way);
    if (attachment.owner && *attachment.owner != ::getuid()) facts << MountsPopover::tr("of the user %1").arg(userText(*attachment.owner));
    return facts.join(QStringLiteral(" · "));
}

} // namespace

MountsPopover::MountsPopover(Mounts &mounts, QAbstractButton *button, QWidget *window)
    : Popover(button, window), mounts_(mounts), module_(new QPushButton(tr("&Kernel module…"))) {
    setAccessibleName(tr("Mounted images"));
    nothing()->setText(tr("No image is mounted."));
    foot()->addWidget(module_);
    foot()->addStretch();
    // Whoever opens it by hand goes on in it.
    connect(button, &QAbstractButton::clicked, module_, [this](bool isOpen) {
        if (isOpen) module_->setFocus();
    });
    connect(module_, &QPushButton::clicked, this, [this] {
        this->button()->setChecked(false);
        emit moduleWanted();
    });
    connect(&mounts, &Mounts::changed, this, &MountsPopover::showRows);
    showRows();
}

void MountsPopover::showRows() {
    // The button that has it goes with its row.
    if (isAncestorOf(QApplication::focusWidget())) module_->setFocus();
    while (QLayoutItem *item = rows()->takeAt(0)) {
        // One of its buttons may have been clicked.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const Attachment &attachment : mounts_.list()) {
        QWidget *row = makeRow(attachment);
        rows()->addWidget(row);
        row->show();
    }
    nothing()->setVisible(mounts_.list().empty());
}

QWidget *MountsPopover::makeRow(const Attachment &attachment) {
    const QString image = nameText(attachment.image);
    const QString name = image.isEmpty() ? tr("An unknown image") : QFileInfo(image).fileName();
    auto *row = new QWidget;
    auto *icon = new IconLabel(iconSide);
    icon->setIcon(attachment.folders.empty() ? "disc" : "mount");
    auto *title = headline(breakable(name));
    title->setWordWrap(true);
    title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    title->setToolTip(image);
    auto *details = textLabel();
    details->setText(breakable(mounts_.isBusyWith(image) ? tr("Unmounting…") : detailsOf(attachment)));
    details->setFont(smallFont());
    alignNames(details);
    makeQuiet(details);

    // With and without buttons, the first line of a row is as high, and its icon beside it.
    const int firstLine = QToolButton().sizeHint().height();
    title->setMinimumHeight(firstLine);
    alignNames(title);
    title->setAlignment((title->alignment() & ~Qt::AlignVertical_Mask) | Qt::AlignVCenter);
    auto *head = new QHBoxLayout;
    head->setSpacing(hair);
    head->addWidget(title, 1);
    const auto addButton = [&](const char *iconName, const QString &words) {
        auto *button = new QToolButton;
        button->setIcon(desktop::icon(iconName));
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setToolTip(words);
        button->setAccessibleName(tr("%1: %2", "what a button does, and for which image").arg(words, name));
        button->setEnabled(!mounts_.isBusyWith(image));
        head->addWidget(button, 0, Qt::AlignTop);
        return button;
    };
    if (isOwn(attachment) && !attachment.folders.empty())
        connect(addButton("folder", tr("Open the folder")), &QToolButton::clicked, this, [this, folder = nameText(attachment.folders.front())] {
            button()->setChecked(false);
            emit folderWanted(folder);
        });
    if (isOwn(attachment))
        connect(addButton("eject", attachment.folders.empty() ? tr("Detach") : tr("Unmount")), &QToolButton::clicked, this,
                [this, attachment] { mounts_.unmount(attachment); });

    auto *text = new QVBoxLayout;
    text->setSpacing(hair);
    text->addLayout(head);
    text->addWidget(details);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(apart, rhythm, apart, rhythm);
    line->setSpacing(rhythm);
    auto *side = new QVBoxLayout;
    side->setContentsMargins(0, (firstLine - iconSide) / 2, 0, 0);
    side->addWidget(icon);
    side->addStretch();
    line->addLayout(side);
    line->addLayout(text, 1);
    return row;
}

} // namespace cloop::desktop
