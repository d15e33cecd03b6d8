// SPDX-License-Identifier: GPL-3.0-or-later
// Mounts the images that the window shows: asks about damaged ones, opens the folder, tells what went wrong.

#pragma once

#include "jobs/mounts.h"

#include <QObject>

#include <utility>

class QWidget;

namespace cloop::desktop {

class ImageHeader;
class InspectPage;
class MessageBar;

class Mounting final : public QObject {
    Q_OBJECT

public:
    /// All of these must outlive it.
    Mounting(Mounts &mounts, InspectPage &page, MessageBar &messages, QWidget &window);

    /// Mounts the image on the page, or opens its folder if it is mounted.
    void mountShown();
    void unmountShown();

    /// The same for an image by its path, of which nothing is known.
    void mount(const QString &path);

    void openFolder(const QString &folder);

private:
    void showState();
    QString shownImage() const;
    void tellMounted(const QString &image, const Mounted &mounted);
    void tellFailure(const QString &image, const Error &error);
    void sayWithCommand(const QString &sentence, const Error &error);

    Mounts &mounts_;
    InspectPage &page_;
    MessageBar &messages_;
    QWidget &window_;
    std::pair<QString, QString> told_;  ///< an image that is mounted in another way than wanted, and the message about it
    QStringList own_;  ///< images that this window was asked to mount: their folders are opened
};

} // namespace cloop::desktop
