// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are dragged between programs. Into a sandbox and out of it they come by the document portal: the drag has a key, for which the portal
// gives the files.

#pragma once

#include <QString>
#include <QStringList>

class QMimeData;

namespace cloop::desktop {

/// The type of the key in a drag.
QString fileTransferType();

/// Whether a drag has files that takeFiles() may get. Asks nobody, because a key is good for one time.
bool offersFiles(const QMimeData &data);

/// The files of this computer that were dropped, by their paths; none where one of them is not of this computer. Waits for the portal.
QStringList takeFiles(const QMimeData &data);

/// A key for these files, to be dragged to another program. Empty where no portal answers.
QByteArray giveFiles(const QStringList &paths);

} // namespace cloop::desktop
