// SPDX-License-Identifier: GPL-3.0-or-later
// The language of the program.

#pragma once

#include <QLocale>

namespace cloop::desktop {

/// Installs the translations for the locale, including Qt's own texts; else English plurals. Call once, before the first text.
void installTranslations(const QLocale &locale);

} // namespace cloop::desktop
