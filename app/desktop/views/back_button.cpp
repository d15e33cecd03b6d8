// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/back_button.h"

#include "views/looks.h"

namespace cloop::desktop {

BackButton::BackButton(QWidget *parent) : QToolButton(parent) {
    setIcon(desktop::icon("back"));
    setIconSize({20, 20});
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setToolTip(tr("Back to the start page"));
    setAccessibleName(toolTip());
}

} // namespace cloop::desktop
