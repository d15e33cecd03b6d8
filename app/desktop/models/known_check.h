// SPDX-License-Identifier: GPL-3.0-or-later
// What was found out about an image's blocks before, so that an image that is opened again needs no new check.

#pragma once

#include "scan/block_scan.h"

#include <QDateTime>
#include <QString>

#include <memory>

namespace cloop::desktop {

/// Kept as map files in the program's data folder, one an image; the oldest of many go. Where one can't be written or read, nothing is known.
/// Threads: any. Immutable.
struct KnownCheck {
    std::vector<BlockState> states;  ///< one for each block
    QDateTime when;

    /// Names the image and the files that it lies in, with their sizes and times: another name where one of them has changed. Empty for a drive,
    /// in which another disc may lie by now.
    static QString keyOf(const QString &path);

    /// Null: nothing is known. Reads some blocks, to compare them.
    static std::shared_ptr<const KnownCheck> find(const QString &key, const BlockReader &image);

    /// Reads some blocks too. Nothing is kept where no block could be decoded.
    static void keep(const QString &key, const BlockReader &image, const std::vector<BlockState> &states);

    /// Of an image that was just built, and read back whole.
    static void keepVerified(const QString &path, const std::stop_token &stop);
};

} // namespace cloop::desktop
