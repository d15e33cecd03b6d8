// SPDX-License-Identifier: GPL-3.0-or-later
// One image that is mounted or attached: where, how, and what to do with it.

#pragma once

#include "attach/attachments.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace cloop::desktop {

class IconLabel;

class MountedRow final : public QWidget {
    Q_OBJECT

public:
    explicit MountedRow(const Attachment &attachment, QWidget *parent = nullptr);

    /// Whether it is the same one, though it may be mounted elsewhere by now.
    bool isOf(const Attachment &attachment) const;

    /// `isBusy`: it is being unmounted. Pre: isOf(attachment).
    void show(const Attachment &attachment, bool isBusy);

signals:
    void folderWanted(const QString &folder);
    void unmountWanted(const cloop::Attachment &attachment);

private:
    QToolButton *addButton(const char *icon);
    void name(QToolButton *button, const QString &words) const;

    Attachment attachment_;
    QString name_;
    IconLabel *icon_;
    QLabel *details_;
    QToolButton *folder_;
    QToolButton *eject_;
};

} // namespace cloop::desktop
