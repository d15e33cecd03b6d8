// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of the kernel module says of it, and which changes make sense.

#pragma once

#include "views/looks.h"

#include "attach/module_client.h"

#include <QStringList>

namespace cloop::desktop {

struct ModuleWords {
    const char *icon = "info";
    Tone tone = Tone::neutral;
    QString state;         ///< one sentence
    QString advice;        ///< what comes next; may be empty
    QStringList commands;  ///< for a terminal, one a line
    bool canInstall = false, canLoad = false, canUnload = false, canRemove = false;
};

/// `isRefused`: Secure Boot has just refused it.
ModuleWords wordsOf(const ModuleFacts &facts, bool isRefused);

} // namespace cloop::desktop
