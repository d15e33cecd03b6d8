// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/mounts_popover.h"

#include "text/sentences.h"
#include "views/mounted_row.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace cloop::desktop {

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

/// Rows that stay are changed in their place, so that they keep the focus.
void MountsPopover::showRows() {
    QList<MountedRow *> gone = std::exchange(shown_, {});
    for (const Attachment &attachment : mounts_.list()) {
        const auto before = std::ranges::find_if(gone, [&](const MountedRow *row) { return row->isOf(attachment); });
        MountedRow *row = before == gone.end() ? makeRow(attachment) : *before;
        if (before != gone.end()) gone.erase(before);
        const bool isBusy = mounts_.isBusyWith(nameText(attachment.image));
        if (isBusy) keepFocusFrom(*row);
        row->show(attachment, isBusy);
        if (rows()->indexOf(row) != shown_.size()) rows()->insertWidget(static_cast<int>(shown_.size()), row);
        row->setVisible(true);
        shown_ << row;
    }
    for (MountedRow *row : gone) {
        keepFocusFrom(*row);
        // One of its buttons may have been clicked.
        rows()->removeWidget(row);
        row->hide();
        row->deleteLater();
    }
    nothing()->setVisible(mounts_.list().empty());
}

/// What can't be pressed any more would pass it on to anything.
void MountsPopover::keepFocusFrom(const MountedRow &row) {
    if (row.isAncestorOf(QApplication::focusWidget())) module_->setFocus();
}

MountedRow *MountsPopover::makeRow(const Attachment &attachment) {
    auto *row = new MountedRow(attachment);
    connect(row, &MountedRow::folderWanted, this, [this](const QString &folder) {
        button()->setChecked(false);
        emit folderWanted(folder);
    });
    connect(row, &MountedRow::unmountWanted, &mounts_, &Mounts::unmount);
    return row;
}

} // namespace cloop::desktop
