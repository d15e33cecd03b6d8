// SPDX-License-Identifier: GPL-3.0-or-later
// Mounts an image without the main window, for a file manager's menu.

#pragma once

#include <QString>

namespace cloop::desktop {

/// Mounts the image and opens its folder, or opens the folder where it is mounted already; shows a failure in a message. Returns the exit status of
/// the program. Pre: a QApplication exists.
int mountAlone(const QString &path);

} // namespace cloop::desktop
