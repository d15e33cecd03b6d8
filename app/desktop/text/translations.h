// SPDX-License-Identifier: GPL-3.0-or-later
// The language of the program.

#pragma once

#include <QLocale>

namespace cloop::desktop {

/// Installs what there is for the locale, Qt's own texts too; English plurals where there is none. Call once, before the first text.
void installTranslations(const QLocale &locale);

} // namespace cloop::desktop
