// SPDX-License-Identifier: GPL-3.0-or-later
// Asks for what to open, beginning in the folder where something was chosen last.

#pragma once

#include <QString>

class QWidget;

namespace cloop::desktop {

/// Where something was chosen last, else the documents, else home.
QString lastFolder();

/// `filter`: as for QFileDialog. Empty: cancelled.
QString askOpenFile(QWidget *parent, const QString &title, const QString &filter = {});
QString askOpenFolder(QWidget *parent, const QString &title);

} // namespace cloop::desktop
