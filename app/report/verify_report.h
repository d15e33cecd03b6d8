// SPDX-License-Identifier: GPL-3.0-or-later
// What a check of an image found.

#pragma once

#include "report/damage_report.h"

#include "scan/block_scan.h"

#include <optional>

namespace cloop {

/// A value. Its JSON is that of `cloop verify --json`, the manual of which names the members.
struct VerifyReport {
    std::string image;                                    ///< its name, as bytes
    std::array<std::size_t, block_state_count> counts{};  ///< blocks of each state
    DamageReport damage;
    std::vector<HeadCorrection> corrections{};  ///< what the head said wrongly
    std::size_t from_map = 0;                   ///< blocks that a map file called sound, so that they were not read again
    /// Blocks that were found though the index is damaged there; none where not all blocks were read.
    std::optional<std::size_t> misplaced{};
    /// What the map of a copied disc calls not copied; none without such a map.
    std::optional<std::vector<BlockRun>> uncopied{};
    std::string content_sha256{};  ///< in hex; empty where it was not asked for, or content is lost

    std::size_t count(BlockState state) const { return counts[static_cast<std::size_t>(state)]; }

    /// One JSON object. Ends early, though complete as JSON, at a stop.
    void write(JsonStream &json, const std::stop_token &stop) const;
};

} // namespace cloop
