// SPDX-License-Identifier: GPL-3.0-or-later
// Suggests a path for a new file.

#pragma once

#include <QString>

namespace cloop::desktop {

struct SuggestedPath {
    QString path;
    QString taken{};  ///< the name without the number, where something has that already
};

/// A path in the folder of `source` (of disc.iso for "disc.iso:/KNOPPIX/KNOPPIX"), or in the user's documents if that is not writable; named after
/// the source, or after `label` where there is one, with `suffix`, and a number if the name exists.
SuggestedPath suggestPath(const QString &source, const QString &suffix, const QString &label = {});
inline QString suggestedPath(const QString &source, const QString &suffix, const QString &label = {}) {
    return suggestPath(source, suffix, label).path;
}

} // namespace cloop::desktop
