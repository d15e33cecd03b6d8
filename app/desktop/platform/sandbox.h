// SPDX-License-Identifier: GPL-3.0-or-later
// The sandbox that Flatpak puts around a program.

#pragma once

#include <QtGlobal>

namespace cloop::desktop {

/// Whether this program runs in one. It then sees no file but those that its user gave it, by a dialog or a drop.
inline bool isSandboxed() { return qEnvironmentVariableIsSet("FLATPAK_ID"); }

} // namespace cloop::desktop
