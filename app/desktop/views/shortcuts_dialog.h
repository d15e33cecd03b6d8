// SPDX-License-Identifier: GPL-3.0-or-later
// All keys of the window, in one list.

#pragma once

#include <QDialog>

class QMenuBar;

namespace cloop::desktop {

/// Of the menus, those that have a key; and those of the map and the lists. Deletes itself when it is closed.
class ShortcutsDialog final : public QDialog {
    Q_OBJECT

public:
    ShortcutsDialog(const QMenuBar &menus, QWidget *parent);
};

} // namespace cloop::desktop
