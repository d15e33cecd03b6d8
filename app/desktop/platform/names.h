// SPDX-License-Identifier: GPL-3.0-or-later
// What the desktop knows this program by.

#pragma once

#include <QString>

namespace cloop::desktop {

inline QString applicationId() { return QStringLiteral("org.cloopsmith.Cloopsmith"); }

} // namespace cloop::desktop
