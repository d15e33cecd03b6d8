// SPDX-License-Identifier: GPL-3.0-or-later
// Names of this program on the desktop.

#pragma once

#include <QString>

namespace cloop::desktop {

inline QString applicationId() { return QStringLiteral("org.cloopsmith.Cloopsmith"); }

} // namespace cloop::desktop
