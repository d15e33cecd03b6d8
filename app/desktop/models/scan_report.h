// SPDX-License-Identifier: GPL-3.0-or-later
// The result of a check, saved as text, CSV, JSON or ddrescue map file.

#pragma once

#include "models/opened_image.h"
#include "scan/block_scan.h"

#include <QByteArray>

namespace cloop::desktop {

/// Immutable.
struct ScanReport {
    OpenedImage opened;
    std::vector<BlockState> states;  ///< one per block
    std::vector<LostBlocks> bad;     ///< in order
    std::vector<HitNode> hits;       ///< nodes with lost blocks

    static ScanReport make(const OpenedImage &opened, std::vector<BlockState> states, std::vector<LostBlocks> bad);

    QByteArray text() const;     ///< in the language of the program
    QByteArray json() const;     ///< keys as in `cloop verify --json`
    QByteArray csv() const;      ///< a line per block, as `cloop map --csv`
    QByteArray mapFile() const;  ///< of GNU ddrescue
};

/// "Block 7", "Blocks 7 to 9".
QString blocksText(std::size_t first, std::size_t last);

} // namespace cloop::desktop
