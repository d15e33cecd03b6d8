// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of images, and user actions in the window.

#pragma once

#include "support/command_folder.h"
#include "views/main_window.h"

#include <QMimeData>
#include <QUrl>

namespace cloop::test {

class WindowFolder : public CommandFolder {
public:
    /// Forgets all settings of earlier tests.
    WindowFolder(const QString &bin_dir, const QString &vectors);

    /// Forgets what was found out about images by earlier tests.
    void forget_checks() const;

    /// Of the folder "tree": tree.cloop and tree.iso, hurt.cloop with three damaged blocks, and disc.iso with the image on it.
    bool make_images() const;

    /// Gives a file to the window and waits until it is open or refused.
    bool take(desktop::MainWindow &window, const QString &name) const;

    /// Whether the window accepts the drop; an accepted file is open on return.
    bool drop(desktop::MainWindow &window, const QMimeData &data) const;
    bool drop(desktop::MainWindow &window, const QList<QUrl> &urls) const;
    bool drop(desktop::MainWindow &window, const QString &name) const { return drop(window, {QUrl::fromLocalFile(file(name))}); }
};

} // namespace cloop::test
