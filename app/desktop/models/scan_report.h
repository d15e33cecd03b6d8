// SPDX-License-Identifier: GPL-3.0-or-later
// The result of a check, saved as text, CSV, JSON or ddrescue map file.

#pragma once

#include "models/opened_image.h"
#include "report/verify_report.h"

#include <QByteArray>

namespace cloop::desktop {

/// Immutable.
struct ScanReport {
    OpenedImage opened;
    std::vector<BlockState> states;  ///< one for each block
    VerifyReport found;              ///< the same as `cloop verify` reports

    /// `misplaced`: as in VerifyReport.
    static ScanReport make(const OpenedImage &opened, std::vector<BlockState> states, std::vector<LostBlocks> lost,
                           std::optional<std::size_t> misplaced);

    QByteArray text() const;     ///< in the language of the program
    QByteArray json() const;     ///< as of `cloop verify --json`
    QByteArray csv() const;      ///< as of `cloop map --csv`
    QByteArray mapFile() const;  ///< of GNU ddrescue
};

/// "Block 7", "Blocks 7 to 9".
QString blocksText(std::size_t first, std::size_t last);

} // namespace cloop::desktop
