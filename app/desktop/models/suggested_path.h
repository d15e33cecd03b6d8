// SPDX-License-Identifier: GPL-3.0-or-later
// Where something made of an image is likely to be wanted.

#pragma once

#include <QString>

namespace cloop::desktop {

/// A path for a new file: beside what `source` names ("disc.iso:/KNOPPIX/KNOPPIX" lies in disc.iso), in one's documents where nothing can
/// be written there; named after it, with `suffix`, and a number where something of that name is there already.
QString suggestedPath(const QString &source, const QString &suffix);

} // namespace cloop::desktop
